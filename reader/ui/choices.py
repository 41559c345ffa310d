"""A list one chooses from, with the keys of the panels: every dialog and screen with a list has this one."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Choices(OptionList):
    """Rows of which one is chosen; the keys that move through it are those of the lists in the panels."""

    DEFAULT_CSS = """
    Choices, Choices:focus {
        height: auto; border: none; padding: 0; background: transparent; background-tint: transparent;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
    }
    Choices > .option-list--option { padding: 0; }
    Choices > .option-list--option-disabled { color: $foreground; }
    Choices:nocolor > .option-list--option-highlighted, Choices:nocolor:focus > .option-list--option-highlighted {
        color: $background; background: $foreground; text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False, id="list.down"),
        Binding("k", "cursor_up", show=False, id="list.up"),
        Binding("g", "first", show=False, id="list.first"),
        Binding("G", "last", show=False, id="list.last"),
    ]

    def __init__(self, *rows: Option | Content) -> None:
        super().__init__(*rows, markup=False)

    @property
    def cursor_cell(self) -> Offset | None:
        """The cell of the screen the highlighted row begins in, when it is in view."""
        line = self._index_to_line.get(-1 if self.highlighted is None else self.highlighted)
        y = -1 if line is None else line - self.scroll_offset.y
        return self.content_region.offset + Offset(0, y) if 0 <= y < self.size.height else None


def heading(title: str) -> Option:
    """A row that parts others and cannot be chosen."""
    return Option(Content.styled(title, "bold $foreground-muted"), disabled=True)
