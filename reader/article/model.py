"""An article as the rest of reader knows it: frozen text, its blocks, and what the source states about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, Self

from reader.late import late

BlockKind = Literal[
    "headline", "subhead", "byline", "paragraph", "listitem", "blockquote", "caption", "boilerplate"
]
PublishedFrom = Literal["option", "metadata", "front matter", "dateline"]

# Shown on screen, dimmed, but nothing is ever looked for in them.
SET_ASIDE: frozenset[BlockKind] = frozenset({"caption", "boilerplate"})
# They say what the text below them is about.
HEADINGS: frozenset[BlockKind] = frozenset({"headline", "subhead"})
_SURROGATES = late("[\ud800-\udfff]")
_PIECE = 1 << 16  # characters
_SIGNS_ALONE = late(r"(?<!\S)[^\w\s]+(?!\S)")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the article, half-open code point offsets into ``Article.text``.

    Blocks are in text order, do not overlap, and leave out the blank space between them.
    ``level`` is the depth of a subhead or list item (1 is the outermost), else 0.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Article:
    """A text and what its source says about it. Every offset anywhere points into ``text``.

    Args:
        text: the frozen text, never re-flowed and never changed afterwards.
        blocks: its headline, sub-heads, paragraphs and so on, in text order.
        source: the path, address or "-" it came from, for people to read.
        url: its canonical address, where one is known.
        published: the publication day, and ``published_from`` where that was found.
        dateline: span of a leading "BERLIN, Jan 7 -" or "Berlin The ...", when there is one.
        steps: what was done to the source before the text was frozen, in order.
        id: the id of a JSON Lines record, else None.
        notices: what the person should know about how the text was read, one line each.
    """

    text: str
    blocks: Sequence[Block] = ()
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    dateline: tuple[int, int] | None = None
    steps: tuple[str, ...] = ()
    id: str | None = None
    notices: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        import hashlib  # brings in a library that takes longer than the hash

        digest = hashlib.sha256()
        for at in range(0, len(self.text), _PIECE):  # so that a long text is never there twice
            digest.update(self.text[at : at + _PIECE].encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def hashed(self, sha256: str) -> Self:
        """This article, told what :attr:`sha256` is: of the bytes it was read from it is found in a third of the time."""
        vars(self)["sha256"] = sha256
        return self

    @cached_property
    def words(self) -> int:
        """How many words the text has, boilerplate included; a dash or a bullet by itself is none."""
        return len(self.text.split()) - len(_SIGNS_ALONE.findall(self.text))

    @cached_property
    def model_text(self) -> str:
        """The text as the analysis reads it, of the same length, so that offsets hold.

        Line breaks inside a block count as spaces, and what is set aside (captions,
        boilerplate) is blanked, so that no component can find anything in it. Half a surrogate
        pair, which no model can read, counts as a sign of replacement.
        """
        parts, at = [], 0
        for block in self.blocks:
            parts.append(self.text[at : block.start])
            inside = self.text[block.start : block.end]
            parts.append(re.sub(r"[^\n]", " ", inside) if block.kind in SET_ASIDE else _unwrapped(inside))
            at = block.end
        parts.append(self.text[at:])
        return _SURROGATES.sub("\ufffd", "".join(parts))


def _unwrapped(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
