"""The terminal's own cursor, shown where one is: screen readers, braille displays and magnifiers follow it.

Textual keeps it hidden and draws cursors of its own. Here every frame asks the widget that has the keyboard
for the cell one is at. While a frame is drawn the cursor is hidden, and comes back at its end with the same
write, so that it never runs over the screen.
"""

from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"
CLASS = "-terminal-cursor"
"""The class of the app while the cursor is shown, so that Textual's own in a prompt is not drawn over it."""


class ShownCursor(App[None]):
    """An app that shows the terminal's cursor while ``cursor_wanted``."""

    cursor_wanted = True

    def on_mount(self) -> None:
        """Leave the cursor in a prompt to the terminal."""
        self.set_class(self.cursor_wanted and not self.is_headless, CLASS)

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the screen one is at, None where there is none."""
        focused = self.focused
        if isinstance(focused, Input):
            return focused.cursor_screen_offset
        cell: Offset | None = getattr(focused, "cursor_cell", None)  # the article, a panel or a list has one
        return cell

    def _begin_update(self) -> None:
        """Textual's own, before each frame; it then puts the cursor at ``cursor_position``."""
        super()._begin_update()
        cell = self.cursor_cell
        if cell is not None:
            self.cursor_position = cell
        self._write_cursor(HIDE)

    def _end_update(self) -> None:
        if self.cursor_cell is not None:
            self._write_cursor(SHOW)
        super()._end_update()

    def _write_cursor(self, sequence: str) -> None:
        if self.cursor_wanted and self._driver is not None:
            self._driver.write(sequence)
