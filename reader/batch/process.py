"""One worker process, seen from the process that gives it work. What it does is in :mod:`reader.batch.worker`."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from reader.batch.items import DEFAULT_ANALYSER, Chunk, Settings
from reader.pythons import command, safe


@dataclass(frozen=True)
class Task:
    """Part of a chunk: all of it or, when that ended a worker, one item."""

    number: int
    first: int
    items: Chunk


@dataclass
class Worker:
    """A process with the connection to it, what it is doing, and since when by the clock that only grows."""

    process: "subprocess.Popen[bytes]"
    connection: "Connection[Any, Any]"
    ready: bool = False
    task: Task | None = None
    since: float = 0.0

    def give(self, task: Task) -> None:
        """Hand it a task."""
        self.task, self.since = task, time.monotonic()
        self.send(task.items)

    def send(self, message: object) -> None:
        """Hand it a message; that it is gone is noticed when its answer is waited for."""
        try:
            self.connection.send(message)
        except (BrokenPipeError, ConnectionResetError):
            return

    def how_it_ended(self) -> str:
        """For people, once it has ended."""
        code = self.process.returncode
        if code is not None and code < 0:
            return f"the worker process was ended by {signal.Signals(-code).name}"
        return f"the worker process ended with status {code}"


def start(settings: Settings) -> Worker:
    """A new worker, which begins by loading its pipeline."""
    ours, theirs = Pipe()
    with theirs, _without_interrupts():
        process = subprocess.Popen(
            command("reader.batch.worker", str(theirs.fileno())),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # which belongs to what is written there
            pass_fds=[theirs.fileno()],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
    worker = Worker(process, ours)
    worker.send((_import_path(settings), settings))
    return worker


def _import_path(settings: Settings) -> list[str]:
    """Where the worker is to import from: as this process does, which has the analyser of whoever calls it."""
    if settings.analyser == DEFAULT_ANALYSER:
        return safe(sys.path)
    return [os.path.abspath(folder) for folder in sys.path]  # noqa: PTH100  ("" is the current folder)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started leaves ctrl+c to the process that started it."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
