"""Where the documents go that could not be read, each with its reason."""

import os
from pathlib import Path
from typing import Any, TextIO

from reader.batch.beside import Written, in_the_way
from reader.batch.items import Item, Outcome
from reader.batch.outputs import LinesFile
from reader.export.json_text import json_line
from reader.export.ours import is_failures


def described(item: Item, outcome: Outcome) -> dict[str, Any]:
    """What is put aside; ``input`` is a record's own line, so that it can be mended and given again."""
    line = item.data.decode("utf-8", "replace") if item.form == ".jsonl" and item.data else None
    return {
        "id": outcome.id,
        "source": item.source,
        "line": item.line,
        "reason": outcome.reason,
        "input": line,
    }


class FailuresFile:
    """A JSON Lines file of failures, which is there only when there are any.

    Args:
        path, keep, goes_on: as of :class:`LinesFile`.

    Raises:
        BatchError: there is a file of that name which is none of failures, or one as of :class:`LinesFile`.
    """

    def __init__(self, path: Path, keep: int = 0, goes_on: bool = False) -> None:
        if os.path.lexists(path) and not is_failures(path):
            raise in_the_way(path)
        self._lines = LinesFile(path, keep, goes_on)
        self._size = keep

    def add(self, item: Item, outcome: Outcome) -> None:
        """Put one document aside."""
        self._lines.append(json_line(described(item, outcome)))

    def flush(self) -> Written:
        """Hand everything to the system; how far the file has come."""
        written, _ = self._lines.flush()
        self._size = written.bytes
        return written

    def close(self) -> None:
        """Stop writing, finished or not."""
        self._lines.close()

    def give_up(self) -> None:
        """Leave everything as it was before."""
        self._lines.give_up()

    def finish(self) -> None:
        """Give the file its name, or take it away when nothing failed; one of an earlier batch stays."""
        if self._size:
            self._lines.finish()
        else:
            self._lines.remove()


class FailuresSaid:
    """Failures said on standard error, for output that is no file."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, item: Item, outcome: Outcome) -> None:
        """Say which document and why."""
        place = item.source if item.line is None else f"{item.source}, line {item.line}"
        self._stream.write(f"reader: {place}: {outcome.reason}\n")

    def flush(self) -> Written:
        """There is nothing to resume."""
        return Written()

    def close(self) -> None:
        """The stream belongs to the process."""

    def finish(self) -> None:
        """Nothing to rename."""
