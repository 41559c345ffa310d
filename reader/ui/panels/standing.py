"""How the panels stand: stacked when there is room, else behind tabs; hidden, zoomed, wider."""

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from reader.config.settings import PanelName
from reader.ui.panels.arrangement import Arrangement, Mode
from reader.ui.panels.claims import ClaimsPanel
from reader.ui.panels.entities import EntitiesPanel
from reader.ui.panels.panel import Panel
from reader.ui.panels.shares import share_out
from reader.ui.panels.speakers import SpeakersPanel
from reader.ui.panels.tabs import Tabs
from reader.ui.panels.timeline import TimelinePanel

PANELS: dict[PanelName, type[Panel]] = {
    "speakers": SpeakersPanel,
    "claims": ClaimsPanel,
    "timeline": TimelinePanel,
    "entities": EntitiesPanel,
}
ROOMY = 32  # lines from which a blank line parts the panels


class StandingPanels(Vertical):
    """The panels and the room each has.

    The screen sets ``mode`` by its width; what a person changed is in ``arrangement``.
    """

    DEFAULT_CSS = """
    StandingPanels { width: 44; height: 1fr; background: $background; }
    StandingPanels > Panel { display: none; }
    StandingPanels > Panel.-seen { display: block; }
    StandingPanels > Tabs { display: none; }
    StandingPanels.-tabs > Tabs { display: block; }
    StandingPanels.-tabs Heading { display: none; }
    """

    mode: reactive[Mode] = reactive[Mode]("stack", init=False)
    arrangement: reactive[Arrangement] = reactive(Arrangement(), init=False)

    def __init__(self, arrangement: Arrangement | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs = Tabs()
        self.panels = {name: make(id=f"panel-{name}") for name, make in PANELS.items()}
        self._needs: dict[PanelName, int] = {}
        self.set_reactive(StandingPanels.arrangement, arrangement or Arrangement())

    def compose(self) -> ComposeResult:
        """The tabs above the panels."""
        yield self.tabs
        yield from self.panels.values()

    def on_mount(self) -> None:
        """Stand as arranged."""
        self._arrange()

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
