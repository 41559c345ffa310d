"""Every quotation of a page with its attribution, before anybody's name is looked up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from reader.analysis.model import QuoteKind
from reader.analysis.quotes import attributing, kinds
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.carrying import Given, carried
from reader.analysis.quotes.content import Content
from reader.analysis.quotes.scripted import Line, lines
from reader.analysis.quotes.unmarked import unmarked
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.article.model import HEADINGS

# Blocks that stand apart from what is told: nobody's words carry over into them, nor out of them.
APART = HEADINGS | {"byline"}
_UNITS = frozenset({"m.", "bn.", "tn.", "k.", "p.", "km.", "kg."})
Cues = dict[tuple[int, int] | None, list[Stretch]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote whose speaker is not looked up yet; offsets are code points."""

    start: int
    end: int
    kind: QuoteKind
    marks: tuple[Stretch, ...]
    attribution: Attribution | None


class Drafting:
    """Goes over a page once, paragraph by paragraph."""

    def __init__(self, page: Syntax) -> None:
        self.page = page
        found = unmarked(page)
        self.turned_down = [content for content in found if content.turned_down]
        self.contents = _without_doubles([content for content in found if not content.turned_down])
        self.by_cue = {content.attribution.cue: content for content in self.contents}
        self.reports: dict[int, list[Content]] = defaultdict(list)
        for content in self.contents:
            self.reports[page.paragraph_of(content.lo).index].append(content)
        self.lines = {line.paragraph: line for line in lines(page)}
        self.used: Cues = defaultdict(list)

    def drafts(self) -> list[Draft]:
        """The drafts in text order, an enclosing one before those inside it."""
        found: list[Draft] = []
        last: Attribution | None = None
        said = self._said()
        for paragraph in self.page.paragraphs:
            apart = paragraph.kind in APART
            given = self._given(paragraph, None if apart else last)
            line = self.lines.get(paragraph.index)
            if line is not None:
                said_by = self._line_attribution(line, paragraph) or (last if line.block else None)
                found.append(Draft(line.start, line.end, "direct", (), said_by))
            for stretch, attribution in zip(paragraph.stretches, given, strict=True):
                if not self._belongs(stretch, attribution):
                    found.append(self._of_stretch(paragraph, stretch, attribution))
            if not apart:
                last = _latest([*given, *said.get(paragraph.index, [])])
        found.extend(self._of_contents())
        return sorted(found, key=lambda draft: (draft.start, -draft.end))

    def _said(self) -> dict[int, list[Attribution]]:
        """Attributions of what is reported without marks, by paragraph."""
        return {at: [content.attribution for content in row] for at, row in self.reports.items()}

    def _given(self, paragraph: Paragraph, last: Attribution | None) -> Given:
        """The attribution of each stretch, found in its sentence or lent by what is near."""
        if not paragraph.stretches:
            return []
        own = [
            None if kinds.is_label(self.page, stretch) else attributing.find(self.page, paragraph, stretch)
            for stretch in paragraph.stretches
        ]
        if paragraph.index and paragraph.kind not in APART:
            before = self.page.paragraphs[paragraph.index - 1]
            last = attributing.introduced(self.page, before) or last
            if not any(own):
                last = attributing.ascribed(self.page, paragraph) or last
            if last is None and not any(own):
                last = attributing.told(self.page, before)
        return carried(self.page, paragraph, own, last)

    def _line_attribution(self, line: Line, paragraph: Paragraph) -> Attribution | None:
        if line.source is None:
            return attributing.ascribed(self.page, paragraph) if line.block else None
        colon = None if line.colon is None else (line.colon, line.colon + 1)
        return Attribution(colon, ":" if colon else "", line.source)

    def _belongs(self, stretch: Stretch, attribution: Attribution | None) -> bool:
        """Whether a stretch is part of what its cue reports; if so it is kept for that quote."""
        lo, hi = self.page.tokens_of(stretch.start, stretch.end)
        if attribution is None:
            around = self._nobodys(lo, hi) if not kinds.is_label(self.page, stretch) else None
        else:
            around = None if attribution.carried else self.by_cue.get(attribution.cue)
        if around is None or not _holds(around, lo, hi):
            return False
        self.used[around.attribution.cue].append(stretch)
        return True

    def _nobodys(self, lo: int, hi: int) -> Content | None:
        """The report around some marked words that names nobody: "..., the court was told"."""
        reports = self.reports.get(self.page.paragraph_of(lo).index, ())
        return next((c for c in reports if c.attribution.source is None and _holds(c, lo, hi)), None)

    def _of_stretch(self, paragraph: Paragraph, stretch: Stretch, attribution: Attribution | None) -> Draft:
        whole = kinds.is_whole(self.page, paragraph, stretch, attribution)
        kind: QuoteKind = "direct" if whole else "mixed"
        if attribution is None and (kinds.is_label(self.page, stretch) or not whole):
            kind = "scare"
        return Draft(stretch.start, stretch.end, kind, (stretch,), attribution)

    def _of_contents(self) -> Iterator[Draft]:
        for content in self.contents:
            marks = self.used.get(content.attribution.cue, []) if self._owns(content) else []
            start, end = self.page.span(content.lo, content.hi)
            end -= _ends_sentence(self.page.doc[content.hi - 1])
            if marks:
                start, end = min(start, marks[0].start), max(end, marks[-1].end)
            yield Draft(start, end, "mixed" if marks else "indirect", tuple(marks), content.attribution)

    def _owns(self, content: Content) -> bool:
        return self.by_cue[content.attribution.cue] is content


def _latest(attributions: Given) -> Attribution | None:
    """The one whose source stands last."""
    named = [a for a in attributions if a is not None and a.source is not None]
    return max(named, key=lambda a: a.source.i if a.source is not None else 0, default=None)


def _ends_sentence(last: Token) -> bool:
    """ "Fares rose by £3m.": the model leaves the full stop at the unit."""
    return last.i > 0 and last.text in _UNITS and last.nbor(-1).like_num


def _holds(content: Content, lo: int, hi: int) -> bool:
    return content.lo <= lo < content.hi and hi - 1 <= content.hi


def _without_doubles(found: list[Content]) -> list[Content]:
    """Without what nobody is named for where somebody is named for the same words."""
    named = [content for content in found if content.attribution.source is not None]
    starts = sorted((content.lo, content.hi) for content in named)
    kept = []
    for content in found:
        at = bisect_left(starts, (content.lo - 12, 0))
        near = takewhile(lambda span, hi=content.hi: span[0] < hi, starts[at:])  # type: ignore[misc]
        if content.attribution.source is not None or not any(
            min(hi, content.hi) - max(lo, content.lo) > min(hi - lo, content.hi - content.lo) / 2
            for lo, hi in near
        ):
            kept.append(content)
    return kept
