"""How an article goes to the worker: its text first, in pieces, so that a long one is never there twice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.article.plain import PlainBlocks

PIECE = 1 << 18  # characters


def messages(number: int, article: Article) -> Iterator[tuple[Any, ...]]:
    """What to send of an article, in this order; ``number`` is that of the reading it is for."""
    for at in range(0, len(article.text), PIECE):
        yield "text", number, article.text[at : at + PIECE]
    yield "read", number, _saying(article, "")


class Inbox:
    """Puts articles together as their messages come in, those of several mixed."""

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}

    def text(self, number: int, piece: str) -> None:
        """Keep a piece of the text of an article."""
        self._texts.setdefault(number, []).append(piece)

    def article(self, number: int, bare: Article) -> Article:
        """The article whose text has come in before."""
        return _saying(bare, "".join(self._texts.pop(number, ())))


def _saying(article: Article, text: str) -> Article:
    """The article with another text; blocks that follow from the text follow from that one."""
    blocks = article.blocks
    return replace(
        article,
        text=text,
        blocks=PlainBlocks(text, blocks.title) if isinstance(blocks, PlainBlocks) else blocks,
    )
