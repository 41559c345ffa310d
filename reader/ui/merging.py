"""All open articles put together as one story, each as its reader has corrected it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.ui.ports import Services

if TYPE_CHECKING:
    from reader.analysis.model import Reading
    from reader.story import Story


async def merged(articles: Sequence[Article], services: Services) -> Story:
    """The story of several articles; it is put together beside the screen, not in its way.

    Raises:
        AnalysisError: one of them cannot be read.
    """
    from reader.story import merge

    readings = [await _read(article, services) for article in articles]
    return await asyncio.to_thread(merge, articles, readings)


async def _read(article: Article, services: Services) -> Reading:
    from reader.shelf.applying import corrected

    return corrected(await services.analyst.read(article), services.shelf.corrections(article))
