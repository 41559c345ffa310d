"""Going to a bookmark or a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static


@dataclass(frozen=True, slots=True)
class Mark:
    """A place worth coming back to: its sign, how far in it is, and what stands or was written there."""

    offset: int
    sign: str
    percent: int
    says: str


class MarksDialog(ModalScreen[int | None]):
    """Gives the offset chosen.

    Args:
        marks: the bookmarks and notes, in text order.
    """

    DEFAULT_CSS = """
    MarksDialog {
        background: $background 0%; align: left bottom;
        Vertical { height: auto; background: $surface; padding: 0 1; }
        #title { color: $accent; text-style: bold; }
        OptionList { height: auto; max-height: 10; border: none; padding: 0; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(self, marks: Sequence[Mark]) -> None:
        super().__init__()
        self._marks = marks

    def compose(self) -> ComposeResult:
        """A row a mark."""
        with Vertical():
            yield Static(Content("Bookmarks and notes   Enter: go there · Esc: stay"), id="title")
            yield OptionList(*(_row(mark) for mark in self._marks))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if by > 0 else rows.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._marks[event.option_index].offset)


def _row(mark: Mark) -> Content:
    return Content.assemble(f"{mark.sign} ", (f"{mark.percent:3} %  ", "$foreground-muted"), mark.says)
