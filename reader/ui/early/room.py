"""Where the text stands on a screen of some size, as the style sheet lays it out."""

from typing import NamedTuple

from reader.ui.panels.arrangement import Arrangement
from reader.ui.widths import BESIDE, ONE_PANE, STACKED

_LINES_AROUND = 2  # the one above the desk and the one below it
_LOWEST_PANELS = 6


class Room(NamedTuple):
    """The cells of the text, below the first line and at the left edge; its scroll bar stands in the last column of them.

    Args:
        screen: columns and rows of the whole screen.
    """

    columns: int
    rows: int
    screen: tuple[int, int]


def room_of(columns: int, rows: int, measure: int, panels: Arrangement) -> Room:
    """The room of the text on a screen of so many cells.

    Args:
        columns: those of the screen.
        rows: those of the screen.
        measure: columns of text that are wanted.
        panels: how they stand.
    """
    screen, rows = (columns, rows), rows - _LINES_AROUND
    if columns < ONE_PANE:
        return Room(columns, rows, screen)
    if columns < BESIDE:
        return Room(columns, rows - max(_LOWEST_PANELS, rows * 40 // 100), screen)
    most = columns * (45 if columns >= STACKED else 40) // 100
    return Room(columns - min(panels.width_in(columns, measure), most), rows, screen)
