"""The rest of a path while one types it."""

import pytest

from reader.ui.screens.sheet import Ask, Paths, completed
from tests.ui import desk


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "wires").mkdir()
    (tmp_path / "wires" / "ferry.txt").touch()
    (tmp_path / "wires" / "fjord.txt").touch()
    (tmp_path / "wires" / ".hidden").touch()
    (tmp_path / "bridge.md").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("w", "wires/"),
        ("wires/", "wires/ferry.txt"),
        ("wires/fj", "wires/fjord.txt"),
        ("wires/.h", "wires/.hidden"),
        ("~/br", "~/bridge.md"),
        ("wires/ferry.txt", None),
        ("nowhere/a", None),
        ("x", None),
    ],
)
def test_the_first_name_that_begins_so_is_suggested(typed, whole):
    assert completed(typed) == whole


def test_a_path_from_the_root_is_completed(folder):
    assert completed(f"{folder}/bri") == f"{folder}/bridge.md"


async def test_an_address_is_left_alone():
    assert await Paths().get_suggestion("https://example.org/w") is None


def test_a_name_a_terminal_would_obey_is_not_suggested(folder):
    (folder / "a\x1b[2J.txt").touch()
    assert completed("a") is None


async def test_tab_takes_the_rest():
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+o", "w")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        field = app.screen.query_one("Input")
        for _ in range(200):  # a folder is looked at in another thread
            if field._suggestion:
                break
            await pilot.pause()
        await pilot.press("tab")
        assert field.value == "wires/"
