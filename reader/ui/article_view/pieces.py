"""An Article -> the pieces it is set in: how far apart, how far in, and behind which sign."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reader.article import Article, Block, BlockKind
from reader.article.sanitise import visible
from reader.article.sections import blocks_between, cuts
from reader.late import late

PieceKind = BlockKind | Literal["masthead"]

_MARKER = late(r"(?:[-*•–·]|\d{1,3}[.)])[ \t]+")
_BULLET = "• "
_QUOTED, _DEEPEST_QUOTED = 4, 3  # cells that what is quoted is set in, and how often at most
_SECTION = 8_000  # characters a section has at least, so that one is made in a millisecond or two
_CLOSE: frozenset[tuple[PieceKind, PieceKind]] = frozenset(
    {
        ("headline", "byline"),
        ("headline", "masthead"),
        ("byline", "byline"),
        ("listitem", "listitem"),
        ("boilerplate", "boilerplate"),
        ("caption", "boilerplate"),
        ("boilerplate", "caption"),
        ("footnote", "footnote"),
    }
)
"""Kinds with no blank row between them when the second follows the first."""


class Piece(NamedTuple):
    """A stretch of the text that begins a row of its own, or ``words`` the text does not have.

    ``gap`` blank rows stand before it; its rows are set ``indent`` cells in, the first behind
    ``sign``, which takes the last cells of that room. With ``lines`` each of its lines begins a row.
    """

    kind: PieceKind
    start: int
    end: int
    gap: int = 1
    indent: int = 0
    sign: str = ""
    words: str | None = None
    lines: bool = False


class Pieces:
    """What to set, section by section: every block, what lies between them, and a line of metadata."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._masthead = _masthead(article)
        self._last_kinds: dict[int, PieceKind | None] = {}
        self.starts = cuts(article, _SECTION)
        """The offset at which each section begins."""

    def __len__(self) -> int:
        return len(self.starts)

    def length(self, at: int) -> int:
        """How many characters a section has."""
        return self._end(at) - self.starts[at]

    def section(self, at: int) -> list[Piece]:
        """The pieces of one section, in order."""
        found: list[Piece] = []
        masthead = None if at else self._masthead
        before: PieceKind | None = self._last_kind(at - 1) if at else None
        for block in self._blocks(at):
            if masthead and before == "headline":
                found.append(Piece("masthead", block.start, block.start, 0, words=masthead))
                before, masthead = "masthead", None
            found.append(_piece(self._article.text, block, before))
            before = block.kind
        self._last_kinds[at] = found[-1].kind if found else None
        return found

    def _last_kind(self, at: int) -> PieceKind | None:
        """The kind of the last piece in a section, which decides the gap before the next one's first."""
        if at not in self._last_kinds:
            last = deque(self._blocks(at), maxlen=1)
            self._last_kinds[at] = last[0].kind if last else None
        return self._last_kinds[at]

    def _blocks(self, at: int) -> Iterator[Block]:
        """The blocks of a section, and as paragraphs whatever text they leave out."""
        text, here, end = self._article.text, self.starts[at], self._end(at)
        for block in blocks_between(self._article, here, end):
            yield from _left_out(text, here, block.start)
            if block.end > block.start:
                yield block
            here = max(here, block.end)
        yield from _left_out(text, here, end)

    def _end(self, at: int) -> int:
        return self.starts[at + 1] if at + 1 < len(self.starts) else len(self._article.text)


def _piece(text: str, block: Block, before: PieceKind | None) -> Piece:
    gap = 0 if (before, block.kind) in _CLOSE or before == "subhead" else 1
    indent, sign = _set_in(text, block)
    marker = _MARKER.match(text, block.start, block.end) if block.kind == "listitem" else None
    if marker is None or marker.end() == block.end:
        return Piece(block.kind, block.start, block.end, gap, indent, sign, lines=block.lines)
    own = f"{marker[0].rstrip()} "  # hangs, so that the rows of the item stand below each other
    return Piece(block.kind, marker.end(), block.end, gap, max(indent, len(own)), own, lines=block.lines)


def _set_in(text: str, block: Block) -> tuple[int, str]:
    """How many cells in a block is set, and its sign."""
    if block.kind == "listitem":
        return 2 * max(1, block.level), _BULLET
    if block.kind == "boilerplate":
        return 2, "· "
    if block.kind == "blockquote":
        return _QUOTED * min(max(1, block.level), _DEEPEST_QUOTED), ""
    return (2 if block.kind == "caption" else 0), ""


def _left_out(text: str, start: int, end: int) -> Iterator[Block]:
    if start >= end or text[start:end].isspace():
        return
    for line in re.compile(r"\S(?:.*\S)?").finditer(text, start, end):
        yield Block("paragraph", line.start(), line.end())


def _masthead(article: Article) -> str | None:
    """Who wrote it and when, where the metadata says so and the text does not."""
    if any(block.kind == "byline" for block in article.blocks[:6]):
        return None
    day = f"{article.published:%-d %B %Y}" if article.published else None
    said = [visible(part) for part in (article.byline, article.site, day) if part]
    return " · ".join(said) or None
