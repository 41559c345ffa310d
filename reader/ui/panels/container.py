"""The four panels side by side with the article: stacked when there is room, else behind tabs."""

from typing import Literal, get_args

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from reader.analysis.model import Reading
from reader.article import Article
from reader.ui.items import ItemKind

PanelName = Literal["speakers", "claims", "timeline", "entities"]
NAMES: tuple[PanelName, ...] = get_args(PanelName)
Mode = Literal["stack", "tabs"]


class Panels(Vertical):
    """Every panel of one Reading.

    Posts ItemChosen, SpeakerFiltered, PublicationDayAsked and ReadingWanted.
    """

    DEFAULT_CSS = """
    Panels { width: 44; height: 1fr; border-left: vkey $foreground 20%; padding: 0 1; }
    """

    mode: reactive[Mode] = reactive[Mode]("stack")
    zoomed: reactive[PanelName | None] = reactive[PanelName | None](None)
    active: reactive[PanelName] = reactive[PanelName]("speakers")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: tuple[PanelName, ...] = NAMES

    def compose(self) -> ComposeResult:
        """A place for each panel."""
        for name in NAMES:
            yield Static(Content(name.upper()), id=f"panel-{name}")

    def show(self, article: Article, reading: Reading) -> None:
        """Fill every panel."""

    def show_waiting(self, share: float | None = None) -> None:
        """Say that the analysis is under way; ``share`` of it, 0 to 1, is done where that is known."""

    def show_failed(self, message: str) -> None:
        """Say in one line why there is no Reading, and offer to try again."""

    def choose(self, kind: ItemKind, id: str) -> None:
        """Mark an item in its panel and bring it into view. Posts nothing."""

    def filter(self, speaker: str | None) -> None:
        """Show what one speaker says only; None shows everything."""

    def toggle(self, name: PanelName) -> None:
        """Hide a panel, or show it again."""

    def zoom(self, name: PanelName | None) -> None:
        """Give one panel all the room; None gives it back."""

    def resize(self, delta: int) -> None:
        """Make the panels wider by ``delta`` columns (narrower when negative)."""
