"""The rows of a panel under the keyboard and the mouse."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.ui.panels.drawn import DrawnRows
from reader.ui.panels.lines import Row
from reader.ui.panels.styles import CSS, classes


class Rows(DrawnRows, can_focus=True):
    """The rows of a panel, moved through as in any list."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES = classes("dim", "accent", "marked", "cursor", "hover")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "Next row", show=False, id="list.down"),
        Binding("down", "move(1)", "Next row", show=False),
        Binding("k", "move(-1)", "Row before", show=False, id="list.up"),
        Binding("up", "move(-1)", "Row before", show=False),
        Binding("l", "turn(True)", "Open it, or go into it", show=False, id="list.open"),
        Binding("right", "turn(True)", "Open", show=False),
        Binding("h", "turn(False)", "Close it, or go up from it", show=False, id="list.close"),
        Binding("left", "turn(False)", "Close", show=False),
        Binding("g", "edge(-1)", "First row", show=False, id="list.first"),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("G", "edge(1)", "Last row", show=False, id="list.last"),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("enter", "pick", "Go to it in the text, or open it", id="list.choose"),
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
        """Go to the next row (1) or the one before (-1)."""
        if 0 <= self.cursor + step < len(self.rows):
            self.cursor = self.nearest_row(self.cursor + step, step)

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
