"""The rows of a panel, drawn only where they are seen, under the keyboard and the mouse: thousands scroll like ten."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple, get_args

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.analysis.model import EntityKind
from reader.ui.bindings import ROWS
from reader.ui.items import ItemKind
from reader.ui.palette import SPEAKERS
from reader.ui.panels.lines import Line, Piece, Row, fit, wrapped

SPEAKER = ("quote", *(f"speaker-{number}" for number in range(1, len(SPEAKERS) + 1)))
ENTITY = tuple(f"entity-{kind}" for kind in get_args(EntityKind))
COLOURED = (*SPEAKER, *ENTITY, "claim", "time")


def classes(*names: str) -> set[str]:
    """The component classes of these names. Each costs a node in every list that has it."""
    return {f"rows--{name}" for name in names}


CSS = """
Rows {
    height: 1fr;
    background: $background;
    overflow-x: hidden;
    scrollbar-size-vertical: 1;
    scrollbar-gutter: stable;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $foreground 20%;
}
Rows > .rows--dim { color: $text-muted; }
Rows > .rows--accent { color: $text-accent; text-style: bold; }
Rows > .rows--marked { background: $current; }
Rows > .rows--cursor { background: $primary-muted; }
Rows > .rows--hover { background: $foreground 8%; }
""" + "\n".join(f"Rows > .rows--{name} {{ color: ${name}; }}" for name in COLOURED)


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


SIGNS = {"marked": "▌", "cursor": "›"}  # what the first column says, colour or none
LONGEST = 12  # lines of a sentence in the place of all rows
_BESIDE = 2  # cells left and right of a row: its sign, and a blank before the scroll bar


class DrawnRows(ScrollView):
    """Rows with a cursor, one that is marked, and one under the mouse. Its styles are those of Rows.

    The row one is at is shown whole, over several lines if need be; every other takes one line.
    """

    cursor: reactive[int] = reactive(0)
    marked: reactive[int] = reactive(-1)
    hovered: reactive[int] = reactive(-1)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.places: dict[tuple[ItemKind, str] | None, int] = {}
        self.nodes: dict[str | None, int] = {}
        self._strips: LRUCache[tuple[int, int, int, str], Strip] = LRUCache(1024)
        self._tall = Tall()  # the row one is at

    def fill(self, rows: Sequence[Row], marked: tuple[ItemKind, str] | None = None) -> None:
        """Show other rows, from the first that takes the cursor, with the row of one item marked."""
        self.rows = rows
        self.places = {row.item: at for at, row in enumerate(rows) if row.item}
        self.nodes = {row.node: at for at, row in enumerate(rows) if row.node}
        self.set_reactive(DrawnRows.cursor, self.nearest_row(0, 1))
        self.set_reactive(DrawnRows.marked, self.places.get(marked, -1) if marked else -1)
        self._stretch()

    def go_to(self, row: Row, place: int) -> None:
        """Put the cursor on what stands for the same thing as ``row`` of other rows, else on what took its place."""
        if row.item in self.places:
            self.cursor = self.places[row.item]
        elif (node := row.node or row.parent) in self.nodes:
            self.cursor = self.nodes[node]
        elif row.item is not None:
            self.cursor = self.nearest_row(place, 1)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the screen the row under the cursor begins in, when it is in view."""
        y = self._tall.y_of(self.cursor) - self.scroll_offset.y
        seen = self.row is not None and 0 <= y < self.size.height
        return self.content_region.offset + Offset(0, y) if seen else None

    # Where rows are

    def _stretch(self) -> None:
        """Show the row one is at whole, and no other but what is always open; draw everything anew."""
        at = self.cursor if self.has_focus else self.marked
        shown = (*self._about(at), *(place for place, row in enumerate(self.rows[:1]) if row.open))
        self._tall = next((tall for tall in map(self._tall_at, shown) if tall.lines), Tall())
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, self._tall.y_of(len(self.rows)))
        self.refresh()

    def _about(self, at: int) -> Iterator[int]:
        """A row, and the one below it that only says more about it."""
        if 0 <= at < len(self.rows):
            yield at
            below = self.rows[at + 1] if at + 1 < len(self.rows) else None
            if below and below.still and below.parent == self.rows[at].node is not None:
                yield at + 1

    def _tall_at(self, at: int) -> Tall:
        lines = self._whole(self.rows[at])
        return Tall(at, lines) if len(lines) > 1 else Tall()

    def _whole(self, row: Row) -> list[Line]:
        width = self.scrollable_content_region.width - _BESIDE
        most = LONGEST if row.open else self.size.height - 1
        made = row.whole(width) if row.whole else (row.draw(width),)
        return [line for each in made for line in wrapped(each, width, most)][: max(1, most)]

    def row_at(self, y: int) -> int | None:
        """The row in a line of what is seen that the mouse may choose."""
        at, _ = self._tall.row_in(y + self.scroll_offset.y)
        return at if 0 <= at < len(self.rows) and not self.rows[at].still else None

    def show_row(self, at: int) -> None:
        """Scroll just as far as it takes to see a row, without animation."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        first, last = self._tall.y_of(at), self._tall.y_of(at + 1) - 1
        above = (
            self._tall.y_of(self.nodes.get(self.rows[at].parent, at)) if 0 <= at < len(self.rows) else first
        )
        if last - above < height:  # whom or what it is of is seen with it
            first = above
        if first < top or last >= top + height:
            y = first - height // 3 if first == last else min(first, max(last - height + 1, top))
            self.scroll_to(y=max(0, y), animate=False, immediate=True)

    def nearest_row(self, at: int, step: int) -> int:
        """The first row from ``at`` on, then the other way, that the cursor may stand on."""
        last = len(self.rows) - 1
        at = max(0, min(at, last))
        for way in (step, -step):
            seen = range(at, last + 1) if way > 0 else range(at, -1, -1)
            found = next((place for place in seen if not self.rows[place].still), None)
            if found is not None:
                return found
        return at

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        at, part = self._tall.row_in(y + self.scroll_offset.y)
        width = self.scrollable_content_region.width
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        key = (at, part, width, self._state(at))
        if (strip := self._strips.get(key)) is None:
            self._strips[key] = strip = self._draw(self._line(at, part, width), width, part, key[3])
        return strip

    def _line(self, at: int, part: int, width: int) -> Line:
        return self._tall.lines[part] if at == self._tall.at else self.rows[at].draw(width - _BESIDE)

    def _state(self, at: int) -> str:
        """What is special about a row, as words: "marked cursor"."""
        focused = at == self.cursor and self.has_focus
        states = {"marked": at == self.marked, "cursor": focused, "hover": at == self.hovered}
        return " ".join(name for name, holds in states.items() if holds)

    def _draw(self, line: Line, width: int, part: int, state: str) -> Strip:
        names = state.split()
        sign = next((SIGNS[name] for name in names if name in SIGNS), " ")
        if part and sign == SIGNS["cursor"]:
            sign = " "
        pieces = (Piece(sign, "accent"), *fit(line, max(0, width - _BESIDE)), Piece(" "))
        over = Style(bold=True) if "marked" in names else Style()
        for name in names:
            over += Style(bgcolor=self.get_component_rich_style(f"rows--{name}").bgcolor)
        return Strip([Segment(piece.text, self._style(piece) + over) for piece in pieces]).adjust_cell_length(
            width
        )

    def _style(self, piece: Piece) -> Style:
        plain = self.get_component_rich_style(f"rows--{piece.style}") if piece.style else self.rich_style
        return plain + Style.parse(piece.emphasis)

    # What makes it draw anew

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Keep in view what was pointed at, now that there is more room or less."""
        self._stretch()
        if self.has_focus or self.marked >= 0:
            self.show_row(self.cursor)

    def watch_has_focus(self, focus: bool) -> None:
        """What is shown whole is where the keyboard is."""
        super().watch_has_focus(focus)
        self._stretch()
        if focus:
            self.show_row(self.cursor)

    def watch_cursor(self) -> None:
        """Keep the cursor in view."""
        self._stretch()
        self.show_row(self.cursor)

    def watch_marked(self) -> None:
        """Draw the mark where it is now."""
        self._stretch()

    def watch_hovered(self) -> None:
        """Draw the row under the mouse."""
        self.refresh()


class Rows(DrawnRows, can_focus=True):
    """The rows of a panel, moved through as in any list."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES = classes("dim", "accent", "marked", "cursor", "hover")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(key.binding for key in ROWS),
        Binding("down", "move(1)", "Next row", show=False),
        Binding("up", "move(-1)", "Row before", show=False),
        Binding("right", "turn(True)", "Open", show=False),
        Binding("left", "turn(False)", "Close", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    class Picked(Message):
        """A row was picked, with enter or a click."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Turned(Message):
        """The row under the cursor is to be opened (``wide``) or closed."""

        def __init__(self, row: Row, wide: bool) -> None:
            super().__init__()
            self.row = row
            self.wide = wide

    class Reached(Message):
        """The keyboard is on another row."""

    def watch_cursor(self) -> None:
        """Tell where the keyboard is now."""
        super().watch_cursor()
        if self.has_focus:
            self.post_message(self.Reached())

    def action_move(self, step: int) -> None:
        """Go to the next row (1), the one before (-1) or so many on."""
        there = max(0, min(self.cursor + step, len(self.rows) - 1))
        if there != self.cursor:
            self.cursor = self.nearest_row(there, 1 if step > 0 else -1)

    def action_page(self, step: int) -> None:
        """Go a page down (1) or up (-1)."""
        self.cursor = self.nearest_row(self.cursor + step * max(1, self.size.height - 1), step)

    def action_edge(self, step: int) -> None:
        """Go to the first row (-1) or the last (1)."""
        self.cursor = self.nearest_row(0 if step < 0 else len(self.rows) - 1, -step)

    def action_pick(self) -> None:
        """Choose the row under the cursor."""
        if self.row is not None and not self.row.still:
            self.post_message(self.Picked(self.row))

    def action_turn(self, wide: bool) -> None:
        """Open or close the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Turned(self.row, wide))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        at = self.row_at(event.y)
        if event.button == 1 and at is not None:
            self.cursor = at
            self.action_pick()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row a click would choose."""
        at = self.row_at(event.y)
        self.hovered = -1 if at is None else at

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self.hovered = -1
