"""Puts an article's text together block by block, for sources whose text is not theirs to keep."""

import re

from reader.article.model import Block, BlockKind
from reader.article.sanitise import clean


class Builder:
    """Blocks added in order; the text has a blank line between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """Append one block; white space inside it is folded, and an empty one is left out."""
        text = re.sub(r"\s+", " ", clean(text)).strip()
        if not text:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        self.blocks.append(Block(kind, self._length, self._length + len(text), level))
        self._parts.append(text)
        self._length += len(text)

    @property
    def text(self) -> str:
        """The text so far, with a final line end."""
        return "".join(self._parts) + ("\n" if self._parts else "")
