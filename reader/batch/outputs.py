"""Where the outcomes go: a JSON Lines file, a folder of YAML, or standard output."""

import re
from pathlib import Path
from typing import BinaryIO, Protocol

from reader.batch.items import Item, Outcome

PART = ".part"


class Output(Protocol):
    """Takes what was found in each document, in order."""

    def write(self, item: Item, outcome: Outcome) -> None:
        """Take one document's text."""

    def flush(self) -> tuple[int, tuple[str, ...]]:
        """Hand everything to the system; how long the file is now, and the files made since."""

    def close(self) -> None:
        """Stop writing, finished or not."""

    def finish(self) -> None:
        """Give the output its own name: it is complete."""


class LinesFile:
    """A file that grows line by line under a name of its own until it is complete.

    Args:
        path: its name once it is complete.
        keep: how many bytes of what a stopped run left are good; the rest is cut off.
    """

    def __init__(self, path: Path, keep: int = 0) -> None:
        self._path = path
        self._part = part_of(path)
        self._part.touch()
        self._file = self._part.open("r+b")
        self._file.truncate(keep)
        self._file.seek(keep)

    def write(self, item: Item, outcome: Outcome) -> None:
        """Append one document's line."""
        self.append(outcome.text or "")

    def append(self, line: str) -> None:
        """Append a line, its end included."""
        self._file.write(line.encode())

    def flush(self) -> tuple[int, tuple[str, ...]]:
        """See :class:`Output`."""
        self._file.flush()
        return self._file.tell(), ()

    def close(self) -> None:
        """See :class:`Output`."""
        self._file.close()

    def finish(self) -> None:
        """Close the file and give it its own name."""
        self.close()
        self._part.replace(self._path)


class YamlFolder:
    """A folder with one YAML file a document, named after its id or its source.

    Args:
        folder: made when it is not there.
        taken: names that a stopped run has given already.
    """

    def __init__(self, folder: Path, taken: set[str]) -> None:
        self._folder = folder
        self._taken = taken
        self._fresh: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, item: Item, outcome: Outcome) -> None:
        """Write one document's file, whole or not at all."""
        from reader.export.writing import write_text

        name = self._name(outcome.id or _stem(item))
        write_text(self._folder / f"{name}.yaml", outcome.text or "")
        self._fresh.append(name)

    def flush(self) -> tuple[int, tuple[str, ...]]:
        """See :class:`Output`."""
        fresh, self._fresh = tuple(self._fresh), []
        return 0, fresh

    def close(self) -> None:
        """Nothing is open."""

    def finish(self) -> None:
        """Every file has its name already."""

    def _name(self, wanted: str) -> str:
        """``wanted`` as a file name that no other document of this batch has."""
        plain = re.sub(r"[^\w.-]+", "-", wanted).strip("-.")[:80] or "article"
        name, number = plain, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.lower())
        return name


class Stream:
    """Standard output, where nothing can be resumed; YAML documents are parted by ``---``."""

    def __init__(self, stream: BinaryIO, before: str) -> None:
        self._stream = stream
        self._before = before

    def write(self, item: Item, outcome: Outcome) -> None:
        """Pass one document's text on."""
        self._stream.write((self._before + (outcome.text or "")).encode())

    def flush(self) -> tuple[int, tuple[str, ...]]:
        """See :class:`Output`."""
        self._stream.flush()
        return 0, ()

    def close(self) -> None:
        """The stream belongs to the process."""

    def finish(self) -> None:
        """Nothing to rename."""


def part_of(path: Path) -> Path:
    """What a file is called while it grows."""
    return path.with_name(path.name + PART)


def _stem(item: Item) -> str:
    stem = Path(item.source.removesuffix(".gz")).stem if item.source != "-" else "article"
    return stem if item.line is None else f"{stem}-{item.line}"
