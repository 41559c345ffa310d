"""Choosing what is marked in the text."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from reader.config.settings import LAYERS, LayerName
from reader.ui.choices import Choices
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet

_ROWS: tuple[tuple[str, LayerName, str], ...] = (
    ("s", "quote", "quotes: a bar beside them"),
    ("c", "claim", "claims: underlined"),
    ("t", "time", "times: underlined, slanted"),
    ("e", "entity", "names: slanted, by colour"),
    ("l", "link", "links: underlined"),
)


class LayersDialog(Sheet[None]):
    """Each key switches one layer on or off, and the text shows it at once.

    Args:
        shown: the kinds of item that are marked.
        changed: is told the kinds, each time they change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,L,q", "dismiss", "Close", show=False, priority=True),
        Binding("space", "turn_this", "Switch it", show=False),
        *(Binding(key, f"turn('{kind}')", says, show=False) for key, kind, says in _ROWS),
        Binding("0", "none", "Mark nothing", show=False),
        Binding("9", "all", "Mark everything", show=False),
    ]

    def __init__(self, shown: frozenset[LayerName], changed: Callable[[frozenset[LayerName]], None]) -> None:
        super().__init__()
        self._shown, self._changed = shown, changed

    def compose(self) -> ComposeResult:
        """A row a layer."""
        keys = (
            Hint("Space", "switch", "screen.turn_this"),
            Hint("9", "all", "screen.all"),
            Hint("0", "nothing", "screen.none"),
            Hint("Enter", "done", "screen.dismiss"),
        )
        with Vertical():
            yield self.title_line("Marked in the text", *keys)
            yield Choices(*self._rows())

    @on(Choices.OptionSelected)
    def _clicked(self, event: Choices.OptionSelected) -> None:
        self.action_turn(_ROWS[event.option_index][1])

    def action_turn_this(self) -> None:
        """Switch the layer the cursor is on."""
        self.action_turn(_ROWS[self.query_one(Choices).highlighted or 0][1])

    def action_turn(self, kind: LayerName) -> None:
        """Switch one layer on or off."""
        self._set(self._shown ^ {kind})

    def action_none(self) -> None:
        """Mark nothing."""
        self._set(frozenset())

    def action_all(self) -> None:
        """Mark everything."""
        self._set(frozenset(LAYERS))

    def _set(self, shown: frozenset[LayerName]) -> None:
        self._shown = shown
        rows = self.query_one(Choices)
        for place, row in enumerate(self._rows()):
            rows.replace_option_prompt_at_index(place, row)
        self._changed(shown)

    def _rows(self) -> list[Content]:
        return [
            Content.assemble("■ " if kind in self._shown else "□ ", (key, "bold"), f"  {says}")
            for key, kind, says in _ROWS
        ]
