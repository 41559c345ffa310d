"""A folder of shared files that never lets the screen down: what cannot be written is kept in memory."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from reader.article.sanitise import visible
from reader.shelf import files

T = TypeVar("T")


class Store:
    """Reads and changes files below a folder.

    Args:
        folder: made when something is first written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: str | None = None
        self._unwritten: dict[Path, Any] = {}

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        return not self._unwritten and not self.folder.exists()

    def is_written(self, path: Path) -> bool:
        """Whether all that was to be kept in a file is in it."""
        return path not in self._unwritten

    def read(self, path: Path, parse: Callable[[object], T], empty: T) -> T:
        """What a file holds, or held when it could last be written; ``empty`` where that is nothing."""
        if path in self._unwritten:
            kept: T = self._unwritten[path]
            return kept
        try:
            return files.read(path, parse, empty)
        except OSError as error:
            self._note(error)
            return empty

    def change(
        self,
        path: Path,
        parse: Callable[[object], T],
        empty: T,
        change: Callable[[T], T],
        plain: Callable[[T], object],
    ) -> T:
        """Read, change and write under one lock, so that two readers never undo each other's work.

        Args:
            path: the file.
            parse: makes a value of plain data, or raises ValueError.
            empty: the value while there is no file.
            change: the value that is to be kept instead.
            plain: makes plain data of it.
        """
        try:
            with files.locked(self.folder):
                before = self.read(path, parse, empty)
                after = change(before)
                if after != before or path in self._unwritten:
                    files.write(path, plain(after))
                self._unwritten.pop(path, None)
        except OSError as error:
            self._note(error)
            self._unwritten[path] = after = change(self.read(path, parse, empty))
        return after

    def _note(self, error: OSError) -> None:
        place = error.filename or self.folder
        self.trouble = visible(f"{place}: {error.strerror or error}; nothing is kept for next time")
