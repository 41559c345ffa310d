"""Selecting: which character is under the mouse, what is selected between two places, and a caret that keys move."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import split_graphemes
from textual.geometry import Offset
from textual.selection import Selection

from reader.late import late
from reader.ui.article_view.layout import Layout, Row
from reader.ui.article_view.parts import visible_end
from reader.ui.article_view.wrapping import shown

WORD = late(r"\w(?:\w|(?<=\w)['’.,-](?=\w))*|\S")


def offset_in(text: str, row: Row, cell: int) -> int | None:
    """The offset of the character in a cell of a row, counted from its first; None beside the text."""
    if row.blank or row.furniture or cell < 0:
        return None
    for start, _, cells in split_graphemes(shown(text[row.start : visible_end(text, row)]))[0]:
        cell -= cells
        if cell < 0:
            return row.start + start
    return None


def span(selection: Selection, text: str, layout: Layout) -> tuple[int, int]:
    """The stretch of the source that a selection covers.

    The places of a selection are those :mod:`strips` puts into the segments: ``y`` is the
    offset of a row, ``x`` counts from it, below 0 in the margin. They outlive a new width.
    """

    def source(place: Offset) -> int:
        row = layout.row(layout.y_of(place.y))
        if row is None or row.furniture or row.blank:
            return min(place.y, len(text))
        return min(place.y + max(0, place.x), max(place.y, visible_end(text, row)))

    start = 0 if selection.start is None else source(selection.start)
    end = len(text) if selection.end is None else source(selection.end)
    return min(start, end), max(start, end)


def covering(start: int, end: int, layout: Layout) -> Selection:
    """The selection that covers a stretch of the source."""

    def place(offset: int, of: int) -> Offset:
        row = layout.row(layout.y_of(of))
        origin = row.offset if row else 0
        return Offset(offset - origin, origin)

    return Selection(place(start, start), place(end, max(start, end - 1)))


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word around an offset, with the marks inside it; another character stands alone."""
    for match in WORD.finditer(text, max(0, offset - 60), min(len(text), offset + 60)):
        if match.start() <= offset < match.end():
            return match.span()
    return offset, min(len(text), offset + 1)


def paragraph_at(layout: Layout, offset: int) -> tuple[int, int]:
    """The piece of the article an offset is in."""
    row = layout.row(layout.y_of(offset))
    return (row.piece.start, row.piece.end) if row else (offset, offset)


_FAR = 400  # characters within which the next word stands


class Caret(NamedTuple):
    """Offsets into the source.

    Args:
        at: the character the caret is on.
        anchor: where the stretch began, None while none has.
        column: the cell the caret keeps to on its way up or down.
    """

    at: int
    anchor: int | None = None
    column: int | None = None

    def to(self, at: int, column: int | None = None) -> "Caret":
        """The caret elsewhere."""
        return self._replace(at=at, column=column)

    @property
    def turned(self) -> "Caret":
        """The caret at the other end of the stretch."""
        return self if self.anchor is None else Caret(self.anchor, self.at)


class Ways:
    """The ways through one text as it is laid out now."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text, self._layout = text, layout

    def stretch(self, caret: Caret) -> tuple[int, int] | None:
        """What is selected: both ends are in it, whole characters."""
        if caret.anchor is None:
            return None
        start, last = sorted((caret.anchor, caret.at))
        return start, self.end_of(last)

    def end_of(self, offset: int) -> int:
        """Where the character at an offset ends, with all that combines with it."""
        row = self._layout.row(self._layout.y_of(offset))
        places = [*self._places(row), visible_end(self._text, row)] if row else []
        at = bisect_right(places, offset)
        return places[at] if at < len(places) else min(len(self._text), offset + 1)

    def character(self, offset: int, by: int) -> int:
        """The next character (``by`` 1) or the one before (-1)."""
        for row in self._rows(self._layout.y_of(offset), by):
            places = self._places(row)
            beyond = [place for place in places if (place - offset) * by > 0]
            if beyond:
                return beyond[0 if by > 0 else -1]
        return offset

    def by_word(self, caret: Caret, by: int) -> Caret:
        """A word on (``by`` 1) or back (-1): to where it begins; with a stretch, so that it holds whole words."""
        if caret.anchor is None:
            return caret.to(self.word(caret.at, by))
        return self._onward(caret.at, caret.anchor) if by > 0 else self._backward(caret.at, caret.anchor)

    def _onward(self, at: int, anchor: int) -> Caret:
        if at >= anchor:
            return Caret(self.word_end(at), anchor)
        start = self.word(at, 1)
        if start <= anchor:
            return Caret(start, anchor)
        first, last = word_at(self._text, anchor)
        return Caret(self.word_end(last - 1), first)

    def _backward(self, at: int, anchor: int) -> Caret:
        first, last = word_at(self._text, anchor)
        if at < anchor or (at == anchor and at != first):
            return Caret(self.word(at, -1), anchor)
        lasts = [word.end() - 1 for word in WORD.finditer(self._text, anchor, at + 1)]
        before = [each for each in lasts if each < at]
        return Caret(before[-1], anchor) if before else Caret(self.word(anchor, -1), last - 1)

    def word(self, offset: int, by: int) -> int:
        """Where the next word (``by`` 1) or the one before (-1) begins."""
        if by > 0:
            return next((word.start() for word in self._words(offset) if word.start() > offset), offset)
        before = [word.start() for word in WORD.finditer(self._text, max(0, offset - _FAR), offset)]
        return before[-1] if before else offset

    def word_end(self, offset: int) -> int:
        """The last character of this word, or of the next one."""
        return next((word.end() - 1 for word in self._words(offset) if word.end() - 1 > offset), offset)

    def row(self, caret: Caret, by: int) -> Caret:
        """A row down (``by`` 1) or up (-1), as near below or above as there is text."""
        y = self._layout.y_of(caret.at)
        here = next(self._rows(y, by), None)
        there = next(self._rows(y + by, by), None)
        if here is None or there is None:
            return caret
        column = caret.column if caret.column is not None else self._column(here, caret.at)
        return caret.to(self._nearest(there, column), column)

    def edge(self, offset: int, by: int) -> int:
        """The first (-1) or last (1) character of the row."""
        row = self._layout.row(self._layout.y_of(offset))
        places = self._places(row) if row else ()
        return (places[-1] if by > 0 else places[0]) if places else offset

    def first_from(self, y: int) -> int | None:
        """The first character of the text in or below a row."""
        return next((row.start for row in self._rows(y, 1)), None)

    def _words(self, offset: int) -> Iterator[re.Match[str]]:
        return WORD.finditer(self._text, offset, min(len(self._text), offset + _FAR))

    def _rows(self, y: int, by: int) -> Iterator[Row]:
        """The rows of the text from ``y`` on, without those that are blank or not in the source."""
        while y >= 0 and (row := self._layout.row(y)) is not None:
            if not row.blank and not row.furniture and row.start < visible_end(self._text, row):
                yield row
            y += by

    def _places(self, row: Row) -> Sequence[int]:
        """Where each character of a row begins."""
        if row.blank or row.furniture:
            return ()
        words = shown(self._text[row.start : visible_end(self._text, row)])
        return [row.start + start for start, _, _ in split_graphemes(words)[0]]

    def _cells(self, row: Row) -> list[int]:
        """The cell each character of a row begins in, counted from the edge of the text."""
        words = shown(self._text[row.start : visible_end(self._text, row)])
        widths = [cells for _, _, cells in split_graphemes(words)[0]]
        return [row.piece.indent + cell for cell in accumulate(widths[:-1], initial=0)]

    def _column(self, row: Row, offset: int) -> int:
        at = bisect_right(self._places(row), offset) - 1
        return self._cells(row)[max(0, at)]

    def _nearest(self, row: Row, column: int) -> int:
        cells = self._cells(row)
        at = bisect_left(cells, column)
        return self._places(row)[min(at, len(cells) - 1)]
