"""What was on the terminal before the app stays there until the app can show as much itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.driver import Driver

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

    from reader.ui.early.terminal import EarlyTerminal

_LONGEST = 2.0  # seconds; whatever keeps the panels from being filled, the app is there then


class Uncovering(App[None]):
    """An app that draws nothing while it is covered.

    Args:
        early: the terminal, with what was shown on it; None where there was nothing.
    """

    def __init__(self, early: EarlyTerminal | None = None) -> None:
        super().__init__(_driver(early))
        self.covered = early is not None and early.complete

    def on_mount(self) -> None:
        """Wait for the panels, but not for ever."""
        if self.covered:
            self.set_timer(_LONGEST, self.uncover)

    def on_all_shown(self) -> None:
        """The screen is what it was when it was left, or will not be."""
        self.uncover()

    def uncover(self) -> None:
        """Draw, from now on."""
        if self.covered:
            self.covered = False
            self.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Textual's own; whoever does something with the mouse wants to see it."""
        if isinstance(event, events.MouseDown | events.MouseScrollUp | events.MouseScrollDown):
            self.uncover()
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self.covered:
            super()._display(screen, renderable)


def _driver(early: EarlyTerminal | None) -> type[Driver] | None:
    if early is None:
        return None
    from reader.ui.driver import taking_over

    return taking_over(early)
