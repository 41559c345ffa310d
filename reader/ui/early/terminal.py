"""The terminal before the app has it: another screen is shown, and what is typed is kept and not echoed."""

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Iterator
from types import FrameType
from typing import Any

from reader.signals import ENDING, end_by

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"  # the other screen, no cursor
_LEAVE = "\x1b[?25h\x1b[?1049l"
# What an app of Textual switches on besides: paste, wrapping, sizes, mouse, focus, the kitty keyboard.
_OF_THE_APP = "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[<u"
_IFLAG, _LFLAG, _CC = 0, 3, 6  # places in what tcgetattr gives

Modes = list[Any]
"""As ``tcgetattr`` gives them."""


def put_back(descriptor: int, before: Modes, *, app: bool) -> None:
    """Give a terminal back for good, whatever is going on.

    Args:
        before: the modes it had.
        app: whether an app may have switched something on, and may still be writing.
    """
    if app:
        descriptor = _alone(descriptor)
    _write(descriptor, (_OF_THE_APP if app else "") + _LEAVE)
    with contextlib.suppress(termios.error):
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
        if app:
            termios.tcflush(descriptor, termios.TCIFLUSH)  # what its mouse and its keyboard said


class EarlyTerminal:
    """Taken from :meth:`take` on, by the app too, until it is left.

    Signals that end the program are heard until the app hears them itself; those that stop it for a while are
    not, since it would leave its screen to the shell.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.complete = False
        """Whether all is on the screen that the app will show there, and not the text alone."""
        self.before: Modes | None = None
        """The modes the terminal had before it was taken; None while it is not."""
        self.typed = b""
        """What was typed while the terminal was asked for something."""
        self.answer_due = False
        """Whether an answer of the terminal may still come, among what is typed."""
        self._handed_over = False
        self._signals: dict[int, object] = {}

    @property
    def taken(self) -> bool:
        """Whether it is ours now, and not yet the app's."""
        return self.before is not None and not self._handed_over

    def take(self) -> None:
        """Show the other screen. What is typed from now on is read by the app.

        Raises:
            termios.error: there is no terminal any more.
        """
        before = termios.tcgetattr(self._descriptor)
        modes = [*before[:_CC], [*before[_CC]]]
        modes[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
        modes[_IFLAG] &= ~(termios.ICRNL | termios.IXON)  # Enter and ctrl+s are keys of the app
        for number in ENDING:
            if signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
                self._signals[number] = signal.signal(number, self._end)
        self._signals[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        self.before = before
        termios.tcsetattr(self._descriptor, termios.TCSANOW, modes)
        self.write(_ENTER)

    def write(self, text: str) -> None:
        """Put it on the terminal."""
        _write(self._descriptor, text)

    def hand_over(self) -> None:
        """The app takes it as it is, and is the one to give it back, unless a signal comes before it hears any."""
        self._handed_over = True

    def leave(self) -> None:
        """Give it back as it was, unless the app has done so."""
        if self.before is not None and not self._handed_over:
            put_back(self._descriptor, self.before, app=False)
        self.before = None
        for number, handler in self._signals.items():
            if signal.getsignal(number) in {self._end, signal.SIG_IGN}:  # the app may hear it by now
                signal.signal(number, handler)  # type: ignore[arg-type]  # it is what signal gave

    def _end(self, number: int, _: FrameType | None) -> None:
        """End by the signal, as without us."""
        if self.before is not None:
            put_back(self._descriptor, self.before, app=self._handed_over)
        end_by(number)


def _alone(descriptor: int) -> int:
    """Another descriptor of the same terminal; what other threads still write to this one goes nowhere."""
    with contextlib.suppress(OSError):
        own = os.dup(descriptor)
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
        return own
    return descriptor


def _write(descriptor: int, text: str) -> None:
    left = memoryview(text.encode("utf-8", "replace"))
    with contextlib.suppress(OSError):
        while left:
            left = left[os.write(descriptor, left) :]


@contextlib.contextmanager
def terminal() -> Iterator[EarlyTerminal | None]:
    """The terminal the app will use; None where it is none, or one that must not be written to yet."""
    error = sys.__stderr__  # which is where Textual draws
    if error is None or not error.isatty() or not os.isatty(0) or (error.encoding or "").lower() != "utf-8":
        yield None
        return
    early = EarlyTerminal(error.fileno())
    try:
        yield early
    finally:
        early.leave()
