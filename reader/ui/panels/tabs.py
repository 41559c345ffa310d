"""The line of panel names, when only one of them has room."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget


class Tabs(Widget):
    """Names of the panels with their counts; the one that is seen is bold and underlined."""

    DEFAULT_CSS = """
    Tabs { height: 1; padding: 0 1; }
    Tabs > .tabs--dim { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--dim"}

    class Clicked(Message):
        """The person clicked a tab."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._tabs: Sequence[tuple[str, str]] = ()
        self._active = 0

    def show(self, tabs: Sequence[tuple[str, str]], active: int) -> None:
        """Other tabs: the name and the count of each, and which is seen."""
        self._tabs, self._active = tabs, active
        self.refresh()

    def _texts(self) -> list[tuple[str, str]]:
        """Names and counts as far as there is room: the counts go first, then the ends of the names."""
        width = self.size.width
        gaps = 2 * (len(self._tabs) - 1)
        if sum(len(name) + len(count) + 1 for name, count in self._tabs) + gaps <= width:
            return [(name, f" {count}") for name, count in self._tabs]
        room = (width - gaps) // max(1, len(self._tabs))
        if sum(len(name) for name, _ in self._tabs) + gaps <= width:
            return [(name, "") for name, _ in self._tabs]
        return [(name[:room], "") for name, _ in self._tabs]

    def render(self) -> Content:
        """One line."""
        parts: list[Content] = []
        for place, (name, count) in enumerate(self._texts()):
            style = "bold underline" if place == self._active else ".tabs--dim"
            parts.append(Content.assemble((name, style), (count, ".tabs--dim")))
        return Content("  ").join(parts)

    def on_click(self, event: Click) -> None:
        """Go to the tab under the mouse."""
        edge = 1
        for place, (name, count) in enumerate(self._texts()):
            edge += len(name) + len(count) + 2
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return
