"""One app for one page: a process that draws into the page's connection and is fed by it."""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import Sequence

_READY = b"__GANGLION__\n"  # what Textual's driver says before all else
_PRELUDE = 100  # lines that something else may print before that
_LARGEST_PACKET = 64 * 1024 * 1024  # bytes; one frame of the largest screen is far below
_ERRORS_KEPT = 64 * 1024  # bytes
_PATIENCE = 10.0  # seconds in which an app takes what it is sent

DRAWN, META = b"D", b"M"


class Session:
    """The process of an app.

    Args:
        command: its program and arguments.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: asyncio.subprocess.Process | None = None
        self._errors = bytearray()
        self._listening: asyncio.Task[None] | None = None

    async def start(self, width: int, height: int) -> None:
        """Start it on a screen of so many cells.

        Raises:
            OSError: it cannot be started.
        """
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment(width, height),
            start_new_session=True,  # ctrl+c in the terminal is for the server
        )
        self._listening = asyncio.create_task(self._keep_errors())

    async def ready(self) -> bool:
        """Wait until the app is there; whether it is."""
        assert self._process is not None and self._process.stdout is not None
        with contextlib.suppress(ValueError):  # a line without end
            for _ in range(_PRELUDE):
                line = await self._process.stdout.readline()
                if line in {b"", _READY}:
                    return line == _READY
        return False

    async def packet(self) -> tuple[bytes, bytes] | None:
        """The next thing the app says, with its kind; None when it has ended."""
        assert self._process is not None and self._process.stdout is not None
        try:
            head = await self._process.stdout.readexactly(5)
            length = int.from_bytes(head[1:], "big")
            if length > _LARGEST_PACKET:
                return None
            return head[:1], await self._process.stdout.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    async def send(self, kind: bytes, data: bytes) -> None:
        """Send the app something.

        Raises:
            OSError: it has ended, or takes nothing more.
        """
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.write(kind + len(data).to_bytes(4, "big") + data)
        async with asyncio.timeout(_PATIENCE):
            await self._process.stdin.drain()

    async def tell(self, meta: dict[str, str | int]) -> None:
        """Send the app something about its screen; see :meth:`send`."""
        await self.send(META, json.dumps(meta).encode())

    def hang_up(self) -> None:
        """Let it know that its page is gone: it keeps its place and ends."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    async def end(self, patience: float) -> None:
        """End it, by force when it has not ended by itself after so many seconds."""
        if self._process is None:
            return
        self.hang_up()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._drained()
        self.kill()
        await self._process.wait()
        if self._listening is not None:
            await self._listening

    def kill(self) -> None:
        """End it now, with all it has started in its own session."""
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    @property
    def trouble(self) -> str:
        """The last line it wrote to standard error."""
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    async def _drained(self) -> None:
        """Take what it still draws, which would hold it up, until it has ended."""
        assert self._process is not None and self._process.stdout is not None
        while await self._process.stdout.read(1 << 16):
            pass
        await self._process.wait()

    async def _keep_errors(self) -> None:
        assert self._process is not None and self._process.stderr is not None
        while piece := await self._process.stderr.read(4096):
            self._errors += piece
            del self._errors[:-_ERRORS_KEPT]


def environment(width: int, height: int) -> dict[str, str]:
    """The environment of an app in a page."""
    kept = {name: value for name, value in os.environ.items() if name not in {"TEXTUAL", "TEXTUAL_LOG"}}
    return {
        "COLORTERM": "truecolor",
        **kept,
        "TEXTUAL_DRIVER": "reader.web.driver:ServedDriver",
        "TEXTUAL_FPS": "60",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }
