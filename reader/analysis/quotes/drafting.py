"""Every quotation of a page with its attribution, before anybody's name is looked up: found, lent by what is near, or said below."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.model import QuoteKind
from reader.analysis.quotes import kinds, marked, mixed
from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.content import Content
from reader.analysis.quotes.reported import unmarked
from reader.analysis.quotes.scripted import Line, lines
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.antecedents import antecedents_of
from reader.analysis.syntax.clauses import relative_noun
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.nouns import is_somebody, nouns
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import is_noun, is_thing
from reader.article.model import HEADINGS

Given = list[Attribution | None]
"""The attribution of each stretch of a paragraph."""

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
                self.contents = [each for each in self.contents if not self._is_in(each, line)]
            self._widen(paragraph, given)
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
            None if kinds.is_label(self.page, stretch) else marked.find(self.page, paragraph, stretch)
            for stretch in paragraph.stretches
        ]
        if paragraph.index and paragraph.kind not in APART:
            before = self.page.paragraphs[paragraph.index - 1]
            last = marked.introduced(self.page, before) or last
            if not any(own):
                last = marked.ascribed(self.page, paragraph) or last
            if last is None and not any(own):
                last = marked.told(self.page, before)
        return carried(self.page, paragraph, own, last)

    def _line_attribution(self, line: Line, paragraph: Paragraph) -> Attribution | None:
        if line.source is None:
            return marked.ascribed(self.page, paragraph) if line.block else None
        colon = None if line.colon is None else (line.colon, line.colon + 1)
        return Attribution(colon, ":" if colon else "", line.source)

    def _is_in(self, content: Content, line: Line) -> bool:
        """Whether something is reported within a line that somebody speaks: all of the line is that one's."""
        start, end = self.page.span(content.lo, content.hi)
        return line.start <= start and end <= line.end

    def _widen(self, paragraph: Paragraph, given: Given) -> None:
        """Add what words in marks are part of, where no report is known yet of the cue that leads to them."""
        for stretch, said in zip(paragraph.stretches, given, strict=True):
            if said is None or said.carried or said.cue is None or kinds.is_label(self.page, stretch):
                continue
            lo, hi = self.page.tokens_of(stretch.start, stretch.end)
            if marked.told_by_another.name in said.why:
                told = self.by_cue.pop(said.cue, None)  # the parse takes the one who tells into what is told
                self.contents = [each for each in self.contents if each is not told]
                continue
            known = self.by_cue.get(said.cue)
            if known is not None and _holds(known, lo, hi):
                continue
            if self._around(lo, hi, said) is not None:
                continue
            if kinds.is_whole(self.page, paragraph, stretch, said):
                continue
            content = mixed.whole(self.page, stretch, said)
            if content is None or (content.lo, content.hi) == (lo, hi):
                continue
            self.by_cue[said.cue] = content
            if known is not None and known.lo < content.hi and content.lo < known.hi:
                self.contents = [each for each in self.contents if each is not known]
            self.contents.append(content)

    def _belongs(self, stretch: Stretch, attribution: Attribution | None) -> bool:
        """Whether a stretch is part of what its cue reports; if so it is kept for that quote."""
        lo, hi = self.page.tokens_of(stretch.start, stretch.end)
        if attribution is None:
            around = self._nobodys(lo, hi) if not kinds.is_label(self.page, stretch) else None
        else:
            around = None if attribution.carried else self.by_cue.get(attribution.cue)
            if around is None or not _holds(around, lo, hi):
                around = self._around(lo, hi, attribution)
        if around is None or not _holds(around, lo, hi):
            return False
        self.used[around.attribution.cue].append(stretch)
        return True

    def _around(self, lo: int, hi: int, said: Attribution) -> Content | None:
        """The innermost report around some marked words, where the cue that was found for them stands outside it."""
        reports = self.reports.get(self.page.paragraph_of(lo).index, ())
        holding = [content for content in reports if _holds(content, lo, hi) and content in self.contents]
        inner = min(holding, key=lambda content: content.hi - content.lo, default=None)
        if inner is None or said.cue is None:
            return None
        if inner.lo <= said.cue[0] < inner.hi and (
            marked.is_taken(self.page, lo, hi, said) or self._begins_anew(lo)
        ):
            return None
        return inner if self._owns(inner) else None

    def _begins_anew(self, lo: int) -> bool:
        """Whether words in marks begin with a capital."""
        return any(char.isupper() for char in self.page.word(lo + 1)[:1])

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


# --- One attribution for several stretches.


_REACH = 120  # tokens back: more than a sentence of any newspaper


def carried(page: Syntax, paragraph: Paragraph, own: Given, last: Attribution | None) -> Given:
    """``own`` with what other stretches, or the paragraph before, lend to those without attribution."""
    given: Given = []
    earlier: Attribution | None = None
    rows = zip(paragraph.stretches, own, _next_ones(own), strict=True)
    for stretch, attribution, later in rows:
        if attribution is not None and (attribution.lemma == "hear" or _speaks(page, attribution)):
            given.append(attribution)
        elif attribution is None and not _may_carry(page, paragraph, stretch):
            given.append(None)
        elif attribution is None and not kinds.is_whole(page, paragraph, stretch, None):
            # Part of the article's own sentence: it may go on from words in the same paragraph, not from farther back.
            found = earlier or _speech_before(page, paragraph, stretch)
            given.append(replace(found, carried=True) if found is not None else None)
        else:
            found = _lent(page, paragraph, stretch, earlier, later) or last
            given.append(replace(found, carried=True) if found is not None else attribution)
        earlier = given[-1] if _has_source(given[-1]) else earlier
    return given


def _next_ones(own: Given) -> Given:
    """For each stretch, the attribution of the next one that has a source."""
    row: Given = []
    later: Attribution | None = None
    for attribution in reversed(own):
        row.append(later)
        later = attribution if _has_source(attribution) else later
    return row[::-1]


def _speaks(page: Syntax, attribution: Attribution) -> bool:
    source = attribution.source
    if source is None:
        return False
    if source.lower_ not in nouns().generic or relative_noun(source) is not None or is_somebody(source):
        return True
    return antecedents_of(page.doc).of(source, speaks=True).head is not None


def _may_carry(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> bool:
    if kinds.is_label(page, stretch):
        return False
    return kinds.is_whole(page, paragraph, stretch, None) or not kinds.is_fragment(page, stretch)


def _has_source(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.source is not None


def _lent(
    page: Syntax,
    paragraph: Paragraph,
    stretch: Stretch,
    earlier: Attribution | None,
    later: Attribution | None,
) -> Attribution | None:
    opens = not page.text[paragraph.start : stretch.start].strip()
    return earlier or (later if opens else None) or _subject_before(page, paragraph, stretch) or later


def _subject_before(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
    """ "She shrugged. "It will do."": the subject of the sentence before speaks."""
    lo, _ = page.left_of(paragraph, stretch)
    for at in range(lo - 1, max(paragraph.lo, lo - _REACH) - 1, -1):
        token = page.doc[at]
        subject = (
            rel.is_active_subject(token)
            and rel.is_stating_clause(token.head)
            and not _is_reported(token.head)
        )
        if subject and not page.marked[at]:
            return Attribution(None, "", token) if _can_speak(token) else None
    return None


def _speech_before(page: Syntax, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
    """ "She gave a warning. The crews are to “stay in port”.": who the sentence before tells a speech of."""
    said = _subject_before(page, paragraph, stretch)
    if said is None or said.source is None:
        return None
    verb = said.source.head
    speeches = (word for word in verb.subtree if word.i > verb.i and word.lemma_.lower() in cues().nouns)
    return said if any(map(is_noun, speeches)) else None


def _can_speak(noun: Token) -> bool:
    """Not "the choice is simple": a name, a pronoun, or a noun for somebody."""
    return not is_thing(noun) or nouns().kind(noun) != "unknown"


def _is_reported(verb: Token) -> bool:
    """Whether a clause is what somebody says: "they fear that museums will close"."""
    return rel.is_content(verb) and verb.head.i < verb.i and cues().is_cue(verb.head)


# --- A headline's words, said below.


_WORD = re.compile(r"[\w’'-]*\w")
_FEWEST = 2  # main words that are enough where a heading leaves small ones out


def echoed(page: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of headings that have no source with that of the same words in the text."""
    return [_with_speaker(page, draft, drafts) if _is_open(page, draft) else draft for draft in drafts]


def _is_open(page: Syntax, draft: Draft) -> bool:
    """Words in marks in a heading that nobody there is named for."""
    named = draft.attribution is not None and draft.attribution.source is not None
    return bool(draft.marks) and not named and _kind(page, draft) in HEADINGS


def _with_speaker(page: Syntax, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    words = _words(page, draft)
    for other in _attributed(page, drafts):
        if _repeats(words, _words(page, other)):
            kind = "mixed" if draft.kind == "scare" else draft.kind
            lent = replace(other.attribution, carried=True) if other.attribution is not None else None
            return replace(draft, kind=kind, attribution=lent)
    return draft


def _attributed(page: Syntax, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What somebody is named for below the headings: first what stands in marks."""
    named = [
        draft
        for draft in drafts
        if draft.attribution is not None
        and draft.attribution.source is not None
        and _kind(page, draft) not in HEADINGS
    ]
    yield from (draft for draft in named if draft.marks)
    yield from (draft for draft in named if not draft.marks)


def _repeats(words: list[str], said: list[str]) -> bool:
    """Whether all the words stand side by side in what was said, or the main ones in their order."""
    size = len(words)
    if any(said[at : at + size] == words for at in range(len(said) - size + 1)):
        return size > 1 or len(said) == size
    main = [word for word in words if word not in lexicon.words("entities_words", "function")]
    rest = iter(said)
    return len(main) >= _FEWEST and all(word in rest for word in main)


def _words(page: Syntax, draft: Draft) -> list[str]:
    return [word.lower() for word in _WORD.findall(page.text[draft.start : draft.end])]


def _kind(page: Syntax, draft: Draft) -> str:
    lo, _ = page.tokens_of(draft.start, draft.end)
    return page.paragraph_of(lo).kind
