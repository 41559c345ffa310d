"""The clock of a fetch: how long it may still take, and whether the person wants to go on."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

SLICE = 0.2  # seconds after which a silent connection lets the person cancel
_Result = TypeVar("_Result")


class TooSlowError(Exception):
    """The whole took longer than it may."""


@dataclass
class Watch:
    """The clock of one fetch, over all its redirects.

    Args:
        deadline: the ``time.monotonic()`` at which it has taken too long.
        progress: is told how many bytes have come, several times a second; raising from it cancels.
        size: bytes that have come.
    """

    deadline: float
    progress: Callable[[int], None] | None = None
    size: int = 0

    def look(self) -> float:
        """Seconds left.

        Raises:
            TooSlowError: there are none.
        """
        if self.progress:
            self.progress(self.size)
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TooSlowError
        return left

    def wait_for(self, call: Callable[[], _Result]) -> _Result:
        """What ``call`` returns; it runs in a thread of its own, because nothing else can interrupt it."""
        answers: queue.Queue[tuple[_Result | None, BaseException | None]] = queue.Queue()

        def run() -> None:
            try:
                answers.put((call(), None))
            except BaseException as error:
                answers.put((None, error))

        threading.Thread(target=run, daemon=True).start()
        while True:
            try:
                result, error = answers.get(timeout=min(SLICE, self.look()))
            except queue.Empty:
                continue
            if error is not None:
                raise error
            return result  # type: ignore[return-value]
