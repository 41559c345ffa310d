"""How it behaves among what else a person does with a terminal."""

import os
import shlex
import shutil
import signal
import sys
from pathlib import Path

import pytest

from reader.resources import folder
from tests.terminal import Terminal

READER = [sys.executable, "-m", "reader"]
SHELL = ["bash", "--norc", "--noprofile", "-i"]
in_a_shell = pytest.mark.skipif(shutil.which("bash") is None, reason="a shell that stops what it has started")


@pytest.fixture
def own(tmp_path):
    """A person's folders, with nothing in them."""
    return {f"READER_{name}_DIR": str(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "STATE")}


@pytest.fixture
def command(tmp_path):
    """What shows an article of some pages."""
    article = tmp_path / "ferries.txt"
    article.write_text(
        "\n\n".join(f"“We saw {n} ferries,” said Mara Lund." for n in range(100, 200)), "utf-8"
    )
    return [*READER, str(article)]


@in_a_shell
@pytest.mark.parametrize("stopped_by", ["its key", "a signal"])
def test_it_gives_the_terminal_back_for_a_while_and_comes_back_whole(command, own, stopped_by):
    with Terminal(SHELL, env={**own, "PS1": "shell> "}) as terminal:
        terminal.press(f"{shlex.join(command)}\r")
        terminal.wait_for("100 ferries", "SPEAKERS 1", "TIMELINE")
        if stopped_by == "its key":
            terminal.press("\x1a")
        else:
            children = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children")
            os.kill(int(children.read_text("ascii").split()[0]), signal.SIGTSTP)
        terminal.wait_for("Stopped")
        terminal.press("clear\r")
        terminal.wait_for(r"\Ashell>\s*\Z")
        terminal.press("fg\r")
        terminal.wait_for("100 ferries", "SPEAKERS 1", "TIMELINE", "quit")
        terminal.press("s")
        terminal.wait_for("quote 1 of")
        terminal.press("q")
        terminal.wait_for("shell>")


def test_a_terminal_that_can_do_nothing_gets_plain_text(command, own):
    with Terminal(command, env={**own, "TERM": "dumb", "COLORTERM": ""}) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.written
        assert b"199 ferries" in terminal.written


def test_a_slow_pipe_is_waited_for_with_a_word(own):
    theirs, ours = os.pipe()
    with Terminal([*READER, "-"], env=own, stdin=theirs) as terminal:
        os.close(theirs)
        os.write(ours, "“The tide is late,” said Mara Lund.\n".encode())
        terminal.wait_for("Waiting for the end of what is piped in")
        os.close(ours)
        terminal.wait_for("The tide is late", "SPEAKERS 1")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_file_that_has_changed_is_read_again_at_the_same_place(command, own, tmp_path):
    article = tmp_path / "ferries.txt"
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("100 ferries", "SPEAKERS 1")
        terminal.press("r")
        terminal.wait_for("It is as it was")
        terminal.press("G")
        terminal.wait_for("199 ferries")
        article.write_text("A new beginning.\n\n" + article.read_text("utf-8") + "\n\nA new end.\n", "utf-8")
        terminal.press("r")
        terminal.wait_for("Read again: the text has changed", "199 ferries")
        terminal.press("G")
        terminal.wait_for("A new end")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_no_colour_is_written_where_none_is_wanted(own):
    sample = str(folder("samples") / "council-hearing.txt")
    with Terminal([*READER, sample], env={**own, "NO_COLOR": "1"}) as terminal:
        terminal.wait_for(r"SPEAKERS \d", r"CLAIMS \d")
        terminal.press("s", "\t", "?")
        terminal.wait_for("Jump")
        terminal.press("q", "q")
        assert terminal.wait_for_end() == 0
    looks = {code for look in terminal.looks for code in look.split(";")}
    assert looks <= {"", "0", "1", "2", "3", "4", "7", "9", "21", "22", "23", "24", "27", "29"}


def test_a_jump_writes_little_more_than_what_it_changes(own):
    sample = str(folder("samples") / "council-hearing.txt")
    with Terminal([*READER, sample], env=own) as terminal:
        terminal.wait_for(r"SPEAKERS \d", r"CLAIMS \d", "quit")
        sizes = []
        for jump in range(1, 9):
            before = len(terminal.written)
            terminal.press("s")
            terminal.wait_for(rf"quote {jump} of")
            sizes.append(len(terminal.written) - before)
        assert sorted(sizes)[len(sizes) // 2] < 6_000
