"""The rows of an article at one width. A piece is wrapped when it is first looked at, so that a
long text opens as fast as a short one; until then its height is an estimate."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from time import perf_counter

from reader.ui.article_view.pieces import Piece
from reader.ui.article_view.wrapping import shown, wrap


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the view: ``start:end`` of the source, or of the words of its piece.

    ``number`` counts the rows of a piece from 0; those below 0 are the blank ones before it.
    """

    piece: Piece
    number: int
    start: int
    end: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.number < 0

    @property
    def furniture(self) -> bool:
        """Whether its words are not in the source."""
        return self.piece.words is not None

    @property
    def offset(self) -> int:
        """Where in the source it begins, or what follows it does."""
        return self.piece.start if self.furniture else self.start


class Layout:
    """Where each row begins and which row an offset is in.

    Args:
        text: the source.
        pieces: what to set, in text order.
        width: cells a row may take, indents included.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], width: int) -> None:
        self._text = text
        self._pieces = pieces
        self.width = max(1, width)
        self._wrapped: dict[int, array[int]] = {}
        self._heights = [self._estimate(piece) for piece in pieces]
        self._tops: list[int] | None = None
        self._offsets = [piece.start for piece in pieces]
        self._settled = 0

    @property
    def height(self) -> int:
        """How many rows there are, as far as is known."""
        return self._all_tops()[-1]

    @property
    def settled(self) -> bool:
        """Whether every piece is wrapped, and ``height`` therefore exact."""
        return self._settled == len(self._pieces)

    def row(self, y: int) -> Row | None:
        """The row at ``y``, None below the last."""
        while 0 <= y < self.height and self._pieces:
            tops = self._all_tops()
            at = bisect_right(tops, y) - 1
            if self._wrap(at) and y >= self._all_tops()[at + 1]:
                continue  # the piece is lower than it was thought to be
            return self._row_in(at, y - tops[at])
        return None

    def y_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``, or the nearest one before it."""
        if not self._pieces:
            return 0
        at = max(0, bisect_right(self._offsets, offset) - 1)
        self._wrap(at)
        piece = self._pieces[at]
        number = bisect_right(self._wrapped[at], max(0, offset - piece.start)) - 1
        return self._all_tops()[at] + piece.gap + number

    def ensure(self, first: int, last: int) -> None:
        """Wrap what stands in the rows from ``first`` to before ``last``."""
        tops = self._all_tops()
        at = max(0, bisect_right(tops, first) - 1)
        y = tops[at]
        while at < len(self._pieces) and y < last:
            self._wrap(at)
            y += self._heights[at]
            at += 1

    def settle(self, seconds: float) -> bool:
        """Go on wrapping for about so long; True when there is nothing left to wrap."""
        deadline = perf_counter() + seconds
        while not self.settled and perf_counter() < deadline:
            for at in range(self._settled, min(self._settled + 16, len(self._pieces))):
                self._wrap(at)
                self._settled = at + 1
        return self.settled

    def _row_in(self, at: int, below: int) -> Row:
        piece, starts = self._pieces[at], self._wrapped[at]
        number = below - piece.gap
        if number < 0:
            return Row(piece, number, piece.start, piece.start)
        length = len(piece.words) if piece.words is not None else piece.end - piece.start
        end = starts[number + 1] if number + 1 < len(starts) else length
        origin = 0 if piece.words is not None else piece.start
        return Row(piece, number, origin + starts[number], origin + end)

    def _wrap(self, at: int) -> bool:
        """Wrap one piece; False if it is already."""
        if at in self._wrapped:
            return False
        piece = self._pieces[at]
        words = piece.words if piece.words is not None else shown(self._text[piece.start : piece.end])
        starts = array("I", wrap(words, self._room(piece)))
        self._wrapped[at] = starts
        if self._heights[at] != piece.gap + len(starts):
            self._heights[at] = piece.gap + len(starts)
            self._tops = None
        return True

    def _room(self, piece: Piece) -> int:
        return max(1, self.width - piece.indent)

    def _estimate(self, piece: Piece) -> int:
        """Rows lose a few cells at their end, half a word on the average."""
        length = len(piece.words) if piece.words is not None else piece.end - piece.start
        return piece.gap + max(1, -(-length // max(1, self._room(piece) - 3)))

    def _all_tops(self) -> list[int]:
        """Where each piece begins, blank rows included, and after them the height of all."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops
