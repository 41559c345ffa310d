"""The first line of a panel: its name, how much it holds, and a hint at the right."""

from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget


class Heading(Widget):
    """One quiet line; clicking it gives the panel all the room, or gives it back."""

    DEFAULT_CSS = """
    Heading { height: 1; padding: 0 1; }
    Heading.-here { color: $text-accent; }
    Heading:hover { background: $foreground 8%; }
    Heading > .heading--dim { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--dim"}

    class Clicked(Message):
        """The person clicked a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.count, self.hint = "", ""

    def say(self, count: str = "", hint: str = "") -> None:
        """Show another count and hint."""
        self.count, self.hint = count, hint
        self.refresh()

    def render(self) -> Content:
        """Name and count at the left, the hint at the right as far as there is room."""
        left = Content.assemble((self.title.upper(), "bold"), " ", (self.count, ".heading--dim"))
        room = self.size.width - left.cell_length - 2
        hint = Content.styled(self.hint, ".heading--dim").truncate(max(0, room), ellipsis=True)
        gap = max(0, self.size.width - left.cell_length - hint.cell_length)
        return Content.assemble(left, " " * gap, hint)

    def on_click(self, event: Click) -> None:
        """Tell the panel."""
        self.post_message(self.Clicked())
