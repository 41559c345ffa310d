"""How the screen is laid out: panels beside, below or instead of the text, and what is marked in it."""

from reader.config.settings import LayerName, PanelName
from reader.ui.cells import ONE_PANE, STACKED
from reader.ui.screens.base import ReadingBase


class Panes:
    """The text and the panels in the room there is, and the layers of the text."""

    def __init__(self, screen: ReadingBase) -> None:
        self._screen = screen

    def fold(self) -> None:
        """Stand the panels in a stack, or behind tabs, by the room there is."""
        self._screen.panels.mode = "stack" if self._screen.size.width >= STACKED else "tabs"
        self._screen.panels.columns = self._screen.size.width
        if (
            not self.panels_shown
            and self._screen.focused
            and self._screen.panels in self._screen.focused.ancestors
        ):
            self._screen.view.focus()

    @property
    def one_pane(self) -> bool:
        """Whether there is room for the text or the panels only."""
        return self._screen.size.width < ONE_PANE

    @property
    def panels_shown(self) -> bool:
        """Whether the panels are on screen."""
        return (
            self._screen.has_class("-panels") if self.one_pane else not self._screen.has_class("-no-panels")
        )

    @property
    def text_covered(self) -> bool:
        """Whether a panel has the room of the text."""
        if self.one_pane:
            return self.panels_shown
        if not self._screen.panels_made or self._screen.panels.mode == "stack":
            return False
        return self._screen.panels.arrangement.zoomed is not None

    def show_text(self) -> None:
        """See to it that the text is on screen."""
        if self.one_pane:
            self.show_panels(False)
        elif self.text_covered:
            self._screen.panels.zoom(None)

    def show_panels(self, shown: bool, name: PanelName | None = None) -> None:
        """Show the panels, or hide them; the keyboard follows, into the one that is named."""
        if self.text_covered and not self.one_pane:
            self._screen.panels.zoom(None)
        self._screen.set_class(
            shown if self.one_pane else not shown, "-panels" if self.one_pane else "-no-panels"
        )
        if not shown or self.one_pane:
            self._screen.panels.focus_panel(name) if shown else self._screen.view.focus()
        self._screen.tell_where()

    def toggle(self) -> None:
        """Hide or show the panels."""
        self.show_panels(not self.panels_shown, self._panel_of_item)

    def focus(self) -> None:
        """To the panel of the item one is at, else to the one used last."""
        if self.one_pane:
            self.show_panels(not self.panels_shown, self._panel_of_item)
            return
        if not self.panels_shown:
            self.show_panels(True)
        self._screen.panels.focus_panel(self._panel_of_item)

    @property
    def _panel_of_item(self) -> PanelName | None:
        """The panel that lists the item marked in the text, unless it is hidden."""
        from reader.ui.panels.container import PANEL_OF

        name = PANEL_OF[self._screen.current.kind] if self._screen.current else None
        return name if name in self._screen.panels.arrangement.shown else None

    def zoom(self) -> None:
        """Give the panel one is in all the room, or give it back; alone already, it takes the text's too."""
        if not self.panels_shown:
            self.show_panels(True)
        arrangement = self._screen.panels.arrangement
        name = (
            self._screen.panels.focused or self._panel_of_item or arrangement.last(self._screen.panels.mode)
        )
        self._screen.panels.zoom(None if arrangement.zoomed else name)
        if self.text_covered:
            self._screen.panels.focus_panel()

    def arranged(self) -> None:
        """The style sheet has to know when one panel has all the room."""
        self._screen.set_class(self._screen.panels.arrangement.zoomed is not None, "-zoomed")

    def resize(self, columns: int) -> None:
        """Make the panels wider or narrower."""
        self._screen.panels.resize(columns)

    def toggle_panel(self, name: PanelName) -> None:
        """Hide a panel that is on screen, or bring it there; the keyboard is never left in a hidden one."""
        panels = self._screen.panels
        if not self.panels_shown or name not in panels.arrangement.seen(panels.mode):
            panels.bring(name)
            if not self.panels_shown:
                self.show_panels(True, name)
            return
        left = panels.focused == name
        panels.toggle(name)
        if left:
            panels.focus_panel() if panels.arrangement.shown else self.show_panels(False)

    def choose_layers(self) -> None:
        """Choose what is marked in the text."""
        from reader.ui.screens.layers import LayersDialog

        self._screen.app.push_screen(LayersDialog(self._screen.shown, self.show_layers))

    def show_layers(self, shown: frozenset[LayerName]) -> None:
        """Mark these kinds of item and no others."""
        self._screen.shown = shown
        self._screen.view.mark(layers=self._screen.view.marks.layers._replace(shown=shown))
