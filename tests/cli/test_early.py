"""The text is on the terminal while the rest of the program is still loading, and whatever happens then."""

import signal
import termios
from pathlib import Path

import pytest

from tests.cli.held import HeldTerminal

TEXT = "The kiosk of Dunmarrow\n\n“It stays open,” said Brannoch Tewe, who sells the papers there.\n"


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    """An article in a folder of its own."""
    text = tmp_path / "kiosk.txt"
    text.write_text(TEXT, "utf-8")
    return text


def test_the_text_is_there_before_textual(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("The kiosk of Dunmarrow", "day unknown", "Brannoch Tewe, who sells")
        assert not terminal.cursor_shown
        terminal.let_go()
        terminal.wait_for("SPEAKERS")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert terminal.written.count(b"\x1b[?1049h") == terminal.written.count(b"\x1b[?1049l") == 1


def test_keys_typed_at_it_are_heard_by_the_app_and_not_echoed(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.press("?")
        terminal.let_go()
        terminal.wait_for("Next quote")


def test_enter_is_one_of_them(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.press("/open", "enter", "?")
        terminal.let_go()
        terminal.wait_for("Next quote")


def test_the_terminal_has_its_own_modes_back_in_the_end(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        early = terminal.modes
        terminal.let_go()
        terminal.wait_for("SPEAKERS")
        terminal.press("q")
        terminal.wait_for_end()
        assert early[3] & termios.ECHO == 0
        assert terminal.modes[3] & (termios.ECHO | termios.ICANON) == termios.ECHO | termios.ICANON


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_it_leaves_the_terminal_as_it_was(kiosk, number):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == -number
        assert terminal.written.endswith(b"\x1b[?25h\x1b[?1049l")
        assert terminal.modes[3] & termios.ECHO


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize(
    "after", [b"\x1b[?1000h", b"\x1b[?1004h", b"\x1b[?2004h"], ids=["mouse", "focus", "paste"]
)
def test_a_signal_while_the_app_takes_the_terminal_leaves_it_as_it_was(kiosk, number, after):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.let_go()
        terminal.wait_until(lambda: after in terminal.written)
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == -number
        assert_left(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_second_signal_leaves_it_as_it_was_too(kiosk, number):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.let_go()
        terminal.wait_for("all keys")
        terminal.process.send_signal(number)
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == -number
        assert_left(terminal)


def assert_left(terminal: HeldTerminal) -> None:
    """The terminal has its own screen, cursor, mouse and modes."""
    assert terminal.modes[3] & (termios.ECHO | termios.ICANON) == termios.ECHO | termios.ICANON
    written = terminal.written
    for mode in (b"1049", b"1000", b"1003", b"1004", b"1006", b"2004"):
        assert written.rfind(b"\x1b[?" + mode + b"l") > written.rfind(b"\x1b[?" + mode + b"h"), mode
    assert written.rfind(b"\x1b[?25h") > written.rfind(b"\x1b[?25l")
    assert written.count(b"\x1b[>25u") <= written.count(b"\x1b[<u")


def test_ctrl_c_gives_it_up(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.press("\x03")
        assert terminal.wait_for_end() == -signal.SIGINT
        assert terminal.written.endswith(b"\x1b[?25h\x1b[?1049l")
        assert terminal.modes[3] & termios.ECHO


def test_what_goes_wrong_while_the_rest_loads_is_said_on_the_screen_there_was_before(kiosk):
    with HeldTerminal(kiosk, kiosk.parent) as terminal:
        terminal.wait_for("Brannoch Tewe")
        terminal.let_go("missing")
        assert terminal.wait_for_end() == 1
        assert b"\x1b[?1049lreader: " in terminal.written
        assert b"textual is missing" in terminal.written


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"TERM": "vt220", "COLORTERM": ""}], ids=lambda each: next(iter(each))
)
def test_where_the_colours_are_for_textual_to_find_out_nothing_is_shown_before_it(kiosk, variables):
    with HeldTerminal(kiosk, kiosk.parent, env=variables) as terminal:
        terminal.let_go()  # which waits until Textual is wanted
        assert not terminal.written
        terminal.wait_for("SPEAKERS")
