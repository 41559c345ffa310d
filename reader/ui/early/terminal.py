"""The terminal before the app has it: another screen is shown, and what is typed is kept and not echoed."""

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Iterator
from types import FrameType

from reader.signals import ENDING, end_by

_ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"  # the other screen, no cursor
_LEAVE = "\x1b[?25h\x1b[?1049l"
_LFLAG, _CC = 3, 6  # places in what tcgetattr gives


class EarlyTerminal:
    """Taken from :meth:`take` until :meth:`give`, which the app calls when it takes the terminal itself.

    Signals that end the program are heard in between; those that stop it for a while are not, since it would leave
    its screen to the shell.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.complete = False
        """Whether all is on the screen that the app will show there, and not the text alone."""
        self._before: list[int | list[bytes | int]] | None = None
        self._signals: dict[int, object] = {}

    @property
    def taken(self) -> bool:
        """Whether its modes are ours now."""
        return self._before is not None

    def take(self) -> None:
        """Show the other screen. What is typed from now on is read by the app.

        Raises:
            termios.error: there is no terminal any more.
        """
        before = termios.tcgetattr(self._descriptor)
        modes = list(before)
        modes[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
        modes[_CC] = [*before[_CC]]
        termios.tcsetattr(self._descriptor, termios.TCSANOW, modes)
        self._before = before
        for number in ENDING:
            if signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
                self._signals[number] = signal.signal(number, self._end)
        self._signals[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        self.write(_ENTER)

    def write(self, text: str) -> None:
        """Put it on the terminal."""
        left = memoryview(text.encode("utf-8", "replace"))
        with contextlib.suppress(OSError):
            while left:
                left = left[os.write(self._descriptor, left) :]

    def give(self) -> None:
        """Give it its own modes back, for the app to take; what is on the screen stays there."""
        if self._before is None:
            return
        before, self._before = self._before, None
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._descriptor, termios.TCSANOW, before)
        for number, handler in self._signals.items():
            if signal.getsignal(number) in {self._end, signal.SIG_IGN}:  # the app may hear it by now
                signal.signal(number, handler)  # type: ignore[arg-type]  # it is what signal gave

    def leave(self) -> None:
        """Give it back as it was, unless the app has it or had it."""
        if self.taken:
            self.write(_LEAVE)
            self.give()

    def _end(self, number: int, _: FrameType | None) -> None:
        """End by the signal, as without us."""
        self.leave()
        end_by(number)


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
