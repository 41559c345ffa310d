"""The whole screen at four sizes in two themes, at a quote; the panels at work; every dialog at two sizes.

After a wanted change: pytest --snapshot-update.
"""

from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.analysis.model import Failure
from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.screens import start
from reader.ui.screens.start import Entry
from tests.ui import desk


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "size", [(160, 48), (120, 40), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_the_screen_at_a_quote(snap_compare: Any, size: tuple[int, int], theme: str) -> None:
    async def at_a_quote(pilot: Pilot[Any]) -> None:
        while pilot.app.screen.reading is None:  # type: ignore[attr-defined]
            await pilot.pause()
        await pilot.press("s", "s")
        await pilot.pause()

    app = desk.app(settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=at_a_quote)


AT_WORK = {
    "filtered": ((120, 40), ["s", "f", "tab"]),
    "searched": ((120, 40), ["slash", *"kelda", "enter", "n"]),
    "zoomed": ((120, 40), ["tab", "tab", "z", "j"]),
    "tabs": ((80, 24), ["c", "tab", "j"]),
    "covering": ((80, 24), ["tab", "tab", "tab", "z"]),
    "one-pane": ((40, 12), ["tab", "l", "j"]),
}
"""Panels at work: how large the screen is, and what is pressed."""


@pytest.mark.parametrize(
    "size", [(160, 48), (120, 40), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_a_part_that_could_not_be_made(snap_compare: Any, size: tuple[int, int]) -> None:
    """Its panel says why, in full and only there."""

    async def at_claims(pilot: Pilot[Any]) -> None:
        await at_work()(pilot)
        pilot.app.clear_notifications()
        pilot.app.screen.panels.focus_panel("claims")  # type: ignore[attr-defined]
        await pilot.pause()

    notice = "The claims could not be found: a mistake in reader itself (IndexError); ~/.local/state/reader/mistakes.log says where"
    made = replace(desk.reading(desk.article()), claims=(), failures=(Failure(("claims",), notice),))
    assert snap_compare(desk.app(analyst=desk.Analyst(made=made)), terminal_size=size, run_before=at_claims)


def at_work(*keys: str) -> Any:
    """What brings a screen to a state: its reading, then keys."""

    async def made(pilot: Pilot[Any]) -> None:
        while pilot.app.screen.reading is None:  # type: ignore[attr-defined]
            await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return made


@pytest.mark.parametrize("state", AT_WORK)
def test_the_panels_at_work(snap_compare: Any, state: str) -> None:
    size, keys = AT_WORK[state]
    assert snap_compare(desk.app(), terminal_size=size, run_before=at_work(*keys))


def test_the_screen_without_colours(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = ["s", "s", "slash", *"kelda", "enter", "tab", "j"]
    assert snap_compare(desk.app(), terminal_size=(120, 40), run_before=at_work(*keys))


DIALOGS = {
    "help": ["question_mark"],
    "marks": ["s", "a", *"check", "enter", "c", "m", "apostrophe"],
    "layers": ["L"],
    "themes": ["ctrl+t"],
    "search": ["slash", *"kelda"],
    "day": ["d"],
    "commands": ["ctrl+p"],
    "selecting": ["s", "v", "w"],
    "dropping": ["c", "w"],
    "who": ["s", "w"],
}
"""What is pressed to see each."""


@pytest.mark.parametrize("dialog", DIALOGS)
@pytest.mark.parametrize("size", [(160, 48), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_dialog(snap_compare: Any, size: tuple[int, int], dialog: str) -> None:
    async def opened(pilot: Pilot[Any]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("p", *DIALOGS[dialog])  # the panels have pictures of their own
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(desk.app(), terminal_size=size, run_before=opened)


@pytest.mark.parametrize("size", [(160, 48), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_start_screen(snap_compare: Any, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    samples = [Entry("ferry.txt", "Ferry", "plain text"), Entry("bridge.md", "Bridge", "Markdown")]
    monkeypatch.setattr(start, "samples", lambda: samples)
    app = ReaderApp([], desk.Analyst(), Settings(), desk.Shelf(), opener=desk.opener)
    assert snap_compare(app, terminal_size=size)
