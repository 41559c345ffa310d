"""The rows of an article at one width. A section is set when it is first looked at, so that a long
text opens as fast as a short one; until then its height is an estimate."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from reader.article import Article
from reader.ui.article_view.pieces import Pieces
from reader.ui.article_view.rows import Row, Rows

_MOST_SET = 24  # sections kept; one that was let go is set again when it is looked at, to the same height

Place = tuple[int, int]
"""A section, and rows from its first; it holds while other sections turn out higher or lower."""


class Layout:
    """Where each row begins and which row an offset is in.

    Whatever is asked sets the sections it concerns, which moves the rows below those that had not
    been set before: see :meth:`place_of`.

    Args:
        article: what to set.
        width: cells a row may take, indents included.
        pieces: those of the article, where they are there already.
    """

    def __init__(self, article: Article, width: int, pieces: Pieces | None = None) -> None:
        self.width = max(1, width)
        self._article = article
        self._pieces = pieces or Pieces(article)
        self._set: OrderedDict[int, Rows] = OrderedDict()
        self._guessed = set(range(len(self._pieces)))
        self._tops: list[int] | None = None

    def at(self, width: int) -> "Layout":
        """The same article at another width."""
        return Layout(self._article, width, self._pieces)

    @property
    def height(self) -> int:
        """How many rows there are, as far as is known."""
        return self._all_tops()[-1]

    @property
    def exact(self) -> bool:
        """Whether every section has been set, and ``height`` therefore is no estimate."""
        return not self._guessed

    def row(self, y: int) -> Row | None:
        """The row at ``y``, None below the last."""
        while 0 <= y < self.height:
            at, below = self.place_of(y)
            rows = self._rows(at)
            if below < rows.height:
                return rows.row(below)
        return None

    def read_to(self, y: int) -> int:
        """Where in the source one has read to at the end of row ``y``; of a row below the last, the end of the text."""
        row = self.row(y)
        return len(self._article.text) if row is None else row.piece.start if row.furniture else row.end

    def y_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``, or the nearest one before it."""
        at = max(0, bisect_right(self._pieces.starts, offset) - 1)
        below = self._rows(at).y_of(offset)
        return max(0, min(self.y_at((at, below)), self.height - 1))

    def ensure(self, first: int, last: int) -> None:
        """Set what stands in the rows from ``first`` to before ``last``."""
        at = self.place_of(max(0, first))[0]
        while at < len(self._pieces) and self._all_tops()[at] < last:
            self._rows(at)
            at += 1

    def settled(self, row: Callable[[], int], around: Callable[[int], tuple[int, int]]) -> int:
        """``row`` when all that is around it is set.

        Args:
            row: which; asked again when the text around it turns out higher or lower.
            around: the rows to set for a row, as :meth:`ensure` takes them.
        """
        y: int | None = None
        while y != (y := row()):
            self.ensure(*around(y))
        return y

    def place_of(self, y: int) -> Place:
        """The place of row ``y``, from which :meth:`y_at` tells where it is when sections above have been set."""
        tops = self._all_tops()
        at = min(bisect_right(tops, y), len(self._pieces)) - 1
        return at, y - tops[at]

    def y_at(self, place: Place) -> int:
        """The row of a place."""
        at, below = place
        return self._all_tops()[at] + below

    def _rows(self, at: int) -> Rows:
        """The rows of a section."""
        if at in self._set:
            self._set.move_to_end(at)
            return self._set[at]
        rows = self._make(at)
        if self._heights[at] != rows.height:
            self._heights[at] = rows.height
            self._tops = None
        return rows

    def _make(self, at: int) -> Rows:
        if len(self._set) >= _MOST_SET:
            self._set.popitem(last=False)
        rows = self._set[at] = Rows(self._article.text, self._pieces.section(at), self.width)
        self._guessed.discard(at)
        return rows

    @cached_property
    def _heights(self) -> list[int]:
        """How many rows each section has; until it is set, as many a character as those that are, and the middle one."""
        for at in {0, len(self._pieces) // 2} - self._set.keys():
            self._make(at)
        rows = sum(made.height for made in self._set.values())
        a_character = rows / max(1, sum(self._pieces.length(at) for at in self._set))
        guessed = (round(self._pieces.length(at) * a_character) for at in range(len(self._pieces)))
        return [self._set[at].height if at in self._set else guess for at, guess in enumerate(guessed)]

    def _all_tops(self) -> list[int]:
        """Where each section begins, and after them the height of all: a thousand for ten million characters."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops
