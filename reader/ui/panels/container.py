"""The four panels beside the article: stacked when there is room, else behind tabs; hidden, zoomed, wider."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.css.scalar import Unit
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.analysis.model import Reading
from reader.article import Article
from reader.config.settings import PanelName
from reader.ui import bindings
from reader.ui.cells import share_out
from reader.ui.hints import Hint
from reader.ui.items import ItemKind
from reader.ui.panels.arrangement import Arrangement, Mode
from reader.ui.panels.claims import ClaimsPanel
from reader.ui.panels.entities import EntitiesPanel
from reader.ui.panels.lines import Row
from reader.ui.panels.panel import Panel
from reader.ui.panels.speakers import SpeakersPanel
from reader.ui.panels.timeline import TimelinePanel
from reader.ui.panels.view import View

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

    BINDINGS: ClassVar[list[BindingType]] = [key.binding for key in bindings.PANELS]

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
