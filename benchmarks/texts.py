"""News to measure with: the paragraphs of the samples, dealt anew by a fixed seed."""

import random
from collections.abc import Iterator
from datetime import date
from functools import cache

from reader.article import Article, open_article
from reader.article.jsonl import from_record
from reader.resources import folder

DAY = date(2026, 3, 14)
_WORDS_KEPT = ("paragraph", "blockquote")


@cache
def paragraphs() -> tuple[str, ...]:
    """Every paragraph of the samples, on one line each."""
    found = []
    for path in sorted(folder("samples").iterdir()):
        article = open_article(str(path))
        blocks = (block for block in article.blocks if block.kind in _WORDS_KEPT)
        found += [" ".join(article.text[block.start : block.end].split()) for block in blocks]
    return tuple(found)


def text_of(size: int, seed: int = 0) -> str:
    """About ``size`` characters of news, a blank line between paragraphs."""
    deal = random.Random(seed)
    parts: list[str] = []
    while size > 0:
        parts.append(deal.choice(paragraphs()))
        size -= len(parts[-1]) + 2
    return "\n\n".join(parts) + "\n"


def records(count: int, size: int = 3000) -> Iterator[dict[str, str]]:
    """Documents as a JSON Lines file has them, from a third to five thirds of ``size``."""
    deal = random.Random(count)
    for number in range(count):
        length = round(size * deal.uniform(1 / 3, 5 / 3))
        yield {"id": str(number), "text": text_of(length, number), "published": DAY.isoformat()}


def articles(count: int, size: int = 3000) -> list[Article]:
    """The same documents as articles."""
    return [from_record(record) for record in records(count, size)]
