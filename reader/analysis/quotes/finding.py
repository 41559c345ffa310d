"""Quotes and speakers of one Doc: the steps in their order."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.analysis.model import Cue, Mention, Quote, QuoteKind, Span, Speaker
from reader.analysis.quotes import kinds
from reader.analysis.quotes.attribution import Attribution, Attributor
from reader.analysis.quotes.book import Book, Entry
from reader.analysis.quotes.carrying import carried
from reader.analysis.quotes.content import Content, Contents
from reader.analysis.quotes.describing import Describer
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.mentions import mention_tokens
from reader.analysis.quotes.page import Page, Paragraph
from reader.analysis.quotes.people import People
from reader.analysis.quotes.resolution import Resolver


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote whose speaker is not looked up yet."""

    start: int
    end: int
    kind: QuoteKind
    marks: tuple[Stretch, ...]
    attribution: Attribution | None


def find(doc: Doc) -> tuple[list[Speaker], list[Quote]]:
    """The speakers and the quotes of a Doc, both in text order."""
    page = Page(doc)
    attributor = Attributor(page)
    drafts = _drafts(page, attributor)
    return _resolved(page, drafts)


def _drafts(page: Page, attributor: Attributor) -> list[Draft]:
    contents = list(Contents(page, attributor).find())
    by_cue = {content.attribution.cue: content for content in contents}
    drafts: list[Draft] = []
    used: dict[tuple[int, int] | None, list[Stretch]] = {}
    last: Attribution | None = None
    for paragraph in page.paragraphs:
        own = [
            None if _is_label(page, stretch) else attributor.find(paragraph, stretch)
            for stretch in paragraph.stretches
        ]
        if paragraph.index and paragraph.stretches:
            last = attributor.introduced(page.paragraphs[paragraph.index - 1]) or last
        given = carried(page, paragraph, own, last)
        for stretch, attribution in zip(paragraph.stretches, given, strict=True):
            content = by_cue.get(attribution.cue) if attribution else None
            if (
                content is not None
                and attribution is not None
                and not attribution.carried
                and _holds(page, content, stretch)
            ):
                used.setdefault(content.attribution.cue, []).append(stretch)
            else:
                drafts.append(_of_stretch(page, paragraph, stretch, attribution))
        last = next((a for a in reversed(given) if a is not None), None)
    drafts.extend(_of_content(page, content, used.get(content.attribution.cue, [])) for content in contents)
    return sorted(drafts, key=lambda draft: (draft.start, -draft.end))


def _is_label(page: Page, stretch: Stretch) -> bool:
    """Marks that hold a title or a nickname, or words the article itself keeps at a distance."""
    return (
        kinds.is_title(page, stretch) or kinds.is_nickname(page, stretch) or kinds.is_so_called(page, stretch)
    )


def _holds(page: Page, content: Content, stretch: Stretch) -> bool:
    lo, hi = page.tokens_of(stretch.start, stretch.end)
    return content.lo <= lo and hi - 1 <= content.hi


def _of_stretch(page: Page, paragraph: Paragraph, stretch: Stretch, attribution: Attribution | None) -> Draft:
    if attribution is None and (
        _is_label(page, stretch) or not kinds.is_whole(page, paragraph, stretch, None)
    ):
        kind: QuoteKind = "scare"
    else:
        kind = "direct" if kinds.is_whole(page, paragraph, stretch, attribution) else "mixed"
    return Draft(stretch.start, stretch.end, kind, (stretch,), attribution)


def _of_content(page: Page, content: Content, marks: list[Stretch]) -> Draft:
    start, end = page.span([page.doc[content.lo], page.doc[content.hi - 1]])
    if marks:
        start, end = min(start, marks[0].start), max(end, marks[-1].end)
    return Draft(start, end, "mixed" if marks else "indirect", tuple(marks), content.attribution)


def _resolved(page: Page, drafts: list[Draft]) -> tuple[list[Speaker], list[Quote]]:
    people, book = People(page), Book()
    resolver = Resolver(page, people, Describer(page, people), book)
    quotes: list[Quote] = []
    quoted: dict[str, list[str]] = {}
    ids: dict[str, str] = {}
    last: Entry | None = None
    known: dict[int, Entry | None] = {}
    for draft in drafts:
        head = draft.attribution.source if draft.attribution else None
        if head is not None and head.i not in known:
            known[head.i] = resolver.entry(head, last)
        entry = known[head.i] if head is not None else None
        quote = _quote(page, f"q{len(quotes) + 1}", draft)
        if entry is not None:
            ids.setdefault(entry.key, f"s{len(ids) + 1}")
            quoted.setdefault(entry.key, []).append(quote.id)
            quote = replace(quote, speaker=ids[entry.key])
            last = entry
        quotes.append(quote)
    return book.speakers(quoted, ids), quotes


def _quote(page: Page, name: str, draft: Draft) -> Quote:
    mention = cue = None
    if draft.attribution is not None:
        mention = _mention(page, draft.attribution)
        cue = _cue(page, draft.attribution)
    return Quote(
        id=name,
        kind=draft.kind,
        text=page.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        marks=tuple(Span(stretch.start, stretch.end) for stretch in draft.marks),
        mention=mention,
        cue=cue,
        closed=all(stretch.closed for stretch in draft.marks),
    )


def _mention(page: Page, attribution: Attribution) -> Mention | None:
    if attribution.source is None:
        return None
    lo, hi = mention_tokens(attribution.source)
    start, end = page.span([page.doc[lo], page.doc[hi - 1]])
    return Mention(start, end, page.text[start:end])


def _cue(page: Page, attribution: Attribution) -> Cue | None:
    if attribution.cue is None:
        return None
    lo, hi = attribution.cue
    start, end = page.span([page.doc[lo], page.doc[hi - 1]])
    return Cue(start, end, page.text[start:end], attribution.lemma)
