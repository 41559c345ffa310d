"""An Analyst that asks the cache first, and another one only for what is not there."""

from __future__ import annotations

import asyncio
import threading
from functools import cached_property
from typing import TYPE_CHECKING

from reader.article import Article
from reader.engine.analyst import Progress

if TYPE_CHECKING:
    from reader.analysis.model import Reading
    from reader.engine.cache import Cache
    from reader.engine.process import ProcessAnalyst


class CachedAnalyst:
    """What was read before comes back at once; what was not is read and kept.

    Args:
        model: the name of an installed pipeline, or a folder that holds one.
        cache: where Readings are kept; the person's own when None, looked for with the first article.
    """

    def __init__(self, model: str, cache: Cache | None = None) -> None:
        self._model = model
        self._given = cache
        self._process: ProcessAnalyst | None = None
        self._lock = threading.Lock()

    async def read(self, article: Article, progress: Progress | None = None) -> Reading:
        """See :class:`reader.engine.Analyst`."""
        if article.foreign:
            from reader.analysis.model import Reading

            return Reading()
        kept = await asyncio.to_thread(self._recall, article)
        if kept is not None:
            return kept
        reading = await self._worker().read(article, progress)
        await asyncio.to_thread(self._cache.put, article, self._model, reading)
        return reading

    @cached_property
    def _cache(self) -> Cache:
        from reader.engine.cache import Cache

        return self._given or Cache()

    def _recall(self, article: Article) -> Reading | None:
        """The Reading that is kept; where there is none the worker is started, which no event loop waits for."""
        kept = self._cache.get(article, self._model)
        if kept is None:
            self._worker().start()
        return kept

    def _worker(self) -> ProcessAnalyst:
        with self._lock:
            if self._process is None:
                from reader.engine.process import ProcessAnalyst

                self._process = ProcessAnalyst(self._model)
            return self._process

    def close(self) -> None:
        """End the worker, if one was started."""
        if self._process is not None:
            self._process.close()
