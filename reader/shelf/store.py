"""A folder of shared files that never lets the screen down: what cannot be written is kept in memory."""

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from reader.article.sanitise import visible
from reader.shelf import files

T = TypeVar("T")
_IMPATIENCE = 0.1  # seconds that a lock is waited for which was held too long the last time


class Store:
    """Reads and changes files below a folder.

    Args:
        folder: made when something is first written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: str | None = None
        self.refused: str | None = None
        self._unwritten: dict[Path, list[Callable[[Any], Any]]] = {}
        self._patience = files.PATIENCE

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        return not self._unwritten and not self.folder.exists()

    def is_written(self, path: Path) -> bool:
        """Whether all that was to be kept in a file is in it."""
        return path not in self._unwritten

    def read(self, path: Path, parse: Callable[[object], T], empty: T) -> T:
        """What a file holds, with the changes that could not be written; ``empty`` where that is nothing."""
        try:
            kept = files.read(path, parse, empty)
        except OSError as error:
            self._note(error)
            kept = empty
        return self._changed(path, kept)

    def _changed(self, path: Path, value: T) -> T:
        """A value with the changes that could not be written: others may have changed the file since."""
        for change in self._unwritten.get(path, ()):
            with suppress(files.RefusedError):
                value = change(value)
        return value

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
            change: the value that is to be kept instead; raises RefusedError where there is none.
            plain: makes plain data of it.

        Returns:
            What is kept now. Where that is not what was asked for, ``refused`` says why, until the next change.
        """
        self.refused = None
        try:
            with files.locked(self.folder, self._patience):
                self._patience = files.PATIENCE
                kept = files.read(path, parse, empty)
                before = self._changed(path, kept)
                after = self._tried(change, before, parse, plain)
                if after != kept:
                    files.write(path, files.encoded(plain(after), parse))
                self._unwritten.pop(path, None)
                return after
        except OSError as error:
            self._note(error)
            if error.errno == errno.EBUSY:
                self._patience = _IMPATIENCE  # nobody is to wait again at every step
        before = self.read(path, parse, empty)
        after = self._tried(change, before, parse, plain)
        if after != before:
            self._unwritten.setdefault(path, []).append(change)
        return after

    def _tried(
        self, change: Callable[[T], T], before: T, parse: Callable[[object], T], plain: Callable[[T], object]
    ) -> T:
        """The value after a change, or before it where that is refused."""
        try:
            after = change(before)
            files.encoded(plain(after), parse)
        except files.RefusedError as error:
            self.refused = visible(error)
            return before
        return after

    def _note(self, error: OSError) -> None:
        place = error.filename or self.folder
        self.trouble = visible(f"{place}: {error.strerror or error}; nothing is kept for next time")
