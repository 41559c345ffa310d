"""An Analyst that works in a process of its own, so that the screen never shares an interpreter lock with the model."""

import asyncio
import os
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import IO, Any

from reader.analysis.model import Reading
from reader.article import Article
from reader.engine import wire
from reader.engine.analyst import AnalysisError, Progress
from reader.pythons import command

_ENDED = "the analysis ended unexpectedly{}; try again, and if it ends again report the article"


@dataclass(frozen=True)
class _Waiting:
    loop: asyncio.AbstractEventLoop
    answer: "asyncio.Future[Reading]"
    progress: Progress | None
    owed_by: "Connection[Any, Any] | None"


class ProcessAnalyst:
    """Reads in a worker process, which is started by :meth:`start` or by the first article.

    A worker that dies fails the readings it owed, and the next article starts another.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[Any, Any] | None = None
        self._waiting: dict[int, _Waiting] = {}
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        self._starting = threading.Lock()
        self._last = 0

    def start(self) -> None:
        """Start the worker, unless there is one. Any thread may ask for it."""
        with self._starting:
            if self._process is None or self._process.poll() is not None:
                self._start()

    def _start(self) -> None:
        ours, theirs = Pipe()
        errors = tempfile.TemporaryFile()  # noqa: SIM115  (the listener reads it when the worker has ended)
        self._process = subprocess.Popen(
            command("reader.engine.worker", str(theirs.fileno()), self._model),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=[theirs.fileno()],
            env={**os.environ, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1")},
            start_new_session=True,  # ctrl+c in the terminal is for the screen
        )
        theirs.close()
        self._connection = ours
        threading.Thread(target=self._listen, args=(ours, errors), daemon=True).start()

    async def read(self, article: Article, progress: Progress | None = None) -> Reading:
        """See :class:`reader.engine.Analyst`."""
        self.start()
        loop = asyncio.get_running_loop()
        with self._lock:
            self._last += 1
            number = self._last
            waiting = self._waiting[number] = _Waiting(loop, loop.create_future(), progress, self._connection)
        try:
            # A long text takes a moment to go through the pipe: not on the event loop.
            await asyncio.to_thread(self._send_article, number, article)
            return await waiting.answer
        except asyncio.CancelledError:
            self._send_quietly(("cancel", number))
            raise
        finally:
            with self._lock:
                self._waiting.pop(number, None)

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if process is not None:
            process.terminate()
            process.wait()

    def _send_article(self, number: int, article: Article) -> None:
        for message in wire.messages(number, article):
            self._send(message)

    def _send(self, message: tuple[Any, ...]) -> None:
        try:
            with self._sending:
                if self._connection is not None:
                    self._connection.send(message)
        except OSError as error:
            raise AnalysisError(_ENDED.format("")) from error

    def _send_quietly(self, message: tuple[Any, ...]) -> None:
        try:
            self._send(message)
        except AnalysisError:
            return

    def _listen(self, connection: "Connection[Any, Any]", errors: IO[bytes]) -> None:
        """Hand on what the worker says until it hangs up; runs in a thread of its own."""
        try:
            while True:
                self._hand_on(*connection.recv())
        except (EOFError, OSError, TypeError):  # TypeError: closed under our feet
            self._fail_all(connection, _last_line(errors))

    def _hand_on(self, word: str, number: int, content: Any) -> None:
        with self._lock:
            waiting = self._waiting.get(number)
        if waiting is None:
            return
        if word == "progress":
            if waiting.progress is not None:
                waiting.loop.call_soon_threadsafe(waiting.progress, content)
        else:
            waiting.loop.call_soon_threadsafe(_settle, waiting.answer, word, content)

    def _fail_all(self, connection: "Connection[Any, Any]", reason: str) -> None:
        with self._lock:
            owed = [waiting for waiting in self._waiting.values() if waiting.owed_by is connection]
        for waiting in owed:
            if not waiting.loop.is_closed():
                waiting.loop.call_soon_threadsafe(_settle, waiting.answer, "failed", _ENDED.format(reason))


def _settle(answer: "asyncio.Future[Reading]", word: str, content: Any) -> None:
    if answer.done():
        return
    if word == "done":
        answer.set_result(content)
    else:
        answer.set_exception(AnalysisError(content))


def _last_line(errors: IO[bytes]) -> str:
    """The last line the worker wrote, in brackets: of a traceback, the one that says what."""
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return f" ({lines[-1]})" if lines else ""
