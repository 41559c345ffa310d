"""Several articles as one briefing: each thing with the letter of its article, what they dispute before all else."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reader.analysis.model import Reading
from reader.article import Article
from reader.article.sanitise import visible
from reader.export.briefing import Briefing, SaidBy, Table, Writer, about, capital
from reader.export.provenance import Notes, made_with
from reader.story import Matter, Story, letter, merge


def story_briefing(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    notes: Sequence[Notes],
    made: date | None = None,
) -> Briefing:
    """The briefing on several articles with their Readings and what is kept of each."""
    story = merge(articles, readings)
    writers = [Writer(*each) for each in zip(articles, readings, notes, strict=True)]
    alone = (matter for matter in story.matters if len(matter.articles) == 1)
    return Briefing(
        title=f"{len(articles)} articles as one story",
        facts=(*_sources(articles, story), *_lost(readings), ("Made", made_with(made or date.today()))),
        speakers=tuple(_speakers(story, writers)),
        claims=_numbers(alone, writers),
        timeline=(("When", "As the article says it", "What", "Status", "Where"), *_timeline(story, writers)),
        first=tuple(_shared(story, writers)),
    )


def _sources(articles: Sequence[Article], story: Story) -> Iterator[tuple[str, str]]:
    for place, article in enumerate(articles):
        day = article.published.isoformat() if article.published else "day unknown"
        same = f"the same text as {letter(story.copies[place])}" if place in story.copies else ""
        source = article.url or article.source
        told = (article.title, article.site, source, day, same, f"SHA-256 {article.sha256}")
        yield letter(place), ", ".join(visible(each) for each in told if each)


def _lost(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """What is missing because it could not be found in one of the articles."""
    for place, reading in enumerate(readings):
        yield from (("Notice", f"{letter(place)}: {visible(notice)}") for notice in reading.notices)


def _speakers(story: Story, writers: Sequence[Writer]) -> Iterator[SaidBy]:
    for voice in story.voices:
        quotes = tuple(_placed(place, writers[place].quote(quote)) for place, quote in voice.quotes)
        yield SaidBy(capital(visible(voice.speaker.name)), about(voice.speaker), quotes)
    orphans = (
        _placed(place, said)
        for place, writer in enumerate(writers)
        for person in writer.nobody()
        for said in person.quotes
    )
    if unnamed := tuple(orphans):
        yield SaidBy("No speaker named", "", unnamed)


def _placed(place: int, said: tuple[str, str]) -> tuple[str, str]:
    text, remark = said
    return text, f"{letter(place)}, {remark}" if remark else letter(place)


def _shared(story: Story, writers: Sequence[Writer]) -> Iterator[tuple[str, Table]]:
    """What several articles tell of: numbers and days in dispute, numbers updated, numbers they agree on."""
    disputed = [matter for matter in story.matters if matter.disputed]
    updated = [matter for matter in story.matters if matter.updated]
    told = (each for each in story.matters if not each.disputed and not each.updated)
    agreed = [matter for matter in told if len(matter.articles) > 1]
    yield "Numbers in dispute", _numbers(disputed, writers)
    if story.occasions:
        yield "Days in dispute", (("What", "When", "As the article says it", "Where"), *_days(story, writers))
    if updated:
        yield "Numbers updated", _numbers(updated, writers, dated=True)
    if agreed:
        yield "Numbers several articles give", _numbers(agreed, writers)


def _numbers(matters: Iterable[Matter], writers: Sequence[Writer], dated: bool = False) -> Table:
    """A table of claims; ``dated`` adds the publication day of each."""
    head = ("What", "Amount", "As the article says it", "Who says so", "Where")
    rows = (row for matter in matters for row in _matter(matter, writers, dated))
    return ((*head, "Published") if dated else head, *rows)


def _matter(matter: Matter, writers: Sequence[Writer], dated: bool) -> Iterator[tuple[str, ...]]:
    for place, claim in matter.claims:
        amount, said, _, who, where = writers[place].claim(claim)
        row = (visible(matter.about), amount, said, who, _where(place, where))
        yield (*row, str(matter.published[place])) if dated else row


def _days(story: Story, writers: Sequence[Writer]) -> Iterator[tuple[str, ...]]:
    for occasion in story.occasions:
        for place, entry in occasion.entries:
            when, said, what, _, where = writers[place].entry(entry)
            yield what, when, said, _where(place, where)


def _where(place: int, where: str) -> str:
    return f"{letter(place)} {where}".rstrip()


def _timeline(story: Story, writers: Sequence[Writer]) -> Table:
    rows = ((place, writers[place].entry(entry)) for place, entry in story.timeline)
    return tuple((*row[:-1], _where(place, row[-1])) for place, row in rows)
