"""Choosing a theme sees it at once; escape puts the old one back."""

import pytest
from textual.app import App

from reader.ui import palette, themes
from reader.ui.screens.theme_picker import ThemePicker


class Blank(App[None]):
    """An app with nothing in it but the theme."""

    kept: str | None = "nothing yet"

    def get_css_variables(self) -> dict[str, str]:
        return palette.variables(super().get_css_variables())

    def on_mount(self) -> None:
        self.register_theme(themes.load("light").themes[0])
        self.theme = "light"
        self.push_screen(ThemePicker(), self.keep)

    def keep(self, name: str | None) -> None:
        self.kept = name


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    return tmp_path


async def test_moving_shows_each_theme_and_enter_keeps_it():
    app = Blank()
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert app.theme == "night"
        await pilot.press("enter")
        await pilot.pause()
        assert (app.theme, app.kept) == ("night", "night")


async def test_escape_puts_the_old_theme_back():
    app = Blank()
    async with app.run_test() as pilot:
        await pilot.press("k", "k")
        assert app.theme != "light"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.theme, app.kept) == ("light", None)


async def test_every_theme_can_be_put_on(own_folder):
    (own_folder / "themes").mkdir()
    for name, sixteen in (("mine", "true"), ("other", "false")):
        colours = "colours: {background: ansi_default, foreground: ansi_white, primary: ansi_red}"
        (own_folder / "themes" / f"{name}.yaml").write_text(f"ansi: {sixteen}\n{colours}\n", "utf-8")
    app = Blank()
    async with app.run_test() as pilot:
        await pilot.press("g")
        seen = [app.theme]
        while (await pilot.press("j")) or app.theme not in seen:
            seen.append(app.theme)
        assert seen[: len(app.screen.loaded.themes)] == [theme.name for theme in themes.load_all().themes]
        assert {"mine", "other", "sepia", "textual-dark", "nord"} <= set(seen)


async def test_a_file_that_cannot_be_used_is_named_literally(own_folder):
    (own_folder / "themes").mkdir()
    (own_folder / "themes" / "mine.yaml").write_text("colours: [red]\n", "utf-8")
    app = Blank()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        said = [str(widget.content) for widget in app.screen.query(".wrong")]
        assert len(said) == 1 and "mine.yaml:1: colours must be" in said[0]
