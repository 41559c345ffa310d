"""Copying that arrives, and a passage with where it is from."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from reader.article import Article
from reader.config import Settings
from reader.ui.citing import cited, pointing
from reader.ui.copying import ways
from tests.ui import desk

URL = "https://gull.example/ferry"


def program(folder: Path, name: str, says: str = "") -> None:
    """A program that keeps what it is given in a file of its name, and ends as told."""
    made = folder / name
    made.write_text(f'#!/bin/sh\n{says}\ncat > "{folder}/{name}.got"\n', "utf-8")
    made.chmod(0o755)


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A machine on which there are only the programs of a folder."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    shell = tmp_path / "bin"
    shell.mkdir()
    for name in ("sh", "cat"):
        (shell / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(shell))
    return shell


async def copied(*keys: str, settings: Settings | None = None, **fields: object) -> tuple[str, str]:
    """What is on the clipboard after some keys, and what the notice says."""
    app = desk.app(desk.article(**fields), settings=settings or Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.clipboard, next(iter(app._notifications)).message


async def test_the_notice_says_that_only_the_terminal_was_told(alone):
    assert await copied("s", "y") == (
        "“Nobody will cross before Friday,”",
        "Copied 5 words to the terminal, if it allows that",
    )


async def test_a_program_for_the_clipboard_gets_it_too(alone, monkeypatch):
    program(alone, "wl-copy")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    _, said = await copied("s", "y")
    assert said == "Copied 5 words to the clipboard (wl-copy)"
    assert (alone / "wl-copy.got").read_text("utf-8") == "“Nobody will cross before Friday,”"


async def test_a_program_that_fails_is_not_said_to_have_it(alone, monkeypatch):
    program(alone, "xclip", says="exit 1")
    monkeypatch.setenv("DISPLAY", ":0")
    assert (await copied("s", "y"))[1].endswith("the terminal, if it allows that")


async def test_an_old_tmux_takes_it_without_the_option(alone, monkeypatch):
    program(alone, "tmux", says='[ "$2" = -w ] && exit 1')
    monkeypatch.setenv("TMUX", "/tmp/tmux/default,1,0")
    assert (await copied("s", "y"))[1] == "Copied 5 words to the buffer of tmux"


def test_of_several_programs_one_is_asked(alone):
    for name in ("wl-copy", "xclip", "xsel"):
        program(alone, name)
    here = {"PATH": str(alone), "DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}
    assert [way.command[0] for way in ways(here, "linux")] == ["wl-copy"]
    assert ways({"PATH": str(alone)}, "linux") == []


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux")
async def test_a_real_tmux_has_it_in_its_buffer(tmp_path, monkeypatch):
    socket = tmp_path / "tmux"
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"TMUX", "DISPLAY", "WAYLAND_DISPLAY"}
    }

    def tmux(*words: str) -> str:
        run = ["tmux", "-f", "/dev/null", "-S", str(socket), *words]
        return subprocess.run(run, env=bare, capture_output=True, text=True, check=True).stdout

    tmux("new-session", "-d", "-x", "80", "-y", "24", "cat")
    try:
        monkeypatch.setenv("TMUX", f"{socket},1,0")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        _, said = await copied("s", "y")
        assert said == "Copied 5 words to the buffer of tmux"
        assert tmux("show-buffer") == "“Nobody will cross before Friday,”"
    finally:
        tmux("kill-server")


async def test_a_search_hit_is_what_is_copied(alone):
    assert (await copied("s", "slash", *"bridge", "enter", "y"))[0] == "bridge"


async def test_with_its_citation_a_passage_says_who_says_it_and_where(alone):
    text, said = await copied("s", "Y", url=URL, site="The Gull", published=date(2026, 1, 7))
    assert said.startswith("Copied 5 words with their citation to ")
    assert text == (
        "“Nobody will cross before Friday,” — Mara Lund, “Ferry to Kelda stops as winds rise over the sound”, "
        "The Gull, 7 January 2026\n"
        f"{URL}#:~:text=Nobody%20will%20cross%20before%20Friday%2C"
    )


async def test_a_setting_makes_it_markdown(alone):
    text, _ = await copied("s", "Y", settings=Settings(citation="markdown"), url=URL)
    assert text == (
        "> “Nobody will cross before Friday,”\n>\n> — Mara Lund, [Ferry to Kelda stops as winds rise over the sound]"
        f"({URL}#:~:text=Nobody%20will%20cross%20before%20Friday%2C)\n"
    )


def test_what_stands_in_several_lines_is_one_passage():
    article = Article("The tide\nis late.", title="Tides")
    assert cited(article, 0, 17, None, markdown=False) == "“The tide is late.” — “Tides”"


def test_what_means_something_in_markdown_is_written_so_that_it_does_not():
    assert "\\*late\\*" in cited(Article("The *late* tide"), 0, 15, None, markdown=True)


@pytest.mark.parametrize(
    ("passage", "fragment"),
    [
        ("the tide", "the%20tide"),
        ("well-known, then", "well%2Dknown%2C%20then"),
        (" ".join(f"word{n:02}" for n in range(30)), "word00%20word01%20word02%20word03%20word04,word25%20word26%20word27%20word28%20word29"),
    ],
)  # fmt: skip
def test_an_address_points_at_the_words(passage, fragment):
    assert pointing(URL, passage) == f"{URL}#:~:text={fragment}"


def test_the_place_an_address_names_itself_stays():
    assert pointing(f"{URL}#live", "tide") == f"{URL}#live:~:text=tide"
