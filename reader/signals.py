"""Signals that end a program, and ending by one as a program does that knows nothing of it."""

import os
import signal
from typing import NoReturn

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # not every system has all of them


def end_by(number: int) -> NoReturn:
    """End by a signal, so that a shell or whoever waits for the program knows by which."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    raise SystemExit(128 + number)  # where the signal is blocked


def interrupts_end() -> None:
    """From now on ctrl+c ends the program there and then: nothing is to be put in order, and there is nothing to say.

    While modules are loaded the KeyboardInterrupt would be somebody else's error, or a traceback.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupts_are_raised() -> None:
    """From now on ctrl+c is a KeyboardInterrupt, for whoever has something to put in order."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
