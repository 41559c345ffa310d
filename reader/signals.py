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
