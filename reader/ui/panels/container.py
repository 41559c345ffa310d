"""The four panels beside the article: stacked when there is room, else behind tabs."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reader.analysis.model import Reading
from reader.article import Article
from reader.config.settings import PanelName
from reader.ui.hint import Hint
from reader.ui.items import ItemKind
from reader.ui.panels.arrangement import Arrangement
from reader.ui.panels.lines import Row
from reader.ui.panels.panel import Panel
from reader.ui.panels.standing import StandingPanels
from reader.ui.panels.tabs import Tabs
from reader.ui.panels.view import View

PANEL_OF: dict[ItemKind, PanelName] = {
    "quote": "speakers",
    "claim": "claims",
    "time": "timeline",
    "entity": "entities",
}


class Panels(StandingPanels):
    """Every panel of one Reading.

    Posts ItemChosen, SpeakerFiltered, PublicationDayAsked and ReadingWanted. The screen sets
    ``mode`` by its width; what a person changed is in ``arrangement``, and may be set too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_panel(1)", "Next panel, then the text", show=False, id="list.next"),
        Binding("shift+tab", "next_panel(-1)", "Panel before", show=False, id="list.previous"),
    ]

    def __init__(
        self, arrangement: Arrangement | None = None, *, measure: int = 76, id: str | None = None
    ) -> None:
        super().__init__(arrangement, measure=measure, id=id)
        self.view = View()
        self._filled = False

    def hints(self) -> list[Hint]:
        """The keys that matter in the panel that has the keyboard."""
        return self.panels[self.focused].hints() if self.focused else []

    @property
    def row(self) -> Row | None:
        """The row one is on in the panel that has the keyboard."""
        return self.panels[self.focused].rows.row if self.focused else None

    # What the screen says

    def show(
        self,
        article: Article,
        reading: Reading,
        corrected: frozenset[tuple[ItemKind, str]] = frozenset(),
        dropped: int = 0,
    ) -> None:
        """Fill every panel; ``corrected`` are the items a person knew better about, ``dropped`` how many are gone."""
        only = self.view.only if article.text == self.view.article.text else None
        known = only in {speaker.id for speaker in reading.speakers}
        self._fill(View(article, reading, only if known else None, corrected, dropped))

    def show_waiting(self, share: float | None = None, *, long: bool = False) -> None:
        """Say that the analysis is under way; ``share`` of it, 0 to 1, is done where that is known.

        Args:
            long: it takes long, and can be stopped.
        """
        done = "" if share is None else f" {round(100 * share)} %"
        self._say(f"reading…{done}" + ", which takes long" * long, again="stops it" * long)

    def show_stopped(self) -> None:
        """Say that the person stopped the analysis, and offer to begin it again."""
        self._say("the analysis was stopped", again="begins it again")

    def show_failed(self, message: str) -> None:
        """Say in one line why there is no Reading, and offer to try again."""
        self._say(message, again="tries again")

    def show_foreign(self, message: str) -> None:
        """Say in one line that nothing was looked for, and offer to do it all the same."""
        self._say(message, again="reads it all the same")

    def choose(self, kind: ItemKind, id: str) -> None:
        """Mark an item in its panel and bring it into view. Posts nothing."""
        name = PANEL_OF[kind]
        for other, panel in self.panels.items():
            if other == name:
                panel.choose(kind, id)
            else:
                panel.unmark()
        self.arrangement = self.arrangement.following(name, self.mode)
        self._measure()

    def filter(self, speaker: str | None) -> None:
        """Show what one speaker says only; None shows everything. Waits while there is no Reading."""
        self.view = replace(self.view, only=speaker)
        if self._filled:
            self._fill(self.view)

    # What the person does

    def action_next_panel(self, step: int) -> None:
        """Go to the next panel in order, or the one before; past the last, to what stands beside them."""
        order = self.arrangement.seen("stack")
        at = order.index(self.focused) + step if self.focused in order else -1
        if 0 <= at < len(order):
            self.focus_panel(order[at])
        else:
            self.screen.focus_next("ArticleView") if step > 0 else self.screen.focus_previous()

    @on(Panel.ZoomAsked)
    def _zoom(self, event: Panel.ZoomAsked) -> None:
        event.stop()
        name = next(name for name, panel in self.panels.items() if panel is event.panel)
        self.zoom(None if self.arrangement.zoomed == name else name)

    @on(Tabs.Clicked)
    def _tab(self, event: Tabs.Clicked) -> None:
        event.stop()
        self.focus_panel(self.arrangement.shown[event.place])

    def on_descendant_focus(self) -> None:
        """Remember where the keyboard was last."""
        if self.focused is not None:
            self.arrangement = self.arrangement._replace(active=self.focused)

    def _fill(self, view: View) -> None:
        self.view, self._filled = view, True
        self._needs.clear()
        for panel in self.panels.values():
            panel.show(view)
        self._arrange()

    def _say(self, text: str, again: str = "") -> None:
        self._filled = False
        for panel in self.panels.values():
            panel.say(text, again)
        self._arrange()
