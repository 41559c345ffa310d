"""How the screen is laid out: panels beside, below or instead of the text, and what is marked in it."""

from typing import ClassVar

from textual import events
from textual.widget import Widget

from reader.ui.panels import PanelName
from reader.ui.screens.base import ReadingBase

ONE_PANE, BESIDE, STACKED = 60, 80, 100
"""Columns from which the panels stand below the text, beside it as tabs, beside it in a stack."""


class Looking(ReadingBase):
    """Layout, panels and layers."""

    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-one"),
        (ONE_PANE, "-below"),
        (BESIDE, "-beside"),
        (STACKED, "-stacked"),
    ]

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panels."""
        self.panels.mode = "stack" if event.size.width >= STACKED else "tabs"
        if not self.panels_shown and self.focused and self.panels in self.focused.ancestors:
            self.view.focus()
        self.tell_where()

    @property
    def one_pane(self) -> bool:
        """Whether there is room for the text or the panels only."""
        return self.size.width < ONE_PANE

    @property
    def panels_shown(self) -> bool:
        """Whether the panels are on screen."""
        return self.has_class("-panels") if self.one_pane else not self.has_class("-no-panels")

    def show_panels(self, shown: bool) -> None:
        """Show the panels, or hide them; the keyboard follows."""
        self.set_class(shown if self.one_pane else not shown, "-panels" if self.one_pane else "-no-panels")
        if not shown or self.one_pane:
            self.call_after_refresh(self._focus, self.panels if shown else self.view)
        self.tell_where()

    def action_panels_toggle(self) -> None:
        """Hide or show the panels."""
        self.show_panels(not self.panels_shown)

    def action_panels_focus(self) -> None:
        """On to the next panel, and from the last back to the text."""
        if self.one_pane:
            self.show_panels(not self.panels_shown)
        elif not self.panels_shown:
            self.show_panels(True)
            self.call_after_refresh(self._focus, self.panels)
        else:
            self.focus_next()

    def action_panels_zoom(self) -> None:
        """Give the panel one is in all the room, or give it back."""
        if self.panels.zoomed is not None:
            self.panels.zoom(None)
            return
        name = self._panel_in_focus() or self.panels.active
        if not self.panels_shown:
            self.show_panels(True)
        self.panels.zoom(name)

    def action_panels_resize(self, columns: int) -> None:
        """Make the panels wider or narrower."""
        self.panels.resize(columns)

    def action_panel_toggle(self, name: PanelName) -> None:
        """Hide or show one panel."""
        if not self.panels_shown:
            self.show_panels(True)
        self.panels.toggle(name)

    def _panel_in_focus(self) -> PanelName | None:
        for node in self.focused.ancestors_with_self if self.focused else ():
            if node.id and node.id.startswith("panel-"):
                return node.id.removeprefix("panel-")  # type: ignore[return-value]
        return None

    def _focus(self, widget: Widget) -> None:
        inside = next((w for w in self.focus_chain if widget in w.ancestors_with_self), None)
        (inside or self.view).focus()
