"""Where the documents go that could not be read, each with its reason."""

from pathlib import Path
from typing import Any, TextIO

from reader.batch.items import Item, Outcome
from reader.batch.outputs import LinesFile, part_of
from reader.export.json_text import json_line


def failed_path(output: Path) -> Path:
    """``readings.jsonl`` -> ``readings.failed.jsonl``, beside it."""
    stem = output.name.removesuffix(".jsonl")
    return output.with_name(f"{stem}.failed.jsonl")


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
    """A JSON Lines file of failures, which is there only when there are any."""

    def __init__(self, path: Path, keep: int = 0) -> None:
        self._path = path
        self._lines = LinesFile(path, keep)
        self._size = keep

    def add(self, item: Item, outcome: Outcome) -> None:
        """Put one document aside."""
        self._lines.append(json_line(described(item, outcome)))

    def flush(self) -> int:
        """Hand everything to the system; how long the file is now."""
        self._size, _ = self._lines.flush()
        return self._size

    def close(self) -> None:
        """Stop writing, finished or not."""
        self._lines.close()

    def finish(self) -> None:
        """Give the file its name, or take it and what an earlier batch left away when nothing failed."""
        if self._size:
            self._lines.finish()
            return
        self._lines.close()
        part_of(self._path).unlink(missing_ok=True)
        self._path.unlink(missing_ok=True)


class FailuresSaid:
    """Failures said on standard error, for output that is no file."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, item: Item, outcome: Outcome) -> None:
        """Say which document and why."""
        place = item.source if item.line is None else f"{item.source}, line {item.line}"
        self._stream.write(f"reader: {place}: {outcome.reason}\n")

    def flush(self) -> int:
        """There is nothing to resume."""
        return 0

    def close(self) -> None:
        """The stream belongs to the process."""

    def finish(self) -> None:
        """Nothing to rename."""
