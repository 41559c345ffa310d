"""The program ended from outside: the terminal as it was, the place kept, the analysis gone."""

import os
import select
import shlex
import shutil
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.terminal import PATIENCE, Terminal

PARAGRAPH = "The harbour office said that {} ferries had left Port Kelda since Monday, and Mara Lund agreed."
READER = [sys.executable, "-m", "reader"]
MODES = {
    "the screen before": b"\x1b[?1049l",
    "the cursor": b"\x1b[?25h",
    "the mouse": b"\x1b[?1000l",
    "pasting": b"\x1b[?2004l",
    "the protocol of keys": b"\x1b[<u",
}


@pytest.fixture
def command(tmp_path):
    """Reads an article that is long enough to be somewhere in it."""
    file = tmp_path / "ferries.txt"
    file.write_text("\n\n".join(PARAGRAPH.format(number) for number in range(100, 200)), "utf-8")
    return [*READER, str(file)]


@pytest.fixture
def own(tmp_path):
    return {"READER_STATE_DIR": str(tmp_path / "state"), "READER_CACHE_DIR": str(tmp_path / "cache")}


def workers(process: subprocess.Popen[bytes]) -> list[Path]:
    """What a program has started, as folders of /proc, which are gone when the processes are."""
    children = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [Path("/proc", child) for file in children for child in file.read_text().split()]


def is_given_back(terminal: Terminal) -> bool:
    """Whether the terminal is as a shell wants it: every mode left, keys echoed and lines edited."""
    for what, sequence in MODES.items():
        assert sequence in terminal.written, f"{what} was not given back"
    flags = terminal.modes[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_as_q_does_and_as_a_program_ends_that_knows_nothing_of_it(command, own, number):
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("100 ferries", "reading")
        terminal.press("G")
        terminal.wait_for("199 ferries")
        started = workers(terminal.process)
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == -number
        assert is_given_back(terminal)
    assert started and not any(worker.exists() for worker in started)
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("199 ferries")


@pytest.mark.parametrize(("keys", "shown"), [("aa ferry", "a ferry"), ("?", "Jump"), ("\x10", "Search for")])
def test_it_ends_from_whatever_is_open_over_the_text(command, own, keys, shown):
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("SPEAKERS", "▸|Nobody|nobody")
        terminal.press("c")
        terminal.wait_for("claim 1 of")
        terminal.press(keys)
        terminal.wait_for(shown)
        terminal.process.terminate()
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert is_given_back(terminal)


def test_a_closed_terminal_ends_it_with_the_place_kept(command, own):
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("100 ferries", "reading")
        terminal.press("G")
        terminal.wait_for("199 ferries")
        started = workers(terminal.process)
        terminal.hang_up()
        assert terminal.process.wait(PATIENCE) == -signal.SIGHUP
    assert started and not any(worker.exists() for worker in started)
    with Terminal(command, env=own) as terminal:
        terminal.wait_for("199 ferries")


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell that stops and ends what it has started")
def test_one_that_was_stopped_ends_and_leaves_the_terminal_to_the_shell(command, own):
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env={**own, "PS1": "shell> "}) as terminal:
        terminal.press(f"{shlex.join(command)}\r")
        terminal.wait_for("100 ferries")
        (reader,) = workers(terminal.process)
        terminal.press("G")
        terminal.wait_for("199 ferries")
        ended = os.pidfd_open(int(reader.name))
        os.kill(int(reader.name), signal.SIGTSTP)
        terminal.wait_for("Stopped")
        terminal.press("kill %1\r")
        assert select.select([ended], [], [], PATIENCE)[0]
        os.close(ended)
        terminal.press("\r")  # at its next prompt the shell says what became of it
        terminal.wait_for("Terminated")
        terminal.press(f"clear; {shlex.join(command)}; echo ended with $?\r")
        terminal.wait_for("ferries.txt  ", "199 ferries")
        terminal.press("q")
        terminal.wait_for("ended with 0")


def test_what_nohup_ignores_stays_ignored(command, own):
    ignoring = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    with Terminal([sys.executable, "-c", ignoring, *command], env=own) as terminal:
        terminal.wait_for("100 ferries")
        terminal.process.send_signal(signal.SIGHUP)
        terminal.press("G")
        terminal.wait_for("199 ferries")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
