"""The mouse: which character of the source is under it, and what is selected between two places."""

from rich.cells import split_graphemes
from textual.geometry import Offset
from textual.selection import Selection

from reader.late import late
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.parts import visible_end
from reader.ui.article_view.rows import Row
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
