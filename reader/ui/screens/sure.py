"""Asking whether something is really to be done, which cannot be seen at once."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from reader.ui.hint import Hint
from reader.ui.screens.sheet import Sheet


class Sure(Sheet[bool | None]):
    """Gives True when the person wants it, None when they thought better of it.

    Args:
        question: what is to be done, and to what.
        yes: what it is, in a word or two.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "yes", "Do it", show=False),
        Binding("escape,q,n", "dismiss", "Never mind", show=False),
    ]

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question, self._yes = question, yes

    def compose(self) -> ComposeResult:
        """The question and its two answers, in one line."""
        with Vertical():
            yes, no = Hint("Enter", self._yes, "screen.yes"), Hint("Esc", "keep it", "screen.dismiss")
            yield self.title_line(self._question, yes, no)

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)
