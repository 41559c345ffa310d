"""How the panels stand: stacked when there is room, else behind tabs; hidden, zoomed, wider."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.scalar import Unit
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
ROOMY = 26  # lines from which a blank line parts the panels


class StandingPanels(Vertical):
    """The panels and the room each has.

    The screen sets ``mode`` and ``columns`` by its width; what a person changed is in ``arrangement``.

    Args:
        arrangement: how they stand at first.
        measure: columns of the text they stand beside.
    """

    DEFAULT_CSS = """
    StandingPanels { width: 44; height: 1fr; background: $background; }
    StandingPanels > Panel { display: none; }
    StandingPanels > Panel.-seen { display: block; }
    StandingPanels > Panel.-parted { margin-top: 1; }
    StandingPanels > Tabs { display: none; }
    StandingPanels.-tabs > Tabs { display: block; }
    StandingPanels.-tabs Heading { display: none; }
    """

    mode: reactive[Mode] = reactive[Mode]("stack", init=False)
    arrangement: reactive[Arrangement] = reactive(Arrangement(), init=False)
    columns: reactive[int] = reactive(0, init=False)

    def __init__(
        self, arrangement: Arrangement | None = None, *, measure: int = 76, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.measure = measure
        self.tabs = Tabs()
        self.panels = {name: make(id=f"panel-{name}") for name, make in PANELS.items()}
        self._needs: dict[PanelName, int] = {}
        self.room = 0  # lines there will be, where that is known before they are laid out
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

    def bring(self, name: PanelName) -> None:
        """Bring a panel into view, with the keyboard where that is in another."""
        if self.focused is not None:
            self.focus_panel(name)
        else:
            self.arrangement = self.arrangement.with_active(name)

    def zoom(self, name: PanelName | None) -> None:
        """Give one panel all the room of the panels; None gives it back."""
        self.arrangement = self.arrangement._replace(zoomed=name)

    @property
    def resizable(self) -> tuple[bool, bool]:
        """Whether the style sheet leaves the width and the height to the person."""
        width, height = self.styles.base.width, self.styles.base.height
        return bool(width and width.is_cells), bool(height and height.unit is Unit.HEIGHT)

    def resize(self, delta: int) -> None:
        """Make the panels larger by ``delta`` columns, or half as many rows (smaller when negative)."""
        wide, high = self.resizable
        size = self.outer_size
        if wide:
            self.arrangement = self.arrangement.sized(width=size.width + delta)
        elif high:
            self.arrangement = self.arrangement.sized(height=size.height + delta // 2)

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

    def watch_columns(self) -> None:
        """Take what the text leaves."""
        self.notify_style_update()

    def notify_style_update(self) -> None:
        """Take the chosen size where the style sheet leaves it to the person."""
        super().notify_style_update()
        wide, high = self.resizable
        columns = self.columns or self.app.size.width
        width = self.arrangement.width_in(columns, self.measure) if wide else None
        height = (self.arrangement.height or None) if high else None
        inline = self.styles.inline
        if (inline.width.value if inline.width else None) != width:
            inline.width = width
        if (inline.height.value if inline.height else None) != height:
            inline.height = height

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
                self.panels[name].remove_class("-parted")
            return
        room = self.size.height or self.room
        gap = int(room >= ROOMY)
        for name in seen:
            self._needs[name] = max(self.panels[name].lines, self._needs.get(name, 0))
        heights = share_out([self._needs[name] for name in seen], room - gap * (len(seen) - 1))
        for place, (name, height) in enumerate(zip(seen, heights, strict=True)):
            self.panels[name].styles.height = height
            self.panels[name].set_class(bool(gap and place), "-parted")
