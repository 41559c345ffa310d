"""From a stretch inside marks to the cue that introduces it and the one who says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.page import Page, Paragraph
from reader.analysis.quotes.phrases import phrase_end, source_of
from reader.analysis.quotes.subjects import (
    by_parse,
    head_of,
    subject_after,
    subject_before,
)

_LEADS = frozenset({",", ":", "-", "–", "—", "--", "―"})
_DASHES = frozenset({"-", "–", "—", "--", "―"})
_CONTENT = frozenset({"ccomp"})

_LABEL = re.compile(r"[\"“]([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")

Region = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What introduces a quotation.

    ``cue`` is its token span with the lemma, None when there is none here; ``source`` the head of
    the words that say who; ``carried`` when those words stand with another quotation.
    """

    cue: Region | None
    lemma: str = ""
    source: Token | None = None
    carried: bool = False


def of_verb(verb: Token, source: Token | None) -> Attribution:
    """The attribution a cue verb makes."""
    return Attribution((verb.i, verb.i + 1), verb.lemma_, source)


class Attributor:
    """Finds the attribution that stands in the same sentence as a stretch."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words = cues()

    def find(self, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
        """The nearest fitting attribution.

        An utterance of its own is looked at from its right end first ("...," said X), a part of
        the article's sentence from its left (X called it "...").
        """
        if (label := self._label(stretch)) is not None:
            return label
        left, right = self.page.left_of(paragraph, stretch), self.page.right_of(paragraph, stretch)
        rules = (self._tight_right, self._tight_left, self._over_parse, self._loose_left, self._loose_right)
        if self._is_embedded(stretch, left) and not self._inverted(stretch, right):
            rules = (
                self._parenthetical,
                self._over_parse,
                self._loose_left,
                self._tight_right,
                self._loose_right,
                self._tight_left,
            )
        found = (rule(stretch, left, right) for rule in rules)
        return next((attribution for attribution in found if attribution is not None), None)

    def introduced(self, before: Paragraph) -> Attribution | None:
        """The attribution in the last sentence of a paragraph that ends with a colon."""
        if not self.page.text[: before.end].endswith(":"):
            return None
        end = Stretch(before.end, before.end)
        return self._tight_left(end, self.page.left_of(before, end), (before.hi, before.hi))

    def _label(self, stretch: Stretch) -> Attribution | None:
        """ "SMITH: ..." inside the marks, as transcripts are quoted."""
        match = _LABEL.match(self.page.text, stretch.start, stretch.end)
        if match is None:
            return None
        lo, hi = self.page.tokens_of(*match.span(1))
        return Attribution((hi, hi + 1), ":", self.page.doc[hi - 1]) if lo < hi else None

    def _is_embedded(self, stretch: Stretch, left: Region) -> bool:
        """Whether the article's own sentence runs into the marks: He called it "a trap"."""
        lo, hi = left
        if lo == hi:
            return False
        before = self.page.doc[hi - 1]
        return not before.is_punct and not before.is_space and not self.words.takes(before, "quote")

    def _inverted(self, stretch: Stretch, right: Region) -> bool:
        """Whether ", said X" or ", as X put it" follows."""
        lo, hi = right
        while lo < hi and self.page.doc[lo].is_punct:
            lo += 1
        return (
            lo < hi
            and self.words.takes(self.page.doc[lo], "quote")
            and self.page.doc[lo].tag_ in {"VBD", "VBZ", "VBP"}
        )

    def _tight_right(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        """ "...," said X; "...," X told Y; "...," according to X; "..." - X."""
        if not self._may_follow(stretch, left, right):
            return None
        return self._first_on_right(right) or self._dash(*right)

    def _first_on_right(self, right: Region) -> Attribution | None:
        lo, hi = right
        for token in self._outside(lo, hi):
            if self.words.is_cue(token):
                source = subject_after(self.page, token)
                if source is not None and lo <= source.i < hi:
                    return of_verb(token, source)
            elif phrase := self.phrase(token.i):
                return phrase
        return None

    def _dash(self, lo: int, hi: int) -> Attribution | None:
        """ "..." - X: a dash and then nothing but a name."""
        words = [token for token in self._outside(lo, hi) if not token.is_space]
        if not 2 <= len(words) <= 12 or words[0].text not in _DASHES or words[1].pos_ != "PROPN":
            return None
        if any(token.pos_ in {"VERB", "AUX"} for token in words):
            return None
        head = head_of(self.page, words[1], hi)
        return Attribution((words[0].i, words[0].i + 1), words[0].text, head) if head is not None else None

    def _may_follow(self, stretch: Stretch, left: Region, right: Region) -> bool:
        """Whether what follows the closing mark can say who spoke."""
        doc, text = self.page.doc, self.page.text
        lo, hi = right
        if lo >= hi:
            return False
        last = text[: stretch.end][-3:].rstrip("\"”’'»")[-1:]
        if last == ".":
            return doc[lo].text[:1].islower() and self.words.is_cue(doc[lo])
        bare = not any(token.pos_ in {"VERB", "AUX"} for token in self._outside(*left))
        return last in ",?!—–-" or doc[lo].text in _LEADS or bare

    def _tight_left(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        """X said, "..."; X said: "..."; the pollster X: "..."."""
        lo, hi = left
        if lo == hi:
            return None
        last = self.page.doc[hi - 1]
        if last.text not in _LEADS and not self.words.takes(last, "quote"):
            return None
        found = self._last_verb(lo, hi) or self._last_phrase(lo, hi)
        return found or (self._before_colon(lo, hi) if last.text == ":" else None)

    def _before_colon(self, lo: int, hi: int) -> Attribution | None:
        """Without a cue, the name right before the colon or the subject of the sentence speaks."""
        doc = self.page.doc
        colon = (hi - 1, hi)
        for token in self._outside(lo, hi):
            crowd = next((c for c in token.lefts if c.lemma_.lower() in self.words.crowds), None)
            if crowd is not None and token.lemma_.lower() in self.words.nouns:
                return Attribution((token.i, token.i + 1), token.lemma_, crowd)
        if hi - lo > 1 and doc[hi - 2].ent_type_ in {"PERSON", "ORG"}:
            return Attribution(colon, ":", doc[hi - 2])
        for token in self._outside(lo, hi):
            if token.pos_ in {"VERB", "AUX"} and (subject := by_parse(self.page, token)) is not None:
                return Attribution(colon, ":", subject)
        return None

    def _over_parse(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        """The cue that the words inside the marks depend on, the outermost whose content they are in."""
        found: Attribution | None = None
        for below, above in self._path(stretch):
            if self.page.marked[above.i] or (found is not None and below.dep_ not in _CONTENT):
                continue
            found = self._above(above) or found
        return found

    def _path(self, stretch: Stretch) -> Iterator[tuple[Token, Token]]:
        """Word and head, from the head of the stretch up to the root of its sentence."""
        lo, hi = self.page.tokens_of(stretch.start, stretch.end)
        inside = self.page.doc[lo:hi]
        token = next((t for t in inside if not t.is_punct and not lo <= t.head.i < hi), None)
        while token is not None and token.head.i != token.i:
            yield token, token.head
            token = token.head

    def _above(self, token: Token) -> Attribution | None:
        """The attribution that a word above the stretch makes."""
        if self.words.is_cue(token):
            look = subject_before
            source = look(self.page, token)
            return of_verb(token, source) if source is not None else None
        if token.lemma_.lower() in self.words.nouns and token.pos_ == "NOUN":
            owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
            if owner is not None and not self.page.marked[owner.i]:
                return Attribution((token.i, token.i + 1), token.lemma_, owner)
        return None

    def _parenthetical(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        """ "Her brother, she added, had called it "a trap"": the cue between commas rules the sentence."""
        doc = self.page.doc
        for at in range(left[0] + 1, left[1] - 2):
            if doc[at - 1].text != "," or doc[at + 2].text != ",":
                continue
            for verb, other in ((doc[at], doc[at + 1]), (doc[at + 1], doc[at])):
                if (
                    self.words.takes(verb, "quote")
                    and verb.tag_ in {"VBD", "VBZ", "VBP"}
                    and other.pos_ in {"PRON", "PROPN"}
                ):
                    return of_verb(verb, other)
        return None

    def _loose_left(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        return self._last_phrase(*left) or self._last_verb(*left)

    def _loose_right(self, stretch: Stretch, left: Region, right: Region) -> Attribution | None:
        if self.page.text[: stretch.end][-3:].rstrip("\"”’'»")[-1:] == ".":
            return None
        for token in self._outside(*right):
            if phrase := self.phrase(token.i):
                return phrase
            if self.words.is_cue(token) and (source := subject_after(self.page, token)) is not None:
                return of_verb(token, source)
        return None

    def _last_verb(self, lo: int, hi: int) -> Attribution | None:
        for at in range(hi - 1, lo - 1, -1):
            token = self.page.doc[at]
            if self.words.is_cue(token) and (source := subject_before(self.page, token)) is not None:
                return of_verb(token, source)
        return None

    def _last_phrase(self, lo: int, hi: int) -> Attribution | None:
        return next((phrase for at in range(lo, hi) if (phrase := self.phrase(at))), None)

    def phrase(self, at: int) -> Attribution | None:
        """The attribution of a source phrase ("according to X") that begins at this token, if one does."""
        end = phrase_end(self.page, at)
        source = source_of(self.page, at, end) if end is not None else None
        if end is None or source is None:
            return None
        return Attribution((at, end), self.page.doc[at:end].text.lower(), source)

    def _outside(self, lo: int, hi: int) -> Iterator[Token]:
        for at in range(lo, hi):
            if not self.page.marked[at]:
                yield self.page.doc[at]
