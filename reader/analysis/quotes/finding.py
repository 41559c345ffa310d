"""Quotes, speakers and reports of one Doc: the steps in their order."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from reader.analysis.lexicon import words
from reader.analysis.model import Cue, Mention, Quote, Span, Speaker
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.content import Content
from reader.analysis.quotes.describing import Describer
from reader.analysis.quotes.drafting import Draft, Drafting, echoed
from reader.analysis.quotes.figures import figures
from reader.analysis.quotes.speakers import Book, Entry, Resolver
from reader.analysis.reports import Report
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.polarity import denied_from
from reader.analysis.syntax.view import Syntax, view_of
from reader.analysis.syntax.words import is_name, is_person, is_work

_OTHERS = 5  # of those who were passed over, the nearest


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
            _accepted(page, draft, quote)
            for draft, quote in zip(drafts, ledger.quotes, strict=True)
            if draft.kind != "scare"
        ),
        *(_turned_down(page, content) for content in drafting.turned_down),
        *figures(page),
    ]
    reports.sort(key=lambda report: (report.start, -report.end))
    quotes = _with_passed(page, ledger.quotes, reports)
    return Found(ledger.book.speakers(ledger.quoted, ledger.ids), quotes, reports)


def _with_passed(page: Syntax, quotes: list[Quote], reports: Iterable[Report]) -> list[Quote]:
    """The quotes, each with the nearest of those whom the words that say who might have meant as well."""
    passed = {report.quote: report.passed for report in reports if report.quote and report.passed}
    return [
        replace(quote, passed=_others(page, passed[quote.id])) if quote.id in passed else quote
        for quote in quotes
    ]


def _others(page: Syntax, places: Iterable[int]) -> tuple[Mention, ...]:
    named: dict[str, Mention] = {}
    for at in places:
        start, end = page.span(*page.extent_of(page.doc[at]))
        words = page.source[start:end]
        named.setdefault(words, Mention(start, end, words))
    return tuple(named.values())[:_OTHERS]


def _accepted(page: Syntax, draft: Draft, quote: Quote) -> Report:
    said = draft.attribution or Attribution(None)
    source = None if said.source is None else said.source.i
    meant = None if said.source is None else antecedents_of(page.doc).known(said.source)
    return Report(
        draft.start,
        draft.end,
        source,
        said.cue and said.cue[0],
        quote.id,
        quote.speaker,
        passed=() if meant is None else meant.passed,
        settled=None if meant is None or meant.rule == "none" else meant.rule,
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


# --- Where it was said.


_PREPOSITIONS = frozenset({"on", "in", "to", "via", "during", "by", "with", "over", "at", "from"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "this"})


def medium_of(page: Syntax, cue: Token, source: Token | None) -> str | None:
    """The medium that stands with a cue verb or its subject, as worded, without its article."""
    if not cues().is_cue(cue):
        return None
    for child in (*cue.rights, *(source.rights if source is not None and source.i > cue.i else ())):
        if rel.is_told(child) and _is_outlet(child):
            return _text(page, child)
        if rel.is_prepositional(child) and child.lower_ in _PREPOSITIONS and not page.marked[child.i]:
            for carrier in child.children:
                if rel.is_prepositions_object(carrier) and _carries(child, carrier):
                    return _text(page, carrier)
    return None


def _carries(preposition: Token, noun: Token) -> bool:
    if noun.lemma_.lower() in words("media", "nouns") or _is_outlet(noun):
        return True
    return preposition.lower_ == "on" and is_name(noun) and is_work(noun)


def _is_outlet(noun: Token) -> bool:
    if not is_name(noun):
        return False
    name = [token.text for token in (*noun.lefts, noun) if is_name(token)]
    parts = words("media", "parts")
    known = noun.text in words("media", "names") or any(
        word in parts or word.endswith("funk") for word in name
    )
    return known and not is_person(noun)


def _text(page: Syntax, noun: Token) -> str:
    lo, hi = page.extent_of(noun)
    hi = next(
        (
            child.i
            for child in noun.rights
            if rel.is_prepositional(child) and child.lower_ not in {"of", "with"}
        ),
        hi,
    )
    while lo < noun.i and page.doc[lo].lower_ in _DETERMINERS:
        lo += 1
    start, end = page.span(lo, max(lo + 1, hi))
    return page.text[start:end]
