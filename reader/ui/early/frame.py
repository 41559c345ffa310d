"""The first frame: the line above the text, and the text in which nothing is marked yet."""

from collections.abc import Iterator

from rich.color import ColorSystem
from rich.style import Style

from reader.article import Article
from reader.ui import heading
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.marks import Marks
from reader.ui.article_view.parts import RowPainter, fitting, left_of, struck_out
from reader.ui.early.colours import EarlyLooks
from reader.ui.early.room import Room

_Parts = list[tuple[str, Style]]


class Frame:
    """One frame.

    Args:
        article: what to show.
        place: which of several articles it is, "" for one.
        offset: where in the source the first row begins.
        measure: columns of text that are wanted.
        room: that of the text.
    """

    def __init__(
        self, article: Article, looks: EarlyLooks, *, place: str, offset: int, measure: int, room: Room
    ) -> None:
        self._article, self._looks, self._place, self._room = article, looks, place, room
        self._layout = Layout(article, fitting(measure, room.columns))
        self._top = self._first_row(offset)

    def written(self, system: ColorSystem) -> str:
        """What puts it on a terminal of so many colours."""
        columns, rows = self._room.screen
        blank: _Parts = [(" " * columns, self._looks.plain)]
        lines = [self._heading(columns), *self._rows(columns)]
        lines += [blank] * (rows - len(lines))
        return "".join(
            f"\x1b[{y};1H" + "".join(style.render(text, color_system=system) for text, style in line)
            for y, line in enumerate(lines, 1)
        )

    def _first_row(self, offset: int) -> int:
        """The row at the top: the one with the offset, or the last that leaves no room below the text."""
        layout, height = self._layout, self._room.rows
        y = layout.settled(
            lambda: layout.y_of(offset) if offset else 0, lambda y: (y - height, y + 2 * height)
        )
        return max(0, min(y, layout.height + 1 - height))

    def _heading(self, columns: int) -> _Parts:
        read_to = self._layout.read_to(self._top + self._room.rows - 1)
        far = heading.how_far(self._article, read_to)
        title, right = heading.parts(self._article, self._place, far, columns - 2)
        plain, muted = self._looks.plain, self._looks.muted
        return [(" ", plain), (title, plain + Style(bold=True)), (f"  {right} ", muted)]

    def _rows(self, columns: int) -> Iterator[_Parts]:
        width = self._room.columns
        left = left_of(width, self._layout.width)
        struck = struck_out(self._article)
        painter = RowPainter(self._article.text, width, left, self._looks, Marks(), struck)
        rest = (" " * (columns - width), self._looks.plain)
        for y in range(self._top, self._top + self._room.rows):
            row = self._layout.row(y)
            parts = [(text, style) for text, style, _ in painter.parts(row)] if row else []
            yield [*(parts or [(" " * width, self._looks.plain)]), rest]
