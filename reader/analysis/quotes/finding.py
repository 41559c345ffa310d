"""Quotes and speakers of one Doc: the steps in their order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from reader.analysis.model import Cue, Mention, Quote, Span, Speaker
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.book import Book, Entry
from reader.analysis.quotes.content import Content
from reader.analysis.quotes.describing import Describer
from reader.analysis.quotes.drafting import Draft, Drafting
from reader.analysis.quotes.echoes import echoed
from reader.analysis.quotes.figures import figures
from reader.analysis.quotes.medium import medium_of
from reader.analysis.quotes.resolution import Resolver
from reader.analysis.reports import Report
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.polarity import denied_from
from reader.analysis.syntax.view import Syntax, view_of


@dataclass(frozen=True, slots=True)
class Found:
    """What a Doc holds, all in text order; the reports with those that were turned down."""

    speakers: list[Speaker]
    quotes: list[Quote]
    reports: list[Report]


def find(doc: Doc) -> Found:
    """The speakers, the quotes and the reports of a Doc."""
    page = view_of(doc)
    ledger = Ledger(page)
    drafting = Drafting(page)
    drafts = drafting.drafts()
    ledger.look_up(drafts)
    drafts = echoed(page, drafts)
    for draft in drafts:
        ledger.add(draft)
    reports = [
        *(
            _accepted(draft, quote)
            for draft, quote in zip(drafts, ledger.quotes, strict=True)
            if draft.kind != "scare"
        ),
        *(_turned_down(page, content) for content in drafting.turned_down),
        *figures(page),
    ]
    reports.sort(key=lambda report: (report.start, -report.end))
    return Found(ledger.book.speakers(ledger.quoted, ledger.ids), ledger.quotes, reports)


def _accepted(draft: Draft, quote: Quote) -> Report:
    said = draft.attribution or Attribution(None)
    source = None if said.source is None else said.source.i
    return Report(
        draft.start,
        draft.end,
        source,
        said.cue and said.cue[0],
        quote.id,
        quote.speaker,
    )


def _turned_down(page: Syntax, content: Content) -> Report:
    said, (start, end) = content.attribution, page.span(content.lo, content.hi)
    source = None if said.source is None else said.source.i
    return Report(start, end, source, said.cue and said.cue[0], turned_down=content.turned_down)


@dataclass(slots=True)
class Ledger:
    """Quotes as they are added, each with the speaker its words stand for."""

    page: Syntax
    quotes: list[Quote] = field(default_factory=list)
    quoted: dict[str, list[str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    book: Book = field(default_factory=Book)
    _resolver: Resolver = field(init=False)
    _known: dict[int, Entry | None] = field(default_factory=dict)
    _last: Entry | None = None

    def __post_init__(self) -> None:
        describer = Describer(self.page, antecedents_of(self.page.doc).named)
        self._resolver = Resolver(self.page, describer, self.book)

    def look_up(self, drafts: Iterable[Draft]) -> None:
        """Find whom the sources stand for, in text order: a heading must not ask before the text has told."""
        for draft in drafts:
            self._last = self._entry(draft.attribution) or self._last

    def add(self, draft: Draft) -> None:
        """Make a quote of a draft."""
        name = f"q{len(self.quotes) + 1}"
        speaker = self._speaker(draft.attribution, name)
        self.quotes.append(_quote(self.page, name, draft, speaker))

    def _speaker(self, attribution: Attribution | None, quote: str) -> str | None:
        """The id of whoever says a quote, who is noted to have said it."""
        entry = self._entry(attribution)
        if entry is None:
            return None
        self.quoted.setdefault(entry.key, []).append(quote)
        return self.ids.setdefault(entry.key, f"s{len(self.ids) + 1}")

    def _entry(self, attribution: Attribution | None) -> Entry | None:
        """The speaker; the same words always stand for the same one."""
        if attribution is None or attribution.source is None:
            return None
        head = attribution.source
        if head.i not in self._known:
            self._known[head.i] = self._resolver.entry(head, self._last)
        return self._known[head.i]


def _quote(page: Syntax, name: str, draft: Draft, speaker: str | None) -> Quote:
    attribution = draft.attribution or Attribution(None)
    return Quote(
        id=name,
        kind=draft.kind,
        text=page.source[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        marks=tuple(Span(stretch.start, stretch.end) for stretch in draft.marks),
        speaker=speaker,
        mention=_mention(page, attribution),
        cue=_cue(page, attribution),
        medium=_medium(page, attribution),
        closed=all(stretch.closed for stretch in draft.marks),
        why=attribution.why,
    )


def _medium(page: Syntax, attribution: Attribution) -> str | None:
    if attribution.cue is None:
        return None
    return medium_of(page, page.doc[attribution.cue[0]], attribution.source)


def _mention(page: Syntax, attribution: Attribution) -> Mention | None:
    if attribution.source is None:
        return None
    start, end = page.span(*page.extent_of(attribution.source))
    return Mention(start, end, page.source[start:end])


def _cue(page: Syntax, attribution: Attribution) -> Cue | None:
    if attribution.cue is None:
        return None
    lo, hi = attribution.cue
    if hi == lo + 1 and (first := denied_from(page.doc[lo])) is not None:
        lo = first
    start, end = page.span(lo, hi)
    return Cue(start, end, page.source[start:end], attribution.lemma)
