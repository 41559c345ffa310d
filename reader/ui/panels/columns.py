"""The columns of the claims: how wide, in which order, and the line of names above them."""

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reader.ui.cells import pad
from reader.ui.panels.shares import share_out

NAMES = ("number", "what", "who says")
GAP = 2
NUMBER_AT_MOST = 14
_ARROW = 2


class Order(NamedTuple):
    """``column`` sorts the table, None leaves the order of the text; ``down`` is largest or last first."""

    column: int | None = None
    down: bool = False

    def step(self, by: int) -> "Order":
        """Sorted by the next column, or the one before."""
        places = (None, *range(len(NAMES)))
        return self._first(places[(places.index(self.column) + by) % len(places)])

    def by(self, column: int) -> "Order":
        """Sorted by a column; turned round when it was already."""
        return self.reversed() if column == self.column else self._first(column)

    def reversed(self) -> "Order":
        """The other way round."""
        return self._replace(down=not self.down)

    def _first(self, column: int | None) -> "Order":
        """Numbers begin with the largest, words with the first of the alphabet."""
        return Order(column, down=column == 0)

    @property
    def arrow(self) -> str:
        """Which way it runs."""
        return "▾" if self.down else "▴"


class Columns(NamedTuple):
    """Widths for a table whose longest cells are ``longest`` cells wide, in the order of NAMES."""

    longest: tuple[int, ...] = (0, 0, 0)

    def widths(self, width: int) -> tuple[int, ...]:
        """How wide each column is."""
        needs = [max(need, len(name) + _ARROW) for need, name in zip(self.longest, NAMES, strict=True)]
        number = min(needs[0], NUMBER_AT_MOST, 2 * width // 5)
        room = width - number - 2 * GAP
        what, who = share_out(needs[1:], room)
        return number, max(what, room - who), who


def longest(table: list[tuple[str, ...]]) -> Columns:
    """The columns a table needs."""
    return (
        Columns(tuple(max(map(cell_len, column)) for column in zip(*table, strict=True)))
        if table
        else Columns()
    )


def row(cells: tuple[str, ...], widths: tuple[int, ...]) -> tuple[str, ...]:
    """The cells of one row, each padded to its column; a long number takes its room from the next."""
    number, what, who = cells
    wide = max(widths[0], min(cell_len(number), widths[0] + widths[1]))
    beside = max(0, widths[1] - (wide - widths[0]))
    return pad(number, wide, right=True) + " " * GAP, pad(what, beside) + " " * GAP, pad(who, widths[2])


class Header(Widget):
    """The names of the columns; clicking one sorts by it."""

    DEFAULT_CSS = """
    Header { height: 1; color: $text-muted; }
    """

    class Clicked(Message):
        """The person clicked the name of a column."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self) -> None:
        super().__init__()
        self.order = Order()
        self.columns = Columns()

    def show(self, order: Order, columns: Columns) -> None:
        """Name the columns of another table."""
        self.order, self.columns = order, columns
        self.refresh()

    def render(self) -> Content:
        """One line, with an arrow at the column that sorts the table."""
        widths = self._widths()
        names = (
            name if cell_len(name) <= width else name.split()[0]
            for name, width in zip(NAMES, widths, strict=True)
        )
        named = tuple(
            f"{name} {self.order.arrow}" if place == self.order.column else name
            for place, name in enumerate(names)
        )
        return Content(" " + "".join(row(named, widths)))

    def _widths(self) -> tuple[int, ...]:
        return self.columns.widths(self.size.width - 3)  # what stands left and right of the rows

    def on_click(self, event: Click) -> None:
        """Sort by the column under the mouse."""
        edge = 1
        for place, width in enumerate(self._widths()):
            edge += width + GAP
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return
