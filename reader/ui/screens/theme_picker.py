"""Choosing a theme: every one is seen on the article itself while one looks for it."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.theme import BUILTIN_THEMES
from textual.widgets import Static
from textual.widgets.option_list import Option

from reader.ui import themes
from reader.ui.choices import Choices, heading
from reader.ui.hints import Hint
from reader.ui.screens.sheet import Sheet


class ThemePicker(Sheet[str | None]):
    """A list of themes. Ends with the name of the chosen one; with None, and the old theme, on escape."""

    DEFAULT_CSS = """
    ThemePicker Choices { max-height: 10; }
    ThemePicker .wrong { max-height: 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Back to the old one", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.loaded = themes.load_all()

    def compose(self) -> ComposeResult:
        """The themes, what each is for, and the files that could not be used."""
        with Vertical():
            yield self.title_line(
                "Theme", Hint("Enter", "keep it", "screen.pick"), Hint("Esc", "go back", "screen.leave")
            )
            yield Choices(*self._rows())
            for problem in self.loaded.problems:
                yield Static(Content(str(problem)), classes="wrong")

    def on_mount(self) -> None:
        """Begin at the theme that is on."""
        self.before = self.app.theme
        for theme in self.loaded.themes:
            self.app.register_theme(theme)
        rows = self.query_one(Choices)
        names = [option.id for option in rows.options]
        rows.highlighted = names.index(self.before) if self.before in names else 0

    def _rows(self) -> Iterator[Option]:
        """Ours and the person's own first, then those that come with Textual."""
        ours = [theme.name for theme in self.loaded.themes]
        for name in ours:
            yield _row(name, self.loaded.about[name])
        yield heading("Textual’s own")
        for name in sorted(set(BUILTIN_THEMES) - set(ours)):
            yield _row(name, "")

    @on(Choices.OptionHighlighted)
    def _preview(self, event: Choices.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None:
            self.app.theme = event.option_id

    @on(Choices.OptionSelected)
    def _keep(self, event: Choices.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_pick(self) -> None:
        """Keep the theme the cursor is on."""
        self.query_one(Choices).action_select()

    def action_leave(self) -> None:
        """Put the old theme back."""
        self.app.theme = self.before
        self.dismiss(None)


def _row(name: str, about: str) -> Option:
    return Option(Content.assemble(f"{name:<21}", (about, "$foreground-muted")), id=name)
