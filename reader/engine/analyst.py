"""What the screen knows of the analysis: someone who reads an article and says how far they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from reader.article import Article

if TYPE_CHECKING:
    from reader.analysis.model import Reading

Progress = Callable[[float], None]
"""Told the share of the text that is read, from 0.0 to 1.0, on the event loop's own thread."""


class AnalysisError(Exception):
    """The analysis could not be made; one line that says why and what to do."""


class Analyst(Protocol):
    """Reads articles without holding the event loop."""

    async def read(self, article: Article, progress: Progress | None = None) -> Reading:
        """Everything found in the article; cancelling the task gives the reading up.

        The same text with another publication day comes back quickly: only what depends on
        the day is made again.

        Raises:
            AnalysisError: there is no reading to be had.
        """
        ...

    def close(self) -> None:
        """End whatever works in the background; calling it again does nothing."""
        ...
