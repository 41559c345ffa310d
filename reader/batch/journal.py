"""How far a batch has come, kept beside its output so that the same command can go on after a stop.

The first line says what was asked for; each later one is a mark: everything before it is in the
output. A line that was cut off by a stop is no mark. As long as a batch runs it holds a lock on the
file, so that two of them never write to one output; the system gives it up with the process.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO

from reader.batch.beside import NOTHING, PRIVATE, Written, in_the_way, opened, remove
from reader.batch.errors import BatchError
from reader.batch.items import Item
from reader.batch.outputs import File

_FIRST = "reader batch"  # what the first line begins with, by which a journal is known
_HEAD = json.dumps({_FIRST: 1}).encode()[:-1]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point up to which everything is written.

    Args:
        items: how many documents are done with, failed ones included.
        failed: how many of them failed.
        output, failures: how far the two files have come.
        last: fingerprint of the last document, to notice that the input is another one.
        files: those written since the mark before, where each document has its own.
    """

    items: int = 0
    failed: int = 0
    output: Written = NOTHING
    failures: Written = NOTHING
    last: str = ""
    files: tuple[File, ...] = ()


def fingerprint(item: Item) -> str:
    """What tells one document from another, whichever way it came."""
    about = repr((item.source, item.line, item.problem)).encode()
    return hashlib.sha256(about + b"\0" + (item.data or b"")).hexdigest()


class Journal:
    """The marks of one batch.

    Args:
        path: the file they are in; it is made, and held until :meth:`close`.
        asked: what decides the output; a journal of anything else is not gone on from.

    Raises:
        BatchError: another batch holds it, or a file of that name is no journal.
        OSError: it cannot be written there.
    """

    def __init__(self, path: Path, asked: dict[str, Any]) -> None:
        self.path = path
        self._asked = json.loads(json.dumps(asked, default=str))
        self._file, self._made = _held(path)

    @property
    def is_of_a_stopped_run(self) -> bool:
        """Whether a run that was stopped has left it, and so what it wrote."""
        return os.fstat(self._file.fileno()).st_size > 0

    def marks(self) -> list[Mark]:
        """The marks of a batch that was stopped, none when there is none.

        Raises:
            BatchError: the journal there is belongs to another batch.
        """
        lines = list(self._lines())
        if not lines:
            return []
        try:
            if lines[0]["asked"] != self._asked:
                raise ValueError
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise BatchError(
                f"{self.path} is of an unfinished batch that was asked for differently; "
                "give that command again, or start anew with --fresh"
            ) from error
        return list(takewhile(lambda mark: mark is not None, map(_mark, lines[1:])))  # type: ignore[arg-type]

    def start(self, marks: list[Mark]) -> None:
        """Begin to write, with the marks that still hold."""
        self._file.seek(0)
        self._file.truncate()
        for line in ({_FIRST: 1, "asked": self._asked}, *map(asdict, marks)):
            self._write(line)
        self._file.flush()

    def add(self, mark: Mark) -> None:
        """Note a mark; what it speaks of must have been handed to the system before."""
        self._write(asdict(mark))
        self._file.flush()

    def close(self) -> None:
        """Stop writing; the file stays for the next run, unless there is nothing in it."""
        if self._file.closed:
            return
        if self._made and not self.is_of_a_stopped_run:
            remove(self.path, self._file)
        self._file.close()

    def remove(self) -> None:
        """Take the journal of a finished batch away."""
        remove(self.path, self._file)
        self._file.close()

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")

    def _lines(self) -> Iterator[Any]:
        self._file.seek(0)
        for line in self._file.readlines():
            try:
                if line.endswith(b"\n"):
                    yield json.loads(line)
            except (ValueError, RecursionError):  # no JSON, or no UTF-8
                return


def _mark(line: Any) -> Mark | None:
    """The mark that was written down as ``line``; None of anything else."""
    try:
        return Mark(
            _count(line["items"]),
            _count(line["failed"]),
            _written(line["output"]),
            _written(line["failures"]),
            str(line["last"]),
            tuple(File(str(name), str(sha256)) for name, sha256 in line["files"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _written(made: Any) -> Written:
    size, sha256 = made
    return Written(_count(size), str(sha256))


def _count(number: Any) -> int:
    if type(number) is not int or not 0 <= number < 1 << 53:
        raise ValueError("no count")
    return number


def _held(path: Path) -> tuple[BinaryIO, bool]:
    """The file, with a lock on it where the system has such locks, and whether it was made for this run."""
    file, made = opened(path, PRIVATE)
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # Windows
        pass
    except BlockingIOError as error:
        file.close()
        raise BatchError(
            f"another run is writing there and holds {path}; wait for it, or name another output"
        ) from error
    if not os.fstat(file.fileno()).st_nlink:
        file.close()  # the run that held it has just finished and taken it away
        return _held(path)
    head = file.read(len(_HEAD))
    if head and head != _HEAD:
        file.close()
        raise in_the_way(path)
    os.fchmod(file.fileno(), PRIVATE)
    return file, made
