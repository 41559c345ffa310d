"""One row that takes several lines, among rows that take one."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.ui.panels.lines import Line


class Tall(NamedTuple):
    """The row at place ``at`` takes ``lines``; without any, no row is tall."""

    at: int = -1
    lines: Sequence[Line] = ()

    def y_of(self, row: int) -> int:
        """The line in which a row begins, counted from the first row's."""
        return row + (len(self.lines) - 1 if self.lines and row > self.at else 0)

    def row_in(self, y: int) -> tuple[int, int]:
        """The row in a line, and which of its lines that is."""
        if not self.lines or y < self.at:
            return y, 0
        part = y - self.at
        return (self.at, part) if part < len(self.lines) else (y - len(self.lines) + 1, 0)
