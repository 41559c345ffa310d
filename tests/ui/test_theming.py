"""The theme of the settings is on from the first frame, and a chosen one is there next time."""

import pytest

from reader.config import load_settings, settings_file
from reader.ui import palette
from reader.ui.app import Theming


class Blank(Theming):
    def get_css_variables(self) -> dict[str, str]:
        return palette.variables(super().get_css_variables())


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path / "config"))
    return tmp_path


async def test_the_theme_is_on_before_the_app_runs():
    app = Blank()
    app.wear("sepia")
    async with app.run_test():
        assert app.theme == "sepia"
        assert app.get_css_variables()["background"].lower().startswith("#f5")


async def test_a_theme_that_is_not_there_is_named_and_the_default_is_on():
    app = Blank()
    app.wear("sepja")
    async with app.run_test():
        (note,) = app._notifications
        assert "did you mean 'sepia'?" in note.message
        assert app.theme == "dark"


async def test_a_chosen_theme_is_there_next_time():
    app = Blank()
    app.wear("light")
    async with app.run_test() as pilot:
        await pilot.pause()
        app.action_change_theme()
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
    assert load_settings()[0].theme == app.theme == "night"


async def test_leaving_the_picker_keeps_nothing():
    app = Blank()
    app.wear("light")
    async with app.run_test() as pilot:
        app.action_change_theme()
        await pilot.pause()
        await pilot.press("j", "escape")
        await pilot.pause()
        assert app.theme == "light"
    assert not settings_file().exists()


async def test_where_it_cannot_be_kept_the_reason_is_shown(own_folder):
    (own_folder / "config").write_text("a file where the folder should be")
    app = Blank()
    app.wear("light")
    async with app.run_test() as pilot:
        app.action_change_theme()
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
        assert next(note.message for note in app._notifications).startswith("The theme is not kept")
