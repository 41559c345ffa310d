"""Themes in the running app: the one that is set, and choosing another."""

from textual.app import App

from reader.config import Problem, set_value
from reader.ui import themes


class Theming(App[None]):
    """An app whose theme comes from the settings, and goes back there when another is chosen."""

    theme_problems: tuple[Problem, ...] = ()
    dressed = False

    def wear(self, name: str) -> None:
        """Put a theme on; where it cannot be used, the default, and the reason is shown when the app runs."""
        self.dressed = True
        self.theme_problems = themes.put_on(self, name)

    def on_mount(self) -> None:
        """Say why the theme that was set is not on."""
        for problem in self.theme_problems:
            self.notify(str(problem), severity="warning", markup=False)

    def action_change_theme(self) -> None:
        """Choose a theme by its effect."""
        from reader.ui.screens.theme_picker import ThemePicker

        self.push_screen(ThemePicker(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        """Set the theme for next time too."""
        if name is None:
            return
        try:
            set_value("theme", name)
        except OSError as error:
            reason = f"The theme is not kept: {error.filename}: {error.strerror}"
            self.notify(reason, severity="warning", markup=False)
