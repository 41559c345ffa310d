"""The text is on the terminal while the rest of the program is still loading, and whatever happens then."""

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import Terminal

HELD = """
import sys

pipe = sys.argv.pop()

class Held:
    def find_spec(self, name, *_):
        if name == "textual":
            sys.meta_path.remove(self)
            with open(pipe) as held:
                if "missing" in held.read():
                    raise ImportError("textual is missing")

sys.meta_path.insert(0, Held())
from reader.cli import main
main()
"""
TEXT = "The kiosk of Dunmarrow\n\n“It stays open,” said Brannoch Tewe, who sells the papers there.\n"


@pytest.fixture
def held(tmp_path: Path):
    """Starts ``reader`` on a text; it gets no further than Textual until the pipe is written to."""
    pipe, text = tmp_path / "pipe", tmp_path / "kiosk.txt"
    os.mkfifo(pipe)
    text.write_text(TEXT, "utf-8")
    home = {f"READER_{each}_DIR": str(tmp_path / each) for each in ("STATE", "CACHE", "CONFIG")}

    @contextmanager
    def start(**variables: str) -> Iterator[Terminal]:
        command = [sys.executable, "-c", HELD, str(text), str(pipe)]
        with Terminal(command, env={**home, **variables}) as terminal:
            yield terminal

    return start, pipe


def let_go(pipe: Path, word: str = "on") -> None:
    pipe.write_text(word)


def test_the_text_is_there_before_textual(held):
    start, pipe = held
    with start() as terminal:
        terminal.wait_for("The kiosk of Dunmarrow", "day unknown", "Brannoch Tewe, who sells")
        assert not terminal.cursor_shown
        let_go(pipe)
        terminal.wait_for("SPEAKERS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert terminal.written.count(b"\x1b[?1049h") == terminal.written.count(b"\x1b[?1049l") == 1


def test_keys_typed_at_it_are_heard_by_the_app_and_not_echoed(held):
    start, pipe = held
    with start() as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.press("?")
        let_go(pipe)
        terminal.wait_for("Next speech")


def test_the_terminal_has_its_own_modes_back_in_the_end(held):
    start, pipe = held
    with start() as terminal:
        terminal.wait_for("Brannoch Tewe")
        early = terminal.modes
        let_go(pipe)
        terminal.wait_for("SPEAKERS")
        terminal.press("q")
        terminal.wait_for_end()
        assert early[3] & termios.ECHO == 0
        assert terminal.modes[3] & (termios.ECHO | termios.ICANON) == termios.ECHO | termios.ICANON


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(held, number):
    start, _ = held
    with start() as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == -number
        assert terminal.written.endswith(b"\x1b[?25h\x1b[?1049l")
        assert terminal.modes[3] & termios.ECHO


def test_ctrl_c_gives_it_up(held):
    start, _ = held
    with start() as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.press("\x03")
        assert terminal.wait_for_end() == -signal.SIGINT
        assert terminal.written.endswith(b"\x1b[?25h\x1b[?1049l")
        assert terminal.modes[3] & termios.ECHO


def test_what_goes_wrong_while_the_rest_loads_is_said_on_the_screen_there_was_before(held):
    start, pipe = held
    with start() as terminal:
        terminal.wait_for("Brannoch Tewe")
        let_go(pipe, "missing")
        assert terminal.wait_for_end() == 1
        assert b"\x1b[?1049lreader: " in terminal.written
        assert b"textual is missing" in terminal.written


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"TERM": "vt220", "COLORTERM": ""}], ids=lambda each: next(iter(each))
)
def test_where_the_colours_are_for_textual_to_find_out_nothing_is_shown_before_it(held, variables):
    start, pipe = held
    with start(**variables) as terminal:
        let_go(pipe)  # which waits until Textual is wanted
        assert not terminal.written
        terminal.wait_for("SPEAKERS")
