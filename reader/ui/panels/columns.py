"""The columns of the claims: how wide, in which order, and the line of names above them."""

from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reader.ui.panels.lines import pad
from reader.ui.panels.shares import share_out

NAMES = ("number", "what", "of", "who says")
GAP = 2
NUMBER_AT_MOST = 12
FOLDS_BELOW = 46  # narrower than this, what is counted and of what share a column


@dataclass(frozen=True, slots=True)
class Order:
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
        return replace(self, down=not self.down)

    def _first(self, column: int | None) -> "Order":
        """Numbers begin with the largest, words with the first of the alphabet."""
        return Order(column, down=column == 0)

    @property
    def arrow(self) -> str:
        """Which way it runs."""
        return "▾" if self.down else "▴"


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths for a table whose longest cells are ``longest`` cells wide, in the order of NAMES."""

    longest: tuple[int, ...] = (0, 0, 0, 0)

    def widths(self, width: int) -> tuple[int, ...]:
        """How wide each column is; 0 for one that is empty or shares the column before it."""
        number, what, of, who = self.longest
        number = min(max(number, len(NAMES[0]) + 1), NUMBER_AT_MOST)
        what, who = max(what, len(NAMES[1]) + 2), max(who, len(NAMES[3]) + 2)
        if of and width < FOLDS_BELOW:
            what, of = what + 3 + of, 0
        room = width - number - GAP * (2 + bool(of))
        given = share_out((what, of, who), room)
        spare = max(0, room - sum(given))
        return (number, *given[:2], given[2] + spare)


def row(cells: tuple[str, ...], widths: tuple[int, ...]) -> list[str]:
    """The cells of one row, each padded to its column; a folded column gives its text to the one before."""
    number, what, of, who = cells
    if of and not widths[2]:
        what = f"{what} · {of}" if what else of
    texts = (number, what, of, who)
    made = [
        pad(text, width, right=place == 0)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    return [text + " " * GAP for text in made[:-1] if text] + [made[-1]]


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
        names = [
            f"{name} {self.order.arrow}" if place == self.order.column else name
            for place, name in enumerate(NAMES)
        ]
        return Content(" " + "".join(row((*names[:1], names[1], names[2], names[3]), self._widths())))

    def _widths(self) -> tuple[int, ...]:
        return self.columns.widths(self.size.width - 2)  # the mark and the scroll bar beside the rows

    def on_click(self, event: Click) -> None:
        """Sort by the column under the mouse."""
        edge = 1
        for place, width in enumerate(self._widths()):
            edge += width + GAP * bool(width)
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return


def longest(table: list[tuple[str, ...]]) -> Columns:
    """The columns a table needs."""
    if not table:
        return Columns()
    return Columns(tuple(max(map(cell_len, column)) for column in zip(*table, strict=True)))
