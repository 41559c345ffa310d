"""The rows of one section of an article, set at one width."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.ui.article_view.pieces import Piece
from reader.ui.article_view.wrapping import shown, wrap


class Row(NamedTuple):
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


class Rows:
    """Where each row of a section begins and which row an offset is in.

    Args:
        text: the source.
        pieces: what to set, in text order.
        width: cells a row may take, indents included.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], width: int) -> None:
        self._pieces = pieces
        self._offsets = [piece.start for piece in pieces]
        self._starts = [
            array("I", _row_starts(text, piece, max(1, width - piece.indent))) for piece in pieces
        ]
        heights = (piece.gap + len(starts) for piece, starts in zip(pieces, self._starts, strict=True))
        self._tops = [0, *accumulate(heights)]

    @property
    def height(self) -> int:
        """How many there are."""
        return self._tops[-1]

    def row(self, y: int) -> Row:
        """The row at ``y``, from 0 to before ``height``."""
        at = bisect_right(self._tops, y) - 1
        piece, starts = self._pieces[at], self._starts[at]
        number = y - self._tops[at] - piece.gap
        if number < 0:
            return Row(piece, number, piece.start, piece.start)
        length = len(piece.words) if piece.words is not None else piece.end - piece.start
        end = starts[number + 1] if number + 1 < len(starts) else length
        origin = 0 if piece.words is not None else piece.start
        return Row(piece, number, origin + starts[number], origin + end)

    def y_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``, or the nearest one before it."""
        if not self._pieces:
            return 0
        at = max(0, bisect_right(self._offsets, offset) - 1)
        piece = self._pieces[at]
        number = bisect_right(self._starts[at], max(0, offset - piece.start)) - 1
        return self._tops[at] + piece.gap + number


def _row_starts(text: str, piece: Piece, width: int) -> list[int]:
    """Where the rows of a piece start; each of its lines is wrapped by itself where they are its own."""
    if not piece.lines:
        return wrap(_words(text, piece), width)
    starts, at = [], 0
    for line in text[piece.start : piece.end].split("\n"):
        starts += [at + start for start in wrap(shown(line), width)]
        at += len(line) + 1
    return starts


def _words(text: str, piece: Piece) -> str:
    return piece.words if piece.words is not None else shown(text[piece.start : piece.end])
