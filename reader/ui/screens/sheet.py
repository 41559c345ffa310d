"""What the small dialogs share: they lie at the foot of the screen and leave the article in sight."""

from typing import Generic, TypeVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from reader.ui.notices import Notices

T = TypeVar("T")

Hint = tuple[str, str, str]
"""A key as it is written, what it does in a word or two, and the action a click runs."""


class Sheet(ModalScreen[T], Generic[T]):
    """A dialog over the last rows of the screen, in a Vertical whose first line is :meth:`title`."""

    DEFAULT_CSS = """
    Sheet { background: $background 0%; align: left bottom; }
    Sheet > Vertical { height: auto; max-height: 80%; background: $surface; padding: 0 1; }
    Sheet #title {
        height: auto; color: $foreground-muted;
        link-style: not underline; link-color: $foreground-muted; link-background: $surface;
    }
    Sheet .wrong { color: $text-error; height: auto; }
    """

    def on_mount(self) -> None:
        """A notice would lie over the last row."""
        if isinstance(self.app, Notices):
            self.app.hush()

    def title_line(self, title: str, *hints: Hint) -> Static:
        """What is asked, and the keys that matter."""
        return Static(titled(title, *hints), id="title")


def titled(title: str, *hints: Hint) -> Content:
    """A title and the keys behind it, each of which can be clicked."""
    parts = [_hint(key, says, action) for key, says, action in hints]
    return Content("  ").join([Content.styled(f"{title} ", "bold $accent"), *parts])


def _hint(key: str, says: str, action: str) -> Content:
    shown = Content.assemble((key, "bold"), f" {says}")
    return shown.stylize(Style.from_meta({"@click": action})) if action else shown
