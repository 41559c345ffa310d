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
        terminal.wait_for("Next speech")


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
