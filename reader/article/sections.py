"""An article in sections: stretches of whole blocks, each of which can be made without the others."""

from bisect import bisect_left
from collections.abc import Iterator

from reader.article.model import Article, Block
from reader.article.plain import PlainBlocks


def cuts(article: Article, size: int) -> list[int]:
    """Where sections of about ``size`` characters begin, the first at 0: none cuts a block in two."""
    if isinstance(article.blocks, PlainBlocks):
        return article.blocks.cuts(size)
    found = [0]
    for block in article.blocks:
        if block.start - found[-1] >= size:
            found.append(block.start)
    return found


def blocks_between(article: Article, start: int, end: int) -> Iterator[Block]:
    """The blocks from one cut to another, or to the end of the text."""
    blocks = article.blocks
    if isinstance(blocks, PlainBlocks):
        return blocks.between(start, end)
    first, last = (bisect_left(blocks, offset, key=lambda block: block.start) for offset in (start, end))
    return iter(blocks[first:last])
