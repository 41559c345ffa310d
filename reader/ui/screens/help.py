"""All keys, by what they are for."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.article_view.marks import BARS, NEVER_CLOSED
from reader.ui.bindings import IN_PANELS, MARKS, READING, SELECTING
from reader.ui.hints import shown
from reader.ui.kept import BOOKMARK, NOTE
from reader.ui.panels.lines import CORRECTED, UNSURE
from reader.ui.panels.timeline import RAIL

_KEYS = 11  # cells the keys take
_GROUPS = {
    "Jump": "Jump",
    "Move": "Move through the text",
    "Search": "Search",
    "Look": "Look closer",
    "Keep": "Keep and share",
    "Panels": "Panels",
    "App": "Reader",
}


class Page(VerticalScroll):
    """All keys, scrolled; the terminal's cursor stands at the top of what is seen."""

    @property
    def cursor_cell(self) -> Offset:
        """The first cell."""
        return self.content_region.offset


class Help(ModalScreen[None]):
    """Closes with any of the keys one would try.

    Args:
        keymap: the keys that are not the usual ones, by binding id.
    """

    DEFAULT_CSS = """
    Help {
        background: $background 60%; align: center middle;
        Page {
            width: 1fr; max-width: 104; height: auto; max-height: 1fr; margin: 1 2; padding: 1 2;
            background: $surface; scrollbar-size-vertical: 1;
            layout: grid; grid-size: 1; grid-rows: auto; grid-gutter: 1 2;
        }
        Static { height: auto; }
        &.-narrow Page { margin: 0; padding: 0 1; }
        &.-wide Page { grid-size: 2; }
        &.-widest Page { grid-size: 3; max-width: 156; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide"), (150, "-widest")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Close", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("space", "page(1)", show=False),
        Binding("b", "page(-1)", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One column of keys a group."""
        with Page():
            for group, keys in groupby(READING, lambda key: key.group):
                rows = [(shown(key, self._keymap), key.says) for key in keys]
                yield Static(_column(_GROUPS[group], rows))
            inside = [(shown(key, self._keymap), key.says) for key in IN_PANELS]
            yield Static(_column("In a panel", inside))
            words = [(shown(key, self._keymap), key.says) for key in SELECTING]
            yield Static(_column("While selecting words", words))
            marks = [(shown(key, self._keymap), key.says) for key in MARKS]
            yield Static(_column("Among bookmarks and notes", marks))
            yield Static(_column("Numbers", _NUMBERS))
            yield Static(_column("Mouse", _MOUSE))
            yield Static(_column("Signs", _SIGNS))

    def action_move(self, rows: int) -> None:
        """Scroll by a row."""
        self.query_one(Page).scroll_relative(y=rows, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        scroll = self.query_one(Page)
        scroll.scroll_relative(y=by * scroll.size.height, animate=False)


_NUMBERS = [
    ("5j 3s", "A number before a key: so many times"),
    ("2p", "Before the key of the panels: which one"),
]

_MOUSE = [
    ("click", "Go to what is marked, or to a row of a panel"),
    ("drag", "Select text"),
    ("2 clicks", "Select a word"),
    ("3 clicks", "Select a paragraph"),
]

_SIGNS = [
    (" ".join(dict.fromkeys(BARS.values())), "Said in these words, in other words"),
    (NEVER_CLOSED, "A quotation never closed: its end is a guess"),
    ("~ ≤ ≥ < >", "About, at most, at least, less, more than"),
    ("↑ ↓", "What it rose by, what it fell by"),
    (" ".join(RAIL.values()), "Happened, recurring, planned, uncertain"),
    ("◆ ◇", "The publication day, when it is not known"),
    (CORRECTED, "Corrected by hand"),
    (UNSURE, "May well be wrong; u goes to the next"),
    (f"{BOOKMARK} {NOTE}", "A bookmark, a note"),
]


def _column(title: str, rows: list[tuple[str, str]]) -> Content:
    return Content("\n").join([Content.styled(title, "bold $accent"), *_lines(rows)])


def _lines(rows: list[tuple[str, str]]) -> Iterator[Content]:
    for keys, says in rows:
        yield Content.assemble((keys.ljust(_KEYS), "bold"), says)
