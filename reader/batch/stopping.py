"""Stopping a batch from outside, but never in the middle of writing something down."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Turns a signal into KeyboardInterrupt: at once, or when what is held is done."""

    def __init__(self) -> None:
        self._holding = False
        self._asked = False

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """What a signal does."""
        self._asked = True
        if not self._holding:
            raise KeyboardInterrupt

    @contextmanager
    def held(self) -> Iterator[None]:
        """A stretch that is finished before a signal stops anything."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._asked:
            raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[Stop]:
    """SIGINT and SIGTERM stop what runs inside, also where a shell started us with them ignored."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop.on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
