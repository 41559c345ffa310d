"""Readings kept between runs: one file each, named by what decides its content.

An entry is a line with the SHA-256 of what follows, then JSON. Whatever does not fit its hash
or is no Reading counts as not there; nothing in a file is ever executed. Files are put in place
by renaming, so that several readers can share the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.atomic import UNFINISHED, replace_file
from reader.engine.cachekey import key_of
from reader.folders import cache_folder

if TYPE_CHECKING:
    from reader.analysis.model import Reading

DEFAULT_LIMIT = 256 * 1024 * 1024
_SUFFIX = ".reading"
_ABANDONED_SECONDS = 3600  # an unfinished file this old has no writer any more


@dataclass(frozen=True)
class CacheState:
    """What ``reader cache`` shows."""

    folder: Path
    entries: int
    bytes: int
    limit_bytes: int


class Cache:
    """Readings on disk, at most ``limit_bytes`` of them; the oldest go first.

    Args:
        folder: where they lie; :func:`~reader.folders.cache_folder` when None.
        limit_bytes: how much they may take up together.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = DEFAULT_LIMIT) -> None:
        self.folder = (folder or cache_folder()) / "readings"
        self.limit_bytes = limit_bytes

    def get(self, article: Article, model: str) -> Reading | None:
        """The Reading kept for this article and model; None when there is none that can be trusted."""
        from reader.engine.codec import CodecError, from_plain

        path = self._path(key_of(article, model))
        try:
            checksum, _, content = path.read_bytes().partition(b"\n")
            if hashlib.sha256(path.name.encode() + content).hexdigest().encode() != checksum:
                return None
            return from_plain(json.loads(content))
        except (OSError, CodecError, ValueError, RecursionError):
            return None

    def put(self, article: Article, model: str, reading: Reading) -> bool:
        """Keep a Reading; False when the disk would not have it, which is no reason to stop."""
        from reader.engine.codec import to_plain

        path = self._path(key_of(article, model))
        content = json.dumps(to_plain(reading), separators=(",", ":")).encode()
        checksum = hashlib.sha256(path.name.encode() + content).hexdigest().encode()
        if len(content) + len(checksum) >= self.limit_bytes:
            return False
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(path, checksum + b"\n" + content)
            self._make_room()
        except OSError:
            return False
        return True

    def state(self) -> CacheState:
        """Where the cache lies and how full it is."""
        entries = self._entries()
        return CacheState(self.folder, len(entries), sum(size for _, size, _ in entries), self.limit_bytes)

    def clear(self) -> CacheState:
        """Remove every entry, and nothing else; what there was before."""
        before = self.state()
        for path in self._files(_SUFFIX) + self._files(UNFINISHED):
            path.unlink(missing_ok=True)
        return before

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"

    def _make_room(self) -> None:
        entries = sorted(self._entries())
        excess = sum(size for _, size, _ in entries) - self.limit_bytes
        for _, size, path in entries:
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= size
        for path in self._files(UNFINISHED):
            if (stat := _stat(path)) and time.time() - stat.st_mtime > _ABANDONED_SECONDS:
                path.unlink(missing_ok=True)

    def _entries(self) -> list[tuple[int, int, Path]]:
        """Time of writing in nanoseconds, size in bytes and path of each entry."""
        found = ((path, _stat(path)) for path in self._files(_SUFFIX))
        return [(stat.st_mtime_ns, stat.st_size, path) for path, stat in found if stat is not None]

    def _files(self, suffix: str) -> list[Path]:
        try:
            return [path for path in self.folder.iterdir() if path.suffix == suffix]
        except OSError:
            return []


def _stat(path: Path) -> os.stat_result | None:
    """None when another reader has just removed it."""
    try:
        return path.stat()
    except OSError:
        return None
