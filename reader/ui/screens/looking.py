"""How the screen is laid out: panels beside, below or instead of the text, and what is marked in it."""

from textual import events
from textual.css.query import QueryType
from textual.widget import Widget

from reader.config.settings import PanelName
from reader.ui.items import ItemKind
from reader.ui.screens.base import ReadingBase
from reader.ui.widths import BESIDE, ONE_PANE, STACKED


class Looking(ReadingBase):
    """Layout, panels and layers."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (ONE_PANE, "-below"),
        (BESIDE, "-beside"),
        (STACKED, "-stacked"),
    ]

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panels.

        Textual tells of the size it starts with three times, and lays everything out each time.
        """
        if event.size == self.fitted == self.size:
            event.prevent_default().stop()
            return
        self.fitted = event.size
        if self.panels_made:
            self.fold()
        self.tell_where()

    def fold(self) -> None:
        """Stand the panels in a stack, or behind tabs, by the room there is."""
        self.panels.mode = "stack" if self.size.width >= STACKED else "tabs"
        self.panels.columns = self.size.width
        if not self.panels_shown and self.focused and self.panels in self.focused.ancestors:
            self.view.focus()

    @property
    def one_pane(self) -> bool:
        """Whether there is room for the text or the panels only."""
        return self.size.width < ONE_PANE

    @property
    def panels_shown(self) -> bool:
        """Whether the panels are on screen."""
        return self.has_class("-panels") if self.one_pane else not self.has_class("-no-panels")

    @property
    def text_covered(self) -> bool:
        """Whether a panel has the room of the text."""
        if self.one_pane:
            return self.panels_shown
        if not self.panels_made or self.panels.mode == "stack":
            return False
        return self.panels.arrangement.zoomed is not None

    def show_text(self) -> None:
        """See to it that the text is on screen."""
        if self.one_pane:
            self.show_panels(False)
        elif self.text_covered:
            self.panels.zoom(None)

    def show_panels(self, shown: bool, name: PanelName | None = None) -> None:
        """Show the panels, or hide them; the keyboard follows, into the one that is named."""
        if self.text_covered and not self.one_pane:
            self.panels.zoom(None)
        self.set_class(shown if self.one_pane else not shown, "-panels" if self.one_pane else "-no-panels")
        if not shown or self.one_pane:
            self.panels.focus_panel(name) if shown else self.view.focus()
        self.tell_where()

    def action_panels_toggle(self) -> None:
        """Hide or show the panels."""
        self.show_panels(not self.panels_shown, self._panel_of_item)

    def action_panels_focus(self) -> None:
        """To the panel of the item one is at, else to the one used last."""
        if self.one_pane:
            self.show_panels(not self.panels_shown, self._panel_of_item)
            return
        if not self.panels_shown:
            self.show_panels(True)
        self.panels.focus_panel(self._panel_of_item)

    @property
    def _panel_of_item(self) -> PanelName | None:
        """The panel that lists the item marked in the text, unless it is hidden."""
        from reader.ui.panels.container import PANEL_OF

        name = PANEL_OF[self.current.kind] if self.current else None
        return name if name in self.panels.arrangement.shown else None

    def action_panels_zoom(self) -> None:
        """Give the panel one is in all the room, or give it back; alone already, it takes the text's too."""
        if not self.panels_shown:
            self.show_panels(True)
        arrangement = self.panels.arrangement
        name = self.panels.focused or self._panel_of_item or arrangement.last(self.panels.mode)
        self.panels.zoom(None if arrangement.zoomed else name)
        if self.text_covered:
            self.panels.focus_panel()

    def panels_arranged(self) -> None:
        """The style sheet has to know when one panel has all the room."""
        self.set_class(self.panels.arrangement.zoomed is not None, "-zoomed")

    def action_panels_resize(self, columns: int) -> None:
        """Make the panels wider or narrower."""
        self.panels.resize(columns)

    def action_panel_toggle(self, name: PanelName) -> None:
        """Hide a panel that is on screen, or bring it there; the keyboard is never left in a hidden one."""
        panels = self.panels
        if not self.panels_shown or name not in panels.arrangement.seen(panels.mode):
            panels.bring(name)
            if not self.panels_shown:
                self.show_panels(True, name)
            return
        left = panels.focused == name
        panels.toggle(name)
        if left:
            panels.focus_panel() if panels.arrangement.shown else self.show_panels(False)

    def action_layers(self) -> None:
        """Choose what is marked in the text."""
        from reader.ui.screens.layers import LayersDialog

        self.app.push_screen(LayersDialog(self.shown, self.show_layers))

    def show_layers(self, shown: frozenset[ItemKind]) -> None:
        """Mark these kinds of item and no others."""
        self.shown = shown
        self.view.mark(layers=self.view.marks.layers._replace(shown=shown))

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """As Textual's; with room for one pane, on from the last panel to the text means changing it."""
        if selector == "ArticleView":
            self.show_text()
        return super().focus_next(selector)
