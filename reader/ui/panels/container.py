"""The four panels beside the article: stacked when there is room, else behind tabs."""

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive

from reader.analysis.model import Reading
from reader.article import Article
from reader.ui.items import ItemKind
from reader.ui.panels.arrangement import Arrangement, Mode, PanelName
from reader.ui.panels.claims import ClaimsPanel
from reader.ui.panels.entities import EntitiesPanel
from reader.ui.panels.panel import Panel
from reader.ui.panels.shares import share_out
from reader.ui.panels.speakers import SpeakersPanel
from reader.ui.panels.tabs import Tabs
from reader.ui.panels.timeline import TimelinePanel
from reader.ui.panels.view import View

PANELS: dict[PanelName, type[Panel]] = {
    "speakers": SpeakersPanel,
    "claims": ClaimsPanel,
    "timeline": TimelinePanel,
    "entities": EntitiesPanel,
}
PANEL_OF: dict[ItemKind, PanelName] = {
    "quote": "speakers",
    "claim": "claims",
    "time": "timeline",
    "entity": "entities",
}
ROOMY = 32  # lines from which a blank line parts the panels


class Panels(Vertical):
    """Every panel of one Reading.

    Posts ItemChosen, SpeakerFiltered, PublicationDayAsked and ReadingWanted. The screen sets
    ``mode`` by its width; what a person changed is in ``arrangement``, and may be set too.
    """

    DEFAULT_CSS = """
    Panels { width: 44; height: 1fr; background: $background; }
    Panels > Panel { display: none; }
    Panels > Panel.-seen { display: block; }
    Panels > Tabs { display: none; }
    Panels.-tabs > Tabs { display: block; }
    Panels.-tabs Heading { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_panel(1)", "Next panel", show=False, id="list.next"),
        Binding("shift+tab", "next_panel(-1)", "Panel before", show=False, id="list.previous"),
    ]

    mode: reactive[Mode] = reactive[Mode]("stack", init=False)
    arrangement: reactive[Arrangement] = reactive(Arrangement(), init=False)

    def __init__(self, arrangement: Arrangement | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs = Tabs()
        self.panels = {name: make(id=f"panel-{name}") for name, make in PANELS.items()}
        self.view = View()
        self._filled = False
        self._needs: dict[PanelName, int] = {}
        self.set_reactive(Panels.arrangement, arrangement or Arrangement())

    def compose(self) -> ComposeResult:
        """The tabs above the panels."""
        yield self.tabs
        yield from self.panels.values()

    def on_mount(self) -> None:
        """Stand as arranged."""
        self._arrange()

    # What the screen says

    def show(self, article: Article, reading: Reading) -> None:
        """Fill every panel."""
        only = self.view.only if article.text == self.view.article.text else None
        known = only in {speaker.id for speaker in reading.speakers}
        self._fill(View(article, reading, only if known else None))

    def show_waiting(self, share: float | None = None) -> None:
        """Say that the analysis is under way; ``share`` of it, 0 to 1, is done where that is known."""
        done = "" if share is None else f" {round(100 * share)} %"
        self._say(f"reading…{done}")

    def show_failed(self, message: str) -> None:
        """Say in one line why there is no Reading, and offer to try again."""
        self._say(message, again=True)

    def choose(self, kind: ItemKind, id: str) -> None:
        """Mark an item in its panel and bring it into view. Posts nothing."""
        name = PANEL_OF[kind]
        for other, panel in self.panels.items():
            if other == name:
                panel.choose(kind, id)
            else:
                panel.unmark()
        if self.mode == "tabs" and name in self.arrangement.shown:
            self.arrangement = replace(self.arrangement, active=name)
        self._measure()

    def filter(self, speaker: str | None) -> None:
        """Show what one speaker says only; None shows everything. Waits while there is no Reading."""
        self.view = replace(self.view, only=speaker)
        if self._filled:
            self._fill(self.view)

    def toggle(self, name: PanelName) -> None:
        """Hide a panel, or show it again."""
        self.arrangement = self.arrangement.toggled(name)

    def zoom(self, name: PanelName | None) -> None:
        """Give one panel all the room of the panels; None gives it back."""
        self.arrangement = replace(self.arrangement, zoomed=name)

    def resize(self, delta: int) -> None:
        """Make the panels wider by ``delta`` columns (narrower when negative)."""
        self.arrangement = self.arrangement.widened(delta)

    def focus_panel(self, name: PanelName | None = None) -> None:
        """Put the keyboard into a panel, the one in view where none is named; a hidden one is shown."""
        wanted = name or self.arrangement.last(self.mode)
        self.arrangement = self.arrangement.with_active(wanted)
        self.panels[wanted].rows.focus()

    @property
    def focused(self) -> PanelName | None:
        """The panel that has the keyboard."""
        return next((name for name, panel in self.panels.items() if panel.has_focus_within), None)

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
            self.arrangement = replace(self.arrangement, active=self.focused)

    # How they stand

    def watch_mode(self) -> None:
        """Stand as the other mode wants it."""
        self._arrange()

    def watch_arrangement(self) -> None:
        """Stand as arranged."""
        self.notify_style_update()
        self._arrange()

    def notify_style_update(self) -> None:
        """Take the chosen width where the style sheet gives a number of columns, not a share of the screen."""
        super().notify_style_update()
        ruled = self.styles.base.width
        wanted = self.arrangement.width if ruled is not None and ruled.is_cells else None
        inline = self.styles.inline.width
        if (inline.value if inline else None) != wanted:
            self.styles.inline.width = wanted

    def on_resize(self, event: events.Resize) -> None:
        """Share the height out anew."""
        self._needs.clear()
        self._measure()

    def _fill(self, view: View) -> None:
        self.view, self._filled = view, True
        self._needs.clear()
        for panel in self.panels.values():
            panel.show(view)
        self._arrange()

    def _say(self, text: str, again: bool = False) -> None:
        self._filled = False
        for panel in self.panels.values():
            panel.say(text, again)
        self._arrange()

    def _arrange(self) -> None:
        seen = self.arrangement.seen(self.mode)
        for name, panel in self.panels.items():
            panel.set_class(name in seen, "-seen")
        tabs = self.mode == "tabs" or self.arrangement.zoomed is not None
        self.set_class(tabs, "-tabs")
        shown = self.arrangement.shown
        self.tabs.show(
            [(self.panels[name].title, self.panels[name].counted) for name in shown],
            next((at for at, name in enumerate(shown) if name in seen), 0),
        )
        self._measure()

    @on(Panel.Rebuilt)
    def _measure(self) -> None:
        """Give each panel the height it needs, or its share; one that grew stays so, for calm."""
        seen = self.arrangement.seen(self.mode)
        if len(seen) < 2:
            for name in seen:
                self.panels[name].styles.height = "1fr"
            return
        gap = int(self.size.height >= ROOMY)
        for name in seen:
            self._needs[name] = max(self.panels[name].lines + gap, self._needs.get(name, 0))
        heights = share_out([self._needs[name] for name in seen], self.size.height)
        for name, height in zip(seen, heights, strict=True):
            self.panels[name].styles.height = height
