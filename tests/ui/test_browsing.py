"""Where an address opens: beside the app, in its terminal, or nowhere, and then the person is given it."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from reader.ui.app import ReaderApp
from reader.ui.browsing import browser
from tests.terminal import Terminal
from tests.ui import desk
from tests.ui.test_app import notices, running

FERRY = "https://gull.example/ferry"
ARTICLE = f"---\nurl: {FERRY}\n---\n# Ferry\n\nThe ferry left the quay at noon, its master Nils Arvo said.\n"
READER = [sys.executable, "-P", "-m", "reader"]

# A browser in the terminal: it writes, waits for a line, and leaves with the status it is told.
CONSOLE = """#!/usr/bin/env python3
import sys
print("PAGE OF", sys.argv[1:], flush=True)
line = sys.stdin.readline().strip()
sys.exit(int(line or 0))
"""


def program(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.md"
    path.write_text(ARTICLE)
    return path


def test_a_browser_in_the_terminal_has_it_for_itself_and_the_app_comes_back(tmp_path, article):
    console = program(tmp_path / "console", CONSOLE)
    with Terminal(
        [*READER, str(article)], env={"BROWSER": f"{shlex.quote(str(console))} --plain %s"}
    ) as terminal:
        terminal.wait_for("left the quay", "SPEAKERS")
        terminal.press("o")
        terminal.wait_for(re.escape(f"PAGE OF ['--plain', '{FERRY}']"))
        assert b"\x1b[?1049l" in terminal.written  # its own screen is put away
        terminal.press("qyq")  # for the browser, not the app
        terminal.press("\x7f\x7f\x7f", "0", "enter")
        terminal.wait_for("left the quay", "SPEAKERS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_one_that_fails_leaves_the_screen_whole_and_the_address_with_the_person(tmp_path, article):
    console = program(tmp_path / "console", CONSOLE)
    with Terminal([*READER, str(article)], env={"BROWSER": str(console)}) as terminal:
        terminal.wait_for("left the quay", "SPEAKERS")
        terminal.press("o")
        terminal.wait_for("PAGE OF")
        terminal.press("3", "enter")
        terminal.wait_for("left the quay", "could not show it; copied https://gull.example/ferry")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_ctrl_c_there_ends_the_browser_and_not_the_app(tmp_path, article):
    console = program(tmp_path / "console", CONSOLE)
    with Terminal([*READER, str(article)], env={"BROWSER": str(console)}) as terminal:
        terminal.wait_for("left the quay", "SPEAKERS")
        terminal.press("o")
        terminal.wait_for("PAGE OF")
        terminal.press("\x03")
        terminal.wait_for("left the quay", "could not show it")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_where_there_is_no_browser_the_address_is_shown_and_copied(article):
    with Terminal([*READER, str(article)], env={"BROWSER": "no-such-browser:/nor/this"}) as terminal:
        terminal.wait_for("left the quay")
        terminal.press("o")
        terminal.wait_for("There is no browser here; copied https://gull.example/ferry")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_one_beside_the_app_writes_nothing_over_it(tmp_path, article):
    seen = tmp_path / "seen"
    beside = program(tmp_path / "beside", f'#!/bin/sh\necho LOUD; echo LOUD >&2; echo "$1" > {seen}\n')
    with Terminal([*READER, str(article)], env={"BROWSER": f"{beside} &"}) as terminal:
        terminal.wait_for("left the quay")
        terminal.press("o")
        terminal.wait_until(lambda: seen.exists() and seen.read_text() != "")
        assert seen.read_text() == f"{FERRY}\n"
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert b"LOUD" not in terminal.written


@pytest.mark.parametrize(
    ("chosen", "name", "in_terminal"),
    [
        ("{own}", "own", True),
        ("gone:{own} -x", "own", True),
        ("{own} %s &", "own", False),
        ("gone", None, None),
        ("'", None, None),
        (" : ", None, None),
    ],
)
def test_the_persons_own_choice_counts(tmp_path, monkeypatch, chosen, name, in_terminal):
    own = program(tmp_path / "own", "#!/bin/sh\n")
    monkeypatch.setenv("BROWSER", chosen.format(own=own))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("webbrowser._tryorder", [])
    found = browser()
    assert (found and Path(found.name).name, found and found.in_terminal) == (name, in_terminal)


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    addresses: list[str] = []
    monkeypatch.setattr(ReaderApp, "open_url", lambda _, url, new_tab=True: addresses.append(url))
    return addresses


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "vscode://x", "-x"])
async def test_an_address_is_checked_again_when_it_is_opened(opened, url):
    article = desk.article()
    object.__setattr__(article, "url", url)  # as one from an older cache would be
    async with running(desk.app(article)) as (pilot, screen):
        await pilot.press("o")
        assert opened == []
        assert "no address" in notices(screen.app)[-1]


async def test_the_app_itself_opens_nothing_else(monkeypatch):
    called: list[str] = []
    monkeypatch.setattr("webbrowser.get", lambda *_: called.append("browser"))
    async with running() as (pilot, screen):
        screen.app.open_url("javascript:alert(1)")
        await pilot.pause()
        await screen.app.workers.wait_for_complete()
        assert called == [] and "was not opened" in notices(screen.app)[-1]


async def test_an_address_of_another_site_is_shown_in_full_before_it_opens(opened):
    other = "https://other.example/a/long/way/to/the/page?with=everything#there"
    article = desk.article(url=other, source="https://www.gull.example/ferry")
    async with running(desk.app(article), size=(140, 30)) as (pilot, screen):
        await pilot.press("o")
        assert opened == [] and other in notices(screen.app)[-1]
        await pilot.press("o")
        assert opened == [other]


async def test_one_of_the_same_site_opens_at_once(opened):
    article = desk.article(url="https://amp.gull.example/ferry", source="https://www.gull.example/x")
    async with running(desk.app(article)) as (pilot, _):
        await pilot.press("o")
        assert opened == ["https://amp.gull.example/ferry"]
