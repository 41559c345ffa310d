"""How far a batch is, on standard error: documents, rate, time left."""

import time
from collections.abc import Callable
from typing import TextIO

_TERMINAL_SECONDS, _LOG_SECONDS = 0.2, 30.0


class Meter:
    """One line that renews itself on a terminal, and a line now and then in a log.

    Args:
        stream: where it is written; None keeps it quiet.
        total_bytes: how much input there is, None when nobody can tell.
        clock: seconds that only ever grow.
    """

    def __init__(
        self, stream: TextIO | None, total_bytes: int | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._total = total_bytes
        self._clock = clock
        self._start = self._shown = clock()
        self._on_terminal = stream is not None and stream.isatty()
        self._before = 0  # bytes an earlier run is done with: they say nothing of this one's rate
        self._bytes = 0

    @property
    def seconds(self) -> float:
        """Since this run began."""
        return self._clock() - self._start

    def skip(self, size: int) -> None:
        """Count input that an earlier run is done with."""
        self._before += size

    def advance(self, size: int, documents: int, failed: int) -> None:
        """Tell what is done: ``size`` more bytes, and so many documents in this run so far."""
        self._bytes += size
        now = self._clock()
        if self._stream is None or now - self._shown < (
            _TERMINAL_SECONDS if self._on_terminal else _LOG_SECONDS
        ):
            return
        self._shown = now
        line = self.line(documents, failed)
        self._stream.write(f"\r{line}\x1b[K" if self._on_terminal else f"{line}\n")
        self._stream.flush()

    def end(self) -> None:
        """Take the line away, so that what is said next stands on its own."""
        if self._stream is not None and self._on_terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def line(self, documents: int, failed: int) -> str:
        """What is shown."""
        rate = documents / self.seconds if self.seconds else 0.0
        parts = [f"{documents:,} documents", f"{rate:.1f}/s"]
        if failed:
            parts.append(f"{failed:,} failed")
        if self._total and self._bytes:
            parts.append(f"{self._share():.0%}")
            parts.append(f"{duration(self._left())} left")
        return " · ".join(parts)

    def _share(self) -> float:
        return min(1.0, (self._before + self._bytes) / (self._total or 1))

    def _left(self) -> float:
        left = max(0, (self._total or 0) - self._before - self._bytes)
        return left / self._bytes * self.seconds


def duration(seconds: float) -> str:
    """A time as people say it, to two units at most."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02d} min"
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
