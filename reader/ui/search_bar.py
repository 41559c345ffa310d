"""The line one types a search into."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label


class SearchBar(Horizontal):
    """Posts Typed at every change, Done on Enter, Cancelled on Escape."""

    DEFAULT_CSS = """
    SearchBar {
        height: 1; padding: 0 1;
        Label { width: auto; color: $foreground-muted; }
        #prompt { color: $accent; text-style: bold; }
        Input, Input:focus { width: 1fr; background: $background; background-tint: transparent; }
    }
    """

    class Typed(Message):
        """The query is now this."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Done(Message):
        """The search is to be kept."""

    class Cancelled(Message):
        """The search is to be forgotten."""

    def compose(self) -> ComposeResult:
        """A prompt, the query, the count of hits."""
        yield Label("/", id="prompt", markup=False)
        yield Input(compact=True, select_on_focus=True)
        yield Label("", id="count", markup=False)

    def open(self) -> None:
        """Take the keyboard."""
        self.display = True
        self.query_one(Input).focus()

    def count(self, words: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Label).update(Content(words))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())

    def on_key(self, event: events.Key) -> None:
        """Escape gives the search up."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Cancelled())
