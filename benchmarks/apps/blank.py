"""An app with nothing but a word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Blank(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Static("blank")


if __name__ == "__main__":
    Blank().run()
