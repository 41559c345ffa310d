"""Notices at the foot of the screen, one line over the keys; and how what comes over the screens looks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

_SHEET = Path(__file__).with_name("over.tcss")


def dress(app: App[Any]) -> None:
    """Add the style sheet of prompts, notices and the palette to the app's, unless it is there."""
    if not app.stylesheet.has_source(str(_SHEET)):
        app.stylesheet.add_source(_SHEET.read_text("utf-8"), (str(_SHEET), ""))


class Notices(App[None]):
    """An app whose notices are shown literally, the latest in place of the one before it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.notices: Sequence[str] = ()
        """What the person should know from the start, one line each."""
        self._warned: set[str] = set()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Textual's own; warnings stay beside each other until their time is up."""
        dress(self)
        self.hush()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def warn_once(self, message: str) -> None:
        """Show a warning, unless it was shown before."""
        if message not in self._warned:
            self._warned.add(message)
            self.notify(message, severity="warning")

    @property
    def noticed(self) -> bool:
        """Whether a notice is on the screen."""
        return bool(self._notifications)

    def hush(self) -> None:
        """Take notices away that only tell what was done."""
        for notice in [each for each in self._notifications if each.severity == "information"]:
            self._unnotify(notice)
