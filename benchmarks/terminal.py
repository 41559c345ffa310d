"""A full-screen program in a pseudo-terminal: what it shows, and when."""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

import psutil
import pyte

COLUMNS, ROWS = 120, 40
QUIET_SECONDS = 0.15  # after which nothing more is expected of a key
KEYS = {"pagedown": b"\x1b[6~", "pageup": b"\x1b[5~"}
# What pyte would show as text instead of obeying: private modes with a "$", keyboard protocols.
_UNKNOWN = re.compile(
    r"\x1b\[[<=>?][0-9;:]*\$?[a-zA-Z]|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)", re.S
)


class Terminal:
    """``command`` in a terminal of its own.

    What arrives is noted with its time and shown to the emulator only when the program is quiet,
    so that the emulator's own work is not measured.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = COLUMNS
    ) -> None:
        self._screen = pyte.Screen(columns, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unseen: list[tuple[float, bytes]] = []
        self.start = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execvpe(
                command[0], list(command), {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            )
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        self._peak = 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            for process in [*psutil.Process(self.pid).children(recursive=True), psutil.Process(self.pid)]:
                process.send_signal(signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    @property
    def display(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def peak_mib(self) -> float:
        """The most memory the program's own process was seen with, its children apart."""
        self._look_at_memory()
        return self._peak / 2**20

    def shown(self, text: str, within: float = 60.0) -> float:
        """When ``text`` came onto the screen, in seconds from the start.

        Raises:
            TimeoutError: it did not; with what is there instead.
        """
        deadline = time.perf_counter() + within
        while time.perf_counter() < deadline:
            self._read(0.02)
            if not self._read(0.0) and (at := self._look(text)) is not None:
                return at - self.start
        raise TimeoutError(f"{text!r} did not appear:\n{self.display}")

    def type(self, keys: str) -> None:
        """Send keys, and wait for nothing."""
        os.write(self._master, keys.encode())

    def ended(self) -> None:
        """Read until the program has ended."""
        while self._read(1.0):
            pass

    def press(self, key: str) -> float:
        """Seconds from a key to the last output that it brings."""
        self._drain()
        self._unseen.clear()
        pressed = time.perf_counter()
        os.write(self._master, KEYS.get(key, key.encode()))
        self._drain()
        settled = self._unseen[-1][0] if self._unseen else pressed
        self._look_at_memory()
        return settled - pressed

    def _drain(self) -> None:
        """Read until the program has been quiet."""
        while self._read(QUIET_SECONDS):
            pass

    def _read(self, seconds: float) -> bool:
        """Take what arrives within a time; whether anything did."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 20)
        except OSError:
            return False
        self._unseen.append((time.perf_counter(), data))
        return bool(data)

    def _look(self, text: str) -> float | None:
        """Show the emulator what has arrived; when it had ``text`` on its screen, if it has."""
        while self._unseen:
            at, data = self._unseen.pop(0)
            self._stream.feed(_UNKNOWN.sub("", self._decoder.decode(data)))
            if text in self.display:
                return at
        return None

    def _look_at_memory(self) -> None:
        self._peak = max(self._peak, psutil.Process(self.pid).memory_info().rss)
