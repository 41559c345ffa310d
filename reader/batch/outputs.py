"""Where the outcomes go: a JSON Lines file, a folder of YAML, or standard output."""

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from reader.batch.beside import ORDINARY, Written, in_the_way, is_still, opened, part_of, remove
from reader.batch.items import Item, Outcome
from reader.export.ours import is_yaml_export


class File(NamedTuple):
    """A file of its own for one document: its name without the ending, and the SHA-256 of its content."""

    name: str
    sha256: str


class Output(Protocol):
    """Takes what was found in each document, in order."""

    def write(self, item: Item, outcome: Outcome) -> None:
        """Take one document's text."""

    def flush(self) -> tuple[Written, tuple[File, ...]]:
        """Hand everything to the system; how far the file has come, and the files made since."""

    def close(self) -> None:
        """Stop writing, finished or not."""

    def finish(self) -> None:
        """Give the output its own name: it is complete."""


class LinesFile:
    """A file that grows line by line under a name of its own until it is complete.

    Args:
        path: its name once it is complete.
        keep: how many bytes of what a stopped run left are good; the rest is cut off.
        goes_on: whether a stopped run can have left something, known from its journal.

    Raises:
        BatchError: there is a file of the name it grows under, and no run left it.
        OSError: it cannot be written.
    """

    def __init__(self, path: Path, keep: int = 0, goes_on: bool = False) -> None:
        self._path = path
        self._part = part_of(path)
        self._file, self._made = opened(self._part, ORDINARY)
        if not (self._made or goes_on) and os.fstat(self._file.fileno()).st_size:
            self._file.close()
            raise in_the_way(self._part)
        self._digest = hashlib.sha256()
        for block in iter(lambda: self._file.read(min(1 << 20, keep - self._file.tell())), b""):
            self._digest.update(block)
        self._file.truncate(keep)
        self._file.seek(keep)

    def write(self, item: Item, outcome: Outcome) -> None:
        """Append one document's line."""
        self.append(outcome.text or "")

    def append(self, line: str) -> None:
        """Append a line, its end included."""
        data = line.encode()
        self._file.write(data)
        self._digest.update(data)

    def flush(self) -> tuple[Written, tuple[File, ...]]:
        """See :class:`Output`."""
        self._file.flush()
        return Written(self._file.tell(), self._digest.hexdigest()), ()

    def close(self) -> None:
        """See :class:`Output`."""
        self._file.close()

    def finish(self) -> None:
        """Close the file and give it its own name.

        Raises:
            BatchError: something else has taken the name it grew under.
        """
        if not is_still(self._part, self._file):
            raise in_the_way(self._part)
        if self._path.is_file():
            os.fchmod(self._file.fileno(), self._path.stat().st_mode & 0o777)
        self.close()
        self._part.replace(self._path)

    def remove(self) -> None:
        """Close the file and take it away."""
        remove(self._part, self._file)
        self.close()

    def give_up(self) -> None:
        """Leave everything as it was before."""
        if self._made:
            self.remove()
        self.close()


class YamlFolder:
    """A folder with one YAML file a document, named after its id or its source.

    Args:
        folder: made when it is not there.
        taken: names that a stopped run has given already.
    """

    def __init__(self, folder: Path, taken: set[str]) -> None:
        self._folder = folder
        self._taken = taken
        self._fresh: list[File] = []
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, item: Item, outcome: Outcome) -> None:
        """Write one document's file, whole or not at all."""
        from reader.export.writing import write_text

        name, text = self._name(outcome.id or _stem(item)), outcome.text or ""
        write_text(self._folder / f"{name}.yaml", text)
        self._fresh.append(File(name, hashlib.sha256(text.encode()).hexdigest()))

    def flush(self) -> tuple[Written, tuple[File, ...]]:
        """See :class:`Output`."""
        fresh, self._fresh = tuple(self._fresh), []
        return Written(), fresh

    def close(self) -> None:
        """Nothing is open."""

    def finish(self) -> None:
        """Every file has its name already."""

    def _name(self, wanted: str) -> str:
        """``wanted`` as a file name that no other document of this batch has, and nothing but an earlier export."""
        plain = re.sub(r"[^\w.-]+", "-", wanted).strip("-.")[:80] or "article"
        name, number = plain, 1
        while name.lower() in self._taken or self._is_foreign(self._folder / f"{name}.yaml"):
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name.lower())
        return name

    @staticmethod
    def _is_foreign(path: Path) -> bool:
        return os.path.lexists(path) and not is_yaml_export(path)


class Stream:
    """Standard output, where nothing can be resumed; YAML documents are parted by ``---``."""

    def __init__(self, stream: BinaryIO, before: str) -> None:
        self._stream = stream
        self._before = before

    def write(self, item: Item, outcome: Outcome) -> None:
        """Pass one document's text on."""
        self._stream.write((self._before + (outcome.text or "")).encode())

    def flush(self) -> tuple[Written, tuple[File, ...]]:
        """See :class:`Output`."""
        self._stream.flush()
        return Written(), ()

    def close(self) -> None:
        """The stream belongs to the process."""

    def finish(self) -> None:
        """Nothing to rename."""


def _stem(item: Item) -> str:
    stem = Path(item.source.removesuffix(".gz")).stem if item.source != "-" else "article"
    return stem if item.line is None else f"{stem}-{item.line}"
