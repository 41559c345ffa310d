"""Whether the terminal is light or dark: it is asked for the colour of its ground (OSC 11), and not waited for long."""

import os
import select
import termios
import time
from collections.abc import Mapping
from typing import NamedTuple

from reader.late import late

_ASKS = b"\x1b]11;?\x1b\\"
_ANSWER = late(
    rb"\x1b\]11;(?:rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4}))[^\x07\x1b]{0,8}(?:\x07|\x1b\\)"
)
_PATIENCE = 0.1  # seconds: a terminal of this machine answers in a few thousandths
_LFLAG = 3  # the place in what tcgetattr gives
_SILENT = "silent"


class Asked(NamedTuple):
    """What a terminal said.

    Args:
        light: whether its ground is; None where it did not say.
        typed: what came meanwhile from the keyboard, to be heard later.
    """

    light: bool | None = None
    typed: bytes = b""


def ask(descriptor: int = 0, to: int = 2, patience: float = _PATIENCE) -> Asked:
    """Ask the terminal, which has to be one; what it says is not echoed."""
    try:
        before = termios.tcgetattr(descriptor)
        quiet = [*before]
        quiet[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    except termios.error:
        return Asked()
    try:
        os.write(to, _ASKS)
        return _heard(descriptor, patience)
    except OSError:
        return Asked()
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _heard(descriptor: int, patience: float) -> Asked:
    came, end = b"", time.monotonic() + patience
    while (left := end - time.monotonic()) > 0 and select.select([descriptor], [], [], left)[0]:
        came += os.read(descriptor, 4096)
        if answer := _ANSWER.search(came):
            return Asked(is_light(*answer.groups()), came[: answer.start()] + came[answer.end() :])
    return Asked(None, came)


def is_light(*parts: bytes) -> bool:
    """Whether a colour is nearer to white, of parts as a terminal states them: one to four hexadecimal digits each.

    Example:
        >>> is_light(b"ffff", b"ffff", b"e0e0"), is_light(b"1e", b"1e", b"2e")
        (True, False)
    """
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)


def terminal_name(environment: Mapping[str, str]) -> str:
    """What is remembered of which terminal: its kind, and what stands between it and us."""
    between = [name for name in ("TMUX", "STY", "SSH_CONNECTION") if environment.get(name)]
    return " ".join([*(environment.get(name, "") for name in ("TERM", "TERM_PROGRAM")), *between])


def is_silent(state: Mapping[str, object], name: str) -> bool:
    """Whether a terminal did not answer before, and is not asked again."""
    known = state.get("background")
    return isinstance(known, Mapping) and known.get(name) == _SILENT


def with_silent(state: Mapping[str, object], name: str) -> dict[str, object]:
    """The state of the screen with a terminal among those that do not answer."""
    known = state.get("background")
    return {**state, "background": {**(known if isinstance(known, Mapping) else {}), name: _SILENT}}
