"""The worker process of a batch: chunks off a connection, outcomes back. Started by :mod:`reader.pythons` with FD.

What goes over the connection, as pickles between a process and its own child:

* to the worker: first the import path and the settings, then one chunk after another;
* from it: None once it is ready, a list of outcomes for each chunk, and a line for people when it cannot go on.
"""

import gc
import os
import select
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from reader.batch.items import Chunk, Outcome, Settings


def main() -> None:
    """Serve the connection whose descriptor stands on the command line, until the other end hangs up."""
    gc.disable()  # what is loaded stays: to look for garbage in it takes a fifteenth of the time
    connection: Connection[Any, Any] = Connection(int(sys.argv[1]))
    threading.Thread(target=_end_with_the_other_end, args=(connection.fileno(),), daemon=True).start()
    try:
        sys.path[:], settings = connection.recv()
        connection.send(_attempt_to_load(settings))
        gc.freeze()
        gc.enable()
        while True:
            connection.send(_answer(settings, connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _end_with_the_other_end(descriptor: int) -> None:
    """Leave at once when the process that gives out the work is gone, in the middle of whatever is read."""
    gone = select.poll()
    gone.register(descriptor, 0)  # nothing but that it is hung up, which is always told
    gone.poll()
    os._exit(1)


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
