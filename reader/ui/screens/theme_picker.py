"""Choosing a theme: every one is seen on the article itself while one looks for it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.ui import themes


class ThemePicker(ModalScreen[str | None]):
    """A list of themes. Ends with the name of the chosen one; with None, and the old theme, on escape."""

    DEFAULT_CSS = """
    ThemePicker { align: left bottom; background: $background 0%; }
    ThemePicker > Vertical {
        width: 72; max-width: 100%; height: auto; max-height: 80%; background: $surface; padding: 0 1;
    }
    ThemePicker OptionList, ThemePicker OptionList:focus {
        height: auto; max-height: 14; border: none; padding: 0; background: $surface;
        background-tint: transparent; text-wrap: nowrap; text-overflow: ellipsis;
        scrollbar-size-vertical: 1; scrollbar-color: $foreground 20%; scrollbar-background: $surface;
    }
    ThemePicker .about { color: $text-muted; height: auto; }
    ThemePicker .problem { color: $text-error; height: auto; max-height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the old one"),
        Binding("q", "leave", show=False),
        Binding("j", "move('down')", show=False),
        Binding("k", "move('up')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.loaded = themes.load_all()
        self.list = OptionList(markup=False)

    def compose(self) -> ComposeResult:
        """The themes, what the highlighted one is for, and the files that could not be used."""
        with Vertical():
            yield Static(Content("Theme   Enter keeps it, Esc goes back"), classes="about")
            yield self.list
            for problem in self.loaded.problems:
                yield Static(Content(str(problem)), classes="problem")

    def on_mount(self) -> None:
        """Begin at the theme that is on."""
        self.before = self.app.theme
        for theme in self.loaded.themes:
            self.app.register_theme(theme)
        width = max((len(theme.name) for theme in self.loaded.themes), default=0)
        for theme in self.loaded.themes:
            about = self.loaded.about[theme.name]
            self.list.add_option(Option(Content(f"{theme.name:{width}}   {about}"), id=theme.name))
        names = [theme.name for theme in self.loaded.themes]
        self.list.highlighted = names.index(self.before) if self.before in names else 0
        self.list.focus()

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None:
            self.app.theme = event.option_id

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_move(self, way: str) -> None:
        """Up or down, with the keys of the rest of the screen."""
        self.list.action_cursor_down() if way == "down" else self.list.action_cursor_up()

    def action_leave(self) -> None:
        """Put the old theme back."""
        self.app.theme = self.before
        self.dismiss(None)
