"""What was said of an article, called back."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.article.sanitise import visible
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet


class NoticesDialog(Sheet[None]):
    """Every notice in full.

    Args:
        notices: one line each.
    """

    DEFAULT_CSS = """
    NoticesDialog VerticalScroll { height: auto; max-height: 20; }
    NoticesDialog .notice { height: auto; padding: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,i", "dismiss", "Close", show=False),
        Binding("j", "scroll(1)", show=False, id="list.down"),
        Binding("k", "scroll(-1)", show=False, id="list.up"),
    ]

    def __init__(self, notices: Sequence[str]) -> None:
        super().__init__()
        self._notices = notices

    def compose(self) -> ComposeResult:
        """A paragraph a notice."""
        title = "What was said of this article" if self._notices else "Nothing was said of this article"
        with Vertical():
            yield self.title_line(title, Hint("Esc", "close", "screen.dismiss"))
            with VerticalScroll():
                for notice in self._notices:
                    yield Static(Content(f"· {visible(notice)}"), classes="notice")

    def action_scroll(self, rows: int) -> None:
        """Move through many of them."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
