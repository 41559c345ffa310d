"""A program in a pseudo-terminal, read through a pyte screen: what a person at a terminal would see."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "down": "\x1b[B",
    "up": "\x1b[A",
}
# What pyte does not know: private modes and key protocols with "<", "=" or ">".
_FOREIGN = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[P_^].*?\x1b\\", re.S)
_LOOK = 0.05  # seconds between two looks at what may have come to be
PATIENCE = 30.0  # seconds; only ever used up by a failing test


def _environment() -> dict[str, str]:
    """That of a person at a good terminal; a size stated there would hide the terminal's own."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}
    }
    return {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _take_terminal() -> None:
    """Make the pseudo-terminal the one ``/dev/tty`` stands for, and hear ctrl+c though the tests may not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)


class Terminal:
    """Runs a command; keeps its screen and every byte it wrote."""

    def __init__(
        self, command: list[str], *, columns: int = 120, rows: int = 40, cwd: Path | None = None,
        env: Mapping[str, str] | None = None, stdin: int | None = None,
    ) -> None:  # fmt: skip
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._rest = b""
        self._fd, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=theirs if stdin is None else stdin, stdout=theirs, stderr=theirs, cwd=cwd, close_fds=True,
            env={**_environment(), **(env or {})},
            start_new_session=True, preexec_fn=_take_terminal,  # noqa: PLW1509  (no threads here yet)
        )  # fmt: skip
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._fd)

    def hang_up(self) -> None:
        """Close the terminal, as one closes its window."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def looks(self) -> list[str]:
        """What the program has said of how text looks: "1;38;2;1;2;3"."""
        return re.findall(r"\x1b\[([0-9;]*)m", self.written.decode("utf-8", "replace"))

    @property
    def modes(self) -> list[Any]:
        """Those the program has set of the terminal, as ``tcgetattr`` gives them."""
        return termios.tcgetattr(self._fd)

    def press(self, *keys: str) -> None:
        """Type keys, by name ("enter") or as they are ("s", "harbour")."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, *wanted: str) -> str:
        """Read until the screen shows all the patterns wanted; it is what failed tests show."""
        end = time.monotonic() + PATIENCE
        while not all(re.search(part, self.text) for part in wanted):
            alive = self._read(end - time.monotonic())
            assert alive, f"{wanted} never came; the screen ends as\n{self.text}"
        return self.text

    def wait_until(self, true: Callable[[], bool]) -> None:
        """Read until something is true of what came, or of what the program did elsewhere."""
        end = time.monotonic() + PATIENCE
        while not true():
            self._read(_LOOK)
            assert time.monotonic() < end, f"it never came to that; the screen ends as\n{self.text}"

    def wait_for_cursor(self, words: str) -> tuple[int, int]:
        """Read until the terminal's cursor is shown and ``words`` begin under it; its column and row."""
        end = time.monotonic() + PATIENCE
        while not (self.cursor_shown and self._at_cursor().startswith(words)):
            alive = self._read(end - time.monotonic())
            assert alive, (
                f"the cursor, shown: {self.cursor_shown}, is at {self._at_cursor()!r} of\n{self.text}"
            )
        return self.screen.cursor.x, self.screen.cursor.y

    @property
    def cursor_shown(self) -> bool:
        """Whether a person sees the terminal's cursor."""
        return not self.screen.cursor.hidden

    def _at_cursor(self) -> str:
        cursor = self.screen.cursor
        return self.screen.display[cursor.y][cursor.x :]

    def wait_for_end(self) -> int:
        """Read until the program ends; its exit status."""
        end = time.monotonic() + PATIENCE
        while self._read(end - time.monotonic()):
            pass
        return self.process.wait(max(0.1, end - time.monotonic()))

    def _read(self, seconds: float) -> bool:
        """Take in what comes next; False when nothing more will."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.written += data
        self._feed(data)
        return bool(data)

    def _feed(self, data: bytes) -> None:
        """Give pyte whole sequences only, without those it does not know."""
        data = self._rest + data
        cut = data.rfind(b"\x1b")
        whole = cut < 0 or re.match(
            rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^].*?(?:\x07|\x1b\\)|[^\[\]P_^])", data[cut:], re.S
        )
        data, self._rest = (data, b"") if whole else (data[:cut], data[cut:])
        self._stream.feed(_FOREIGN.sub(b"", data))
