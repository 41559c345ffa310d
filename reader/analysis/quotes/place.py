"""Where a stretch stands: what is left and right of it in its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.marks import Stretch
from reader.analysis.syntax.view import Paragraph, Syntax
from reader.analysis.syntax.words import is_finite

LEADS = frozenset({",", ":", "-", "–", "—", "--", "―"})
_CLOSING = "\"”’'»"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch and the token spans from it to the ends of its sentence or to other stretches."""

    page: Syntax
    stretch: Stretch
    left: tuple[int, int]
    right: tuple[int, int]

    @classmethod
    def of(cls, page: Syntax, paragraph: Paragraph, stretch: Stretch) -> "Place":
        """The place of a stretch of this paragraph."""
        return cls(page, stretch, page.left_of(paragraph, stretch), page.right_of(paragraph, stretch))

    def outside(self, span: tuple[int, int]) -> Iterator[Token]:
        """The tokens of a span that stand outside marks."""
        for at in range(*span):
            if not self.page.marked[at]:
                yield self.page.doc[at]

    @property
    def before(self) -> Token | None:
        """The token right before the stretch in its sentence."""
        lo, hi = self.left
        return self.page.doc[hi - 1] if lo < hi else None

    @property
    def last_mark(self) -> str:
        """The last character inside the marks: punctuation tells whether the sentence goes on."""
        inner = self.page.text[max(self.stretch.end - 3, self.stretch.start) : self.stretch.end]
        return inner.rstrip(_CLOSING)[-1:]

    @property
    def is_embedded(self) -> bool:
        """Whether the article's own sentence runs into the marks: He called it "a trap"."""
        before = self.before
        if before is None or before.is_punct or before.is_space:
            return False
        return not cues().takes(before, "quote")

    @property
    def is_inverted(self) -> bool:
        """Whether ", said X" or ", as X put it" follows."""
        first = next((token for token in self.outside(self.right) if not token.is_punct), None)
        if first is None:
            return False
        return first.lower_ == "as" or (cues().takes(first, "quote") and is_finite(first))
