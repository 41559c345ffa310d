"""Readings kept between runs, under names that say what decides their content.

Whatever is no Reading counts as not there; nothing in a file is ever executed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.checked import CheckedFolder, State
from reader.engine.cachekey import key_of
from reader.folders import cache_folder

if TYPE_CHECKING:
    from reader.analysis.model import Reading

DEFAULT_LIMIT = 256 * 1024 * 1024


class Cache:
    """Readings on disk, at most ``limit_bytes`` of them; the oldest go first.

    Args:
        folder: where they lie; :func:`~reader.folders.cache_folder` when None.
        limit_bytes: how much they may take up together.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = DEFAULT_LIMIT) -> None:
        self._kept = CheckedFolder((folder or cache_folder()) / "readings", ".reading", limit_bytes)

    @property
    def folder(self) -> Path:
        """Where the entries lie."""
        return self._kept.folder

    def has(self, article: Article, model: str) -> bool:
        """Whether there is an entry; :meth:`get` tells whether it can be trusted."""
        return key_of(article, model) in self._kept

    def get(self, article: Article, model: str) -> Reading | None:
        """The Reading kept for this article and model; None when there is none that can be trusted."""
        from reader.engine.codec import CodecError, decoded

        content = self._kept.get(key_of(article, model))
        try:
            return None if content is None else decoded(content)
        except CodecError:
            return None

    def put(self, article: Article, model: str, reading: Reading) -> bool:
        """Keep a Reading; False when it cannot be kept, which is no reason to stop.

        One that lacks a part is not kept: the next reader of the article may be a better one.
        """
        if reading.failures:
            return False
        from reader.engine.codec import CodecError, encoded

        try:
            return self._kept.put(key_of(article, model), encoded(reading))
        except CodecError:
            return False

    def state(self) -> State:
        """Where the cache lies and how full it is."""
        return self._kept.state()

    def clear(self) -> State:
        """Remove every entry, and nothing else; what there was before."""
        return self._kept.clear()
