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
from pathlib import Path
from typing import IO, Any

from reader.batch.errors import BatchError
from reader.batch.items import Item
from reader.shelf.records import Record, as_data, from_data


@dataclass(frozen=True, slots=True)
class Mark:
    """A point up to which everything is written.

    Args:
        items: how many documents are done with, failed ones included.
        failed: how many of them failed.
        output_bytes, failed_bytes: how long the two files are.
        last: fingerprint of the last document, to notice that the input is another one.
        names: of the files written since the mark before, where each document has its own.
    """

    items: int = 0
    failed: int = 0
    output_bytes: int = 0
    failed_bytes: int = 0
    last: str = ""
    names: tuple[str, ...] = ()


def fingerprint(item: Item) -> str:
    """What tells one document from another, whichever way it came."""
    about = repr((item.source, item.line, item.problem)).encode()
    return hashlib.sha256(about + b"\0" + (item.data or b"")).hexdigest()


class Journal:
    """The marks of one batch.

    Args:
        path: the file they are in; it is made, and held until :meth:`close`.
        asked: what decides the output; a journal of anything else is not gone on from.
        kept: what the person kept of articles when the batch began. A run that goes on takes over
            what its journal has, so that a note written in between does not part its output in two.

    Raises:
        BatchError: another batch holds it.
        OSError: it cannot be written there.
    """

    def __init__(self, path: Path, asked: dict[str, Any], kept: dict[str, Record] | None = None) -> None:
        self.path = path
        self.kept = kept or {}
        self._asked = json.loads(json.dumps(asked, default=str))
        self._file = _held(path)

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
            self.kept = {sha256: from_data(data) for sha256, data in lines[0]["kept"].items()}
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise BatchError(
                f"{self.path} is of an unfinished batch that was asked for differently; "
                "give that command again, or start anew with --fresh"
            ) from error
        return [Mark(**{**line, "names": tuple(line["names"])}) for line in lines[1:]]

    def start(self, marks: list[Mark]) -> None:
        """Begin to write, with the marks that still hold."""
        self._file.seek(0)
        self._file.truncate()
        kept = {sha256: as_data(record) for sha256, record in self.kept.items()}
        for line in ({"asked": self._asked, "kept": kept}, *map(asdict, marks)):
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
        empty = self.path.stat().st_size == 0
        self._file.close()
        if empty:
            self.path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Take the journal of a finished batch away."""
        self.path.unlink(missing_ok=True)
        self._file.close()

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")

    def _lines(self) -> Iterator[Any]:
        self._file.seek(0)
        for line in self._file.readlines():
            try:
                if line.endswith(b"\n"):
                    yield json.loads(line)
            except ValueError:  # no JSON, or no UTF-8
                return


def _held(path: Path) -> IO[bytes]:
    """The file, made if it is not there, with a lock on it where the system has such locks."""
    file = path.open("a+b")
    try:
        import fcntl
    except ImportError:  # Windows
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise BatchError(
            f"another run is writing there and holds {path}; wait for it, or name another output"
        ) from error
    if os.fstat(file.fileno()).st_nlink:
        return file
    file.close()  # the run that held it has just finished and taken it away
    return _held(path)
