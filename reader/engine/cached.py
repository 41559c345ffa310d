"""An Analyst that asks the cache first, and another one only for what is not there."""

import asyncio

from reader.analysis.model import Reading
from reader.article import Article
from reader.engine.analyst import Progress
from reader.engine.cache import Cache
from reader.engine.process import ProcessAnalyst


class CachedAnalyst:
    """What was read before comes back at once; what was not is read and kept."""

    def __init__(self, model: str, cache: Cache) -> None:
        self._model = model
        self._cache = cache
        self._process = ProcessAnalyst(model)

    def start(self) -> None:
        """Start the worker now: an article that was not read before is about to be shown."""
        self._process.start()

    async def read(self, article: Article, progress: Progress | None = None) -> Reading:
        """See :class:`reader.engine.Analyst`."""
        kept = await asyncio.to_thread(self._cache.get, article, self._model)
        if kept is not None:
            return kept
        reading = await self._process.read(article, progress)
        await asyncio.to_thread(self._cache.put, article, self._model, reading)
        return reading

    def close(self) -> None:
        """End the worker, if one was started."""
        self._process.close()
