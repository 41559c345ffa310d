"""Searching the source: what is typed -> what it finds, in stretches short enough to keep a screen alive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.article import Article
from reader.article.sections import cuts

if TYPE_CHECKING:
    from reader.analysis.model import Span

_WINDOW = 200_000
_ALIKE = {
    "'": "['’‘‛`´]",
    '"': '["“”„‟«»]',
    "-": "[-‐‑‒–—−]",
}
"""What a keyboard has -> what it finds."""


def pattern(query: str) -> re.Pattern[str] | None:
    """What a query finds, None when it is empty.

    Case counts only where a capital is typed. A blank finds any white space, so a phrase is
    found across the end of a line; straight marks and hyphens find typographic ones.
    """
    words = query.split()
    if not words:
        return None
    flags = 0 if any(c.isupper() for c in query) else re.IGNORECASE
    return re.compile(
        r"\s+".join("".join(_ALIKE.get(c) or re.escape(c) for c in word) for word in words), flags
    )


def windows(article: Article) -> Iterator[tuple[int, int]]:
    """The text in stretches that begin and end between blocks."""
    return pairwise([*cuts(article, _WINDOW), len(article.text)])


def hits(found: re.Pattern[str], text: str, window: tuple[int, int]) -> list[Span]:
    """Where a pattern matches within one window."""
    from reader.analysis.model import Span

    return [Span(*match.span()) for match in found.finditer(text, *window) if match.end() > match.start()]
