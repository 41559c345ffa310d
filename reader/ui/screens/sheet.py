"""What the small dialogs share: they lie at the foot of the screen and leave the article in sight."""

from typing import Generic, TypeVar

from rich.cells import cell_len
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.cells import cut
from reader.ui.hint import Hint
from reader.ui.notices import Notices

T = TypeVar("T")


class Sheet(ModalScreen[T], Generic[T]):
    """A dialog over the last rows of the screen, in a Vertical whose first line is :meth:`title`."""

    DEFAULT_CSS = """
    Sheet { background: $background 0%; align: left bottom; }
    Sheet > Vertical { height: auto; max-height: 80%; background: $surface; padding: 0 1; }
    Sheet #title {
        height: 1; text-wrap: nowrap; color: $foreground-muted;
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
        return Title(title, *hints)


class Title(Static):
    """One line: what is asked, cut where it is too long for the keys behind it, and what there is room for of these."""

    def __init__(self, title: str, *hints: Hint) -> None:
        super().__init__(titled(title, *hints), id="title")
        self._told = (title, hints)

    def tell(self, title: str, *hints: Hint) -> None:
        """Ask something else."""
        self._told = (title, hints)
        self.update(titled(title, *hints))

    def render(self) -> Content:
        """The line in the room there is."""
        title, hints = self._told
        least = min(cell_len(title), self.size.width // 2)
        while hints and self._left_by(hints) < least:
            hints = hints[:-1]
        return titled(cut(title, self._left_by(hints)), *hints)

    def _left_by(self, hints: tuple[Hint, ...]) -> int:
        """The cells that the keys leave for what is asked."""
        return self.size.width - 1 - sum(hint.width for hint in hints)


def titled(title: str, *hints: Hint) -> Content:
    """A title and the keys behind it, each of which can be clicked."""
    return Content("  ").join([Content.styled(f"{title} ", "bold $accent"), *(hint.drawn for hint in hints)])
