"""The line of panel names, when only one of them has room."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

Tab = tuple[str, str]
"""The name of a panel, and how much it holds."""
_GAP = 2


def fitting(tabs: Sequence[Tab], active: int, width: int) -> list[Tab]:
    """The tabs as far as there is room: counts go first, then the names of all but the active one.

    Example:
        >>> fitting([("Speakers", "11"), ("Claims", "18")], 0, 18)
        [('Speakers', '11'), ('C', '18')]
    """
    initials = [(name if place == active else name[:1], count) for place, (name, count) in enumerate(tabs)]
    forms = (tabs, [(name, "") for name, _ in tabs], initials, [(name, "") for name, _ in initials])
    fits = (list(form) for form in forms if sum(map(_cells, form)) + _GAP * (len(form) - 1) <= width)
    return next(fits, [(name[:1], "") for name, _ in tabs])


def _cells(tab: Tab) -> int:
    name, count = tab
    return cell_len(name) + bool(count) + cell_len(count)


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
        self._tabs: Sequence[Tab] = ()
        self._active = 0

    def show(self, tabs: Sequence[Tab], active: int) -> None:
        """Other tabs, and which of them is seen."""
        self._tabs, self._active = tabs, active
        self.refresh()

    @property
    def shown(self) -> list[Tab]:
        """The tabs as they are written."""
        return fitting(self._tabs, self._active, self.size.width)

    def render(self) -> Content:
        """One line."""
        parts: list[Content] = []
        for place, (name, count) in enumerate(self.shown):
            style = "bold underline" if place == self._active else ".tabs--dim"
            parts.append(Content.assemble((name, style), (f" {count}" if count else "", ".tabs--dim")))
        return Content(" " * _GAP).join(parts)

    def on_click(self, event: Click) -> None:
        """Go to the tab under the mouse."""
        edge = 1
        for place, tab in enumerate(self.shown):
            edge += _cells(tab) + _GAP
            if event.x < edge:
                self.post_message(self.Clicked(place))
                return
