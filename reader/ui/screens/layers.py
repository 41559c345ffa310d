"""Choosing what is marked in the text."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from reader.ui.items import ItemKind

_ROWS: tuple[tuple[str, ItemKind, str], ...] = (
    ("s", "quote", "speech: a bar beside it"),
    ("c", "claim", "claims: underlined"),
    ("t", "time", "times: underlined, slanted"),
    ("e", "entity", "names: by colour and weight"),
)


class LayersDialog(ModalScreen[None]):
    """Each key switches one layer on or off, and the text shows it at once.

    Args:
        shown: the kinds of item that are marked.
        changed: is told the kinds, each time they change.
    """

    DEFAULT_CSS = """
    LayersDialog {
        background: $background 0%; align: left bottom;
        Static { width: 1fr; height: auto; background: $surface; padding: 0 1; link-style: none; link-color: $foreground; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,L,q", "dismiss", "Close", show=False),
        *(Binding(key, f"turn('{kind}')", says, show=False) for key, kind, says in _ROWS),
        Binding("0", "none", "Mark nothing", show=False),
        Binding("9", "all", "Mark everything", show=False),
    ]

    def __init__(self, shown: frozenset[ItemKind], changed: Callable[[frozenset[ItemKind]], None]) -> None:
        super().__init__()
        self._shown, self._changed = shown, changed

    def compose(self) -> ComposeResult:
        """A row a layer."""
        yield Static(self._rows())

    def action_turn(self, kind: ItemKind) -> None:
        """Switch one layer on or off."""
        self._set(self._shown ^ {kind})

    def action_none(self) -> None:
        """Mark nothing."""
        self._set(frozenset())

    def action_all(self) -> None:
        """Mark everything."""
        self._set(frozenset(kind for _, kind, _ in _ROWS))

    def _set(self, shown: frozenset[ItemKind]) -> None:
        self._shown = shown
        self.query_one(Static).update(self._rows())
        self._changed(shown)

    def _rows(self) -> Content:
        title = Content.assemble(("Marked in the text", "bold $accent"), "   9 all · 0 nothing · Enter: done")
        return Content("\n").join([title, *(self._row(key, kind, says) for key, kind, says in _ROWS)])

    def _row(self, key: str, kind: ItemKind, says: str) -> Content:
        sign = "■" if kind in self._shown else "□"
        row = Content.assemble(f"{sign} ", (key, "bold"), f"  {says}")
        return row.stylize(Style.from_meta({"@click": f"screen.turn('{kind}')"}))
