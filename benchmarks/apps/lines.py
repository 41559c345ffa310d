"""A file in a bare line-API view: lines cut at the width, drawn as they are asked for."""

import sys
from pathlib import Path

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

WIDTH = 72


class Lines(ScrollView, can_focus=True):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._lines = [
            line[at : at + WIDTH] for line in text.split("\n") for at in range(0, max(1, len(line)), WIDTH)
        ]
        self.virtual_size = Size(WIDTH, len(self._lines))

    def render_line(self, y: int) -> Strip:
        at = self.scroll_offset.y + y
        text = self._lines[at] if at < len(self._lines) else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


class LinesApp(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Lines(Path(sys.argv[1]).read_text("utf-8"))

    def on_mount(self) -> None:
        self.query_one(Lines).focus()


if __name__ == "__main__":
    LinesApp().run()
