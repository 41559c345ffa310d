"""A word for the person while what is piped in has not come to its end."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_UNSEEN = 0.7  # seconds in which most of what is piped in is there
_SAYS = "Waiting for the end of what is piped in … (ctrl+c gives up)"


@contextmanager
def waiting(after: float = _UNSEEN) -> Iterator[None]:
    """Say on the terminal that more is waited for, once that takes a while; the line is gone behind it."""
    error = sys.stderr
    if error is None or not error.isatty() or sys.stdin is None or sys.stdin.isatty():
        yield
        return
    said, lock = False, threading.Lock()

    def say() -> None:
        nonlocal said
        with lock:
            said = True
            print(_SAYS, end="", file=error, flush=True)

    timer = threading.Timer(after, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        with lock:
            if said:
                print(f"\r{' ' * len(_SAYS)}\r", end="", file=error, flush=True)
