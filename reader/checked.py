"""A folder of what can be made again: each file named by what decides its content, and trusted only with its hash.

An entry is a line with the SHA-256 of its name and of what follows. What does not fit its hash counts as not
there. Files are put in place by renaming, so that several readers can share the folder.
"""

import contextlib
import hashlib
import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from reader.atomic import UNFINISHED, replace_file

_ABANDONED_SECONDS = 3600  # an unfinished file this old has no writer any more


@dataclass(frozen=True)
class State:
    """How full a folder is."""

    folder: Path
    entries: int
    bytes: int
    limit_bytes: int


@dataclass(frozen=True)
class CheckedFolder:
    """Entries on disk, at most ``limit_bytes`` of them together; the oldest go first.

    Args:
        folder: where they lie; made when something is first written.
        suffix: what the name of an entry ends in, with its dot.
    """

    folder: Path
    suffix: str
    limit_bytes: int

    def __contains__(self, name: str) -> bool:
        return self._path(name).exists()

    def get(self, name: str) -> bytes | None:
        """What was put in under a name; None when there is nothing that can be trusted."""
        path = self._path(name)
        try:
            if not self._is_ours(path.stat()):
                return None
            checksum, _, content = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if checksum == _checksum(path, content) else None

    def put(self, name: str, content: bytes) -> bool:
        """Keep it; False when the disk would not have it, which is no reason to stop."""
        path = self._path(name)
        entry = _checksum(path, content) + b"\n" + content
        if len(entry) > self.limit_bytes:
            return False
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(path, entry)
            self._make_room()
        except OSError:
            return False
        return True

    def state(self) -> State:
        """Where it lies and how full it is."""
        entries = self._entries()
        return State(self.folder, len(entries), sum(size for _, size, _ in entries), self.limit_bytes)

    def clear(self) -> State:
        """Remove every entry, and nothing else; what there was before."""
        before = self.state()
        for path in self._files(self.suffix) + self._files(UNFINISHED):
            path.unlink(missing_ok=True)
        return before

    def _is_ours(self, state: os.stat_result) -> bool:
        """Whether it is a file of a size an entry can have: whatever else lies there is not waited for."""
        return stat.S_ISREG(state.st_mode) and state.st_size <= self.limit_bytes

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{self.suffix}"

    def _make_room(self) -> None:
        entries = sorted(self._entries())
        excess = sum(size for _, size, _ in entries) - self.limit_bytes
        for _, size, path in entries:
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= size
        for path in self._files(UNFINISHED):
            if (state := _stat(path)) and time.time() - state.st_mtime > _ABANDONED_SECONDS:
                path.unlink(missing_ok=True)

    def _entries(self) -> list[tuple[int, int, Path]]:
        """Time of writing in nanoseconds, size in bytes and path of each entry."""
        found = ((path, _stat(path)) for path in self._files(self.suffix))
        return [(state.st_mtime_ns, state.st_size, path) for path, state in found if state is not None]

    def _files(self, suffix: str) -> list[Path]:
        with contextlib.suppress(OSError):
            return [path for path in self.folder.iterdir() if path.suffix == suffix]
        return []


def _checksum(path: Path, content: bytes) -> bytes:
    return hashlib.sha256(path.name.encode() + content).hexdigest().encode()


def _stat(path: Path) -> os.stat_result | None:
    """None when another reader has just removed it."""
    try:
        return path.stat()
    except OSError:
        return None
