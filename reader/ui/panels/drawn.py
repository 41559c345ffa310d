"""Rows drawn only where they are seen: thousands of them scroll like ten."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.items import ItemKind
from reader.ui.panels.lines import Line, Piece, Row, fit

SIGNS = {"marked": "▌", "cursor": "›"}  # what the first column says, colour or none


class DrawnRows(ScrollView):
    """Rows with a cursor, one that is marked, and one under the mouse. Its styles are those of Rows."""

    cursor: reactive[int] = reactive(0)
    marked: reactive[int] = reactive(-1)
    hovered: reactive[int] = reactive(-1)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.places: dict[tuple[ItemKind, str] | None, int] = {}
        self.nodes: dict[str | None, int] = {}
        self._strips: LRUCache[tuple[int, int, str], Strip] = LRUCache(1024)

    def fill(self, rows: Sequence[Row], marked: tuple[ItemKind, str] | None = None) -> None:
        """Show other rows, from the first that takes the cursor, with the row of one item marked."""
        self.rows = rows
        self.places = {row.item: at for at, row in enumerate(rows) if row.item}
        self.nodes = {row.node: at for at, row in enumerate(rows) if row.node}
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows))
        self.set_reactive(DrawnRows.cursor, self.nearest_row(0, 1))
        self.set_reactive(DrawnRows.marked, self.places.get(marked, -1) if marked else -1)
        self.refresh()

    def go_to(self, row: Row) -> None:
        """Put the cursor on the row that stands for the same thing as ``row`` of other rows."""
        if row.item in self.places:
            self.cursor = self.places[row.item]
        elif (node := row.node or row.parent) in self.nodes:
            self.cursor = self.nodes[node]

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the screen the row under the cursor begins in, when it is in view."""
        y = self.cursor - self.scroll_offset.y
        seen = self.row is not None and 0 <= y < self.size.height
        return self.content_region.offset + Offset(0, y) if seen else None

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        key = (at, width, self._state(at))
        if (strip := self._strips.get(key)) is None:
            self._strips[key] = strip = self._draw(self.rows[at], width, key[2])
        return strip

    def _state(self, at: int) -> str:
        """What is special about a row, as words: "marked cursor"."""
        focused = at == self.cursor and self.has_focus
        states = {"marked": at == self.marked, "cursor": focused, "hover": at == self.hovered}
        return " ".join(name for name, holds in states.items() if holds)

    def _draw(self, row: Row, width: int, state: str) -> Strip:
        names = state.split()
        sign = next((SIGNS[name] for name in names if name in SIGNS), " ")
        made = row.draw(width - 1)
        pieces = fit(Line((Piece(sign, "accent"), *made.left), made.right), width)
        over = Style(bold=True) if "marked" in names else Style()
        for name in names:
            over += Style(bgcolor=self.get_component_rich_style(f"rows--{name}").bgcolor)
        return Strip([Segment(piece.text, self._style(piece) + over) for piece in pieces], width)

    def _style(self, piece: Piece) -> Style:
        plain = self.get_component_rich_style(f"rows--{piece.style}") if piece.style else self.rich_style
        return plain + Style.parse(piece.emphasis)

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Keep in view what was pointed at, now that there is more room or less."""
        if self.has_focus or self.marked >= 0:
            self.show_row(self.cursor)

    def watch_cursor(self) -> None:
        """Keep the cursor in view."""
        self.show_row(self.cursor)
        self.refresh()

    def watch_marked(self) -> None:
        """Draw the mark where it is now."""
        self.refresh()

    def watch_hovered(self) -> None:
        """Draw the row under the mouse."""
        self.refresh()

    def show_row(self, at: int) -> None:
        """Scroll just as far as it takes to see a row, without animation."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if at < top or at >= top + height:
            self.scroll_to(y=max(0, at - height // 3), animate=False, immediate=True)

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
