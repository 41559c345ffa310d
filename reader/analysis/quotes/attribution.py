"""From a stretch inside marks to the cue that introduces it and the one who says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.quotes.cues import Lexicon, cues
from reader.analysis.quotes.marks import Stretch
from reader.analysis.quotes.page import Page, Paragraph
from reader.analysis.quotes.subjects import NOMINAL, subject_of

_LEADS = frozenset({",", ":", "-", "–", "—", "--", "―"})
_DASHES = frozenset({"-", "–", "—", "--", "―"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What introduces a quotation.

    ``cue`` is its token span with the lemma, None when there is none here; ``source`` the head of
    the noun phrase that says it; ``carried`` when the words stand with another quotation.
    """

    cue: tuple[int, int] | None
    lemma: str = ""
    source: Token | None = None
    carried: bool = False
    verb: Token | None = None


class Attributor:
    """Finds the attribution that stands in the same sentence as a stretch."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: Lexicon = cues()

    def find(self, paragraph: Paragraph, stretch: Stretch) -> Attribution | None:
        """The nearest fitting attribution: right after, right before, over the parse, then anywhere near."""
        left, right = self.page.left_of(paragraph, stretch), self.page.right_of(paragraph, stretch)
        for rule in (
            self._tight_right,
            self._tight_left,
            self._over_parse,
            self._loose_left,
            self._loose_right,
        ):
            found = rule(stretch, left, right)
            if found is not None:
                return found
        return None

    def _tight_right(
        self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]
    ) -> Attribution | None:
        """ "...," said X; "...," X told Y; "..." - X."""
        page, (lo, hi) = self.page, right
        if not self._may_follow(stretch, left, right):
            return None
        for token in self._outside(lo, hi):
            if self.words.is_verb(token) and token.dep_ != "amod":
                source = subject_of(page, token)
                if source is not None and self._near(source, token, lo, hi):
                    return Attribution((token.i, token.i + 1), token.lemma_, source, verb=token)
            if self._is_source_phrase(token.i):
                return self.phrase(token.i)
        return self._dash(lo, hi)

    def _dash(self, lo: int, hi: int) -> Attribution | None:
        doc = self.page.doc
        if hi - lo < 2 or doc[lo].text not in _DASHES or doc[lo + 1].ent_type_ not in {"PERSON", "ORG"}:
            return None
        head = doc[lo + 1]
        while head.head.i > head.i and head.head.i < hi and head.dep_ in {"compound", "amod", "nmod"}:
            head = head.head
        return Attribution((lo, lo + 1), doc[lo].text, head)

    def _may_follow(self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether what follows the closing mark can say who spoke."""
        doc, text = self.page.doc, self.page.text
        lo, hi = right
        if lo >= hi:
            return False
        last = text[: stretch.end].rstrip("\"”’'»")[-1:]
        comma = last in ",?!—–-" or doc[lo].text in _LEADS
        bare = not any(token.pos_ in {"VERB", "AUX"} for token in self._outside(*left))
        if last == ".":
            return doc[lo].text[:1].islower() and self.words.is_verb(doc[lo])
        return comma or bare

    def _near(self, source: Token, verb: Token, lo: int, hi: int) -> bool:
        """Whether the one who says it stands on this side of the quotation."""
        return lo <= source.i < hi

    def _tight_left(
        self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]
    ) -> Attribution | None:
        """X said, "..."; X said: "..."; X told Y on Friday that "..."."""
        lo, hi = left
        if hi - lo < 1:
            return None
        ends = self.page.doc[hi - 1].text in _LEADS or self.words.takes(self.page.doc[hi - 1], "quote")
        return self._last_verb(lo, hi) or self._last_phrase(lo, hi) if ends else None

    def _over_parse(
        self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]
    ) -> Attribution | None:
        """The nearest cue that the words inside the marks depend on."""
        page = self.page
        lo, hi = page.tokens_of(stretch.start, stretch.end)
        for token in page.doc[lo:hi]:
            if token.is_punct or page.marked[token.head.i]:
                continue
            for above in _ancestors(token):
                if not page.marked[above.i] and self.words.is_verb(above):
                    source = subject_of(page, above)
                    if source is not None or above.dep_ != "amod":
                        return Attribution((above.i, above.i + 1), above.lemma_, source, verb=above)
            break
        return None

    def _loose_left(
        self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]
    ) -> Attribution | None:
        return self._last_phrase(*left) or self._last_verb(*left)

    def _loose_right(
        self, stretch: Stretch, left: tuple[int, int], right: tuple[int, int]
    ) -> Attribution | None:
        for token in self._outside(*right):
            if self._is_source_phrase(token.i):
                return self.phrase(token.i)
            if self.words.is_verb(token) and (source := subject_of(self.page, token)) is not None:
                return Attribution((token.i, token.i + 1), token.lemma_, source, verb=token)
        return None

    def _last_verb(self, lo: int, hi: int) -> Attribution | None:
        for at in range(hi - 1, lo - 1, -1):
            token = self.page.doc[at]
            if self.words.is_verb(token) and token.dep_ != "amod":
                source = subject_of(self.page, token)
                if source is not None:
                    return Attribution((at, at + 1), token.lemma_, source, verb=token)
        return None

    def _last_phrase(self, lo: int, hi: int) -> Attribution | None:
        return next((self.phrase(at) for at in range(lo, hi) if self._is_source_phrase(at)), None)

    def _is_source_phrase(self, at: int) -> bool:
        return self._phrase_end(at) is not None

    def _phrase_end(self, at: int) -> int | None:
        doc = self.page.doc
        for phrase in self.words.sources:
            end = at + len(phrase)
            if (
                doc[at].lower_ == phrase[0]
                and end < len(doc)
                and all(doc[at + k].lower_ == word for k, word in enumerate(phrase))
            ):
                return end
        return None

    def phrase(self, at: int) -> Attribution | None:
        """The attribution of a source phrase ("according to X") that begins at this token, if one does."""
        end = self._phrase_end(at)
        if end is None:
            return None
        source = _object_of(self.page, at, end)
        return (
            Attribution((at, end), self.page.doc[at:end].text.lower(), source) if source is not None else None
        )

    def _outside(self, lo: int, hi: int) -> Iterator[Token]:
        for at in range(lo, hi):
            if not self.page.marked[at]:
                yield self.page.doc[at]


def _object_of(page: Page, start: int, end: int) -> Token | None:
    """The head of the noun phrase that a preposition governs."""
    doc = page.doc
    for child in doc[end - 1].children:
        if child.dep_ == "pobj" and not page.marked[child.i]:
            return child
    token = doc[end]
    while token.head.i > token.i and token.dep_ in {"det", "compound", "amod", "poss", "nmod"}:
        token = token.head
    return token if token.pos_ in NOMINAL and not page.marked[token.i] else None


def _ancestors(token: Token) -> Iterator[Token]:
    seen = 0
    while token.head is not token and seen < 40:
        token = token.head
        seen += 1
        yield token
