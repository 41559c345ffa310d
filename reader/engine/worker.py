"""The worker process: takes articles off a connection, answers with Readings.

Started by :mod:`reader.pythons`, with FD and MODEL on its command line. What goes over the connection, as pickles
between a process and its own child:

* to the worker: ``("text", number, piece)`` as often as need be, then ``("read", number, article)``, whose
  text is in those pieces; ``("cancel", number)``;
* from it: ``("progress", number, share)``, ``("done", number, reading)``, ``("failed", number, line)``.
"""

import os
import queue
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

NICENESS = 10  # the screen goes first


class CancelledError(Exception):
    """The reading that is being made is no longer wanted."""


class Worker:
    """One desk, fed by a thread that listens to the connection."""

    def __init__(self, connection: "Connection[Any, Any]", model: str) -> None:
        self._connection = connection
        self._model = model
        self._jobs: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._cancelled: set[int] = set()

    def run(self) -> None:
        """Work until the other end hangs up."""
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            from reader.engine.desk import Desk

            desk = Desk(self._model)
            while True:
                self._do(desk, *self._jobs.get())
        except (BrokenPipeError, ConnectionResetError):
            return

    def _listen(self) -> None:
        from reader.engine.wire import Inbox

        inbox = Inbox()
        try:
            while True:
                word, number, *rest = self._connection.recv()
                if word == "cancel":
                    self._cancelled.add(number)
                elif word == "text":
                    inbox.text(number, rest[0])
                else:
                    self._jobs.put((number, inbox.article(number, rest[0])))
        except (EOFError, OSError):
            os._exit(0)  # in the middle of a reading too: nobody is left to be told

    def _do(self, desk: Any, number: int, article: Any) -> None:
        def checkpoint(share: float) -> None:
            if number in self._cancelled:
                raise CancelledError
            self._connection.send(("progress", number, share))

        try:
            answer = ("done", number, desk.read(article, checkpoint))
        except CancelledError:
            return
        except (BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:  # one article must not end the worker
            answer = ("failed", number, _reason(error, article))
        finally:
            self._cancelled.discard(number)
        self._connection.send(answer)


def _reason(error: Exception, article: Any) -> str:
    """One line for people; a mistake of our own is kept for whoever mends it."""
    from reader import mistakes
    from reader.analysis.pipeline import ModelError

    if isinstance(error, ModelError):
        return str(error)
    log = mistakes.keep(error, f"reading {article.source or 'a text'}, SHA-256 {article.sha256}")
    where = f"; {log} says where" if log else ""
    return f"the article could not be read: a mistake in reader itself ({type(error).__name__}){where}"


def main() -> None:
    """Serve the connection whose descriptor and the model whose name stand on the command line."""
    os.nice(NICENESS)
    descriptor, model = int(sys.argv[1]), sys.argv[2]
    Worker(Connection(descriptor), model).run()
