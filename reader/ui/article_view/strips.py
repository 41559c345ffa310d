"""A row of the layout -> the Strip that Textual draws."""

from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.ui.article_view.parts import AFTER_WORDS, RowPainter
from reader.ui.article_view.rows import Row


class Painter(RowPainter):
    """Draws rows. Args are those of RowPainter."""

    def paint(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """The strip of one row.

        Args:
            selected: the stretch of the source selected with the mouse.
        """
        runs = groupby(self.parts(row, selected), key=lambda part: part[1])
        segments = [Segment("".join(text for text, _, _ in parts), style) for style, parts in runs]
        return self._strip(segments)

    def paint_located(self, row: Row, selected: tuple[int, int] | None = None) -> Strip:
        """The same with every segment saying where in the source it is, for a mouse that selects."""
        return self._strip([_located(*part, row.offset) for part in self.parts(row, selected)])

    def _strip(self, segments: list[Segment]) -> Strip:
        strip = Strip(segments)
        return strip if strip.cell_length == self.width else strip.crop(0, self.width)


def _located(text: str, style: Style, x: int, y: int) -> Segment:
    """A segment that tells a mouse selection where it is: ``y`` is the offset of the row in the
    source, ``x`` the place in the row."""
    return Segment(text, style if x == AFTER_WORDS else style + Style.from_meta({"offset": (x, y)}))
