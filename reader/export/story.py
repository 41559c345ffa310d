"""Several articles as one briefing: each thing with the letter of its article, what they dispute before all else."""

from collections.abc import Iterator, Sequence
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
    return Briefing(
        title=f"{len(articles)} articles as one story",
        facts=(*_sources(articles, story), ("Made", made_with(made or date.today()))),
        speakers=tuple(_speakers(story, writers)),
        claims=(
            ("What", "Amount", "As the article says it", "Who says so", "Where", "Standing"),
            *_claims(story, writers),
        ),
        timeline=(
            ("When", "As the article says it", "What", "Status", "Where", "Standing"),
            *_timeline(story, writers),
        ),
    )


def _sources(articles: Sequence[Article], story: Story) -> Iterator[tuple[str, str]]:
    for place, article in enumerate(articles):
        day = article.published.isoformat() if article.published else "day unknown"
        same = f"the same text as {letter(story.copies[place])}" if place in story.copies else ""
        source = article.url or article.source
        told = (article.title, article.site, source, day, same, f"SHA-256 {article.sha256}")
        yield letter(place), ", ".join(visible(each) for each in told if each)


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


def _claims(story: Story, writers: Sequence[Writer]) -> Table:
    return tuple(row for matter in story.matters for row in _matter(matter, writers))


def _matter(matter: Matter, writers: Sequence[Writer]) -> Iterator[tuple[str, ...]]:
    for place, claim in matter.claims:
        amount, said, _, who, where = writers[place].claim(claim)
        yield (
            visible(matter.about),
            amount,
            said,
            who,
            f"{letter(place)} {where}".rstrip(),
            _standing(matter, place),
        )


def _standing(matter: Matter, place: int) -> str:
    """Whether it is in dispute or has been updated, and then of which day this is."""
    if matter.disputed:
        return "in dispute"
    return f"updated; on {matter.published[place]}" if matter.updated else ""


def _timeline(story: Story, writers: Sequence[Writer]) -> Iterator[tuple[str, ...]]:
    disputed = {(place, entry.id) for occasion in story.occasions for place, entry in occasion.entries}
    for place, entry in story.timeline:
        when, said, what, status, where = writers[place].entry(entry)
        standing = "in dispute" if (place, entry.id) in disputed else ""
        yield when, said, what, status, f"{letter(place)} {where}".rstrip(), standing
