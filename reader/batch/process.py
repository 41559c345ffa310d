"""One worker process: how it is started, and what it does."""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from reader.batch.items import Chunk, Outcome, Settings


@dataclass(frozen=True)
class Task:
    """Part of a chunk: all of it or, when that ended a worker, one item."""

    number: int
    first: int
    items: Chunk


@dataclass
class Worker:
    """A process with the connection to it, and what it is doing."""

    process: BaseProcess
    connection: "Connection[Any, Any]"
    ready: bool = False
    task: Task | None = None

    def give(self, task: Task) -> None:
        """Hand it a task; that it is gone is noticed when its answer is waited for."""
        self.task = task
        try:
            self.connection.send(task.items)
        except (BrokenPipeError, ConnectionResetError):
            return

    def how_it_ended(self) -> str:
        """For people, once it has ended."""
        code = self.process.exitcode
        if code is not None and code < 0:
            return f"the worker process was ended by {signal.Signals(-code).name}"
        return f"the worker process ended with status {code}"


def start(settings: Settings) -> Worker:
    """A new worker, which begins by loading its pipeline."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(settings, theirs), daemon=True)
    with _for_workers():
        process.start()
    theirs.close()
    return Worker(process, ours)


def _work(settings: Settings, connection: "Connection[Any, Any]") -> None:
    """What the process runs: chunks in, outcomes out, until the other end hangs up.

    It answers with None once it is ready, with a list of outcomes for each chunk, and with a line
    for people when it cannot go on.
    """
    gc.disable()  # what is loaded stays: to look for garbage in it takes a fifteenth of the time
    try:
        connection.send(_attempt_to_load(settings))
        gc.freeze()
        gc.enable()
        while True:
            connection.send(_answer(settings, connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _attempt_to_load(settings: Settings) -> str | None:
    from reader.batch.loading import analyser

    try:
        analyser(settings.analyser, settings.model)
    except Exception as error:
        return str(error) or type(error).__name__
    return None


def _answer(settings: Settings, chunk: Chunk) -> list[Outcome] | str:
    from reader.batch.work import run_chunk

    try:
        return run_chunk(settings, chunk)
    except Exception as error:
        return str(error) or type(error).__name__


@contextmanager
def _for_workers() -> Iterator[None]:
    """What workers inherit: one thread each, and ctrl+c left to the process that started them."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
