"""The rows of an article at one width.

An article is set in pieces (how far apart, how far in, behind which sign), and these in rows. A section of it
is set when it is first looked at, so that a long text opens as fast as a short one; until then its height is an
estimate.
"""

import re
from array import array
from bisect import bisect_right
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from reader.article import Article, Block, BlockKind
from reader.article.sanitise import visible
from reader.article.sections import blocks_between, cuts
from reader.late import late
from reader.ui.article_view.wrapping import shown, wrap

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
    signed = [article.text[block.start : block.end] for block in article.blocks[:6] if block.kind == "byline"]
    if signed:
        is_named = any(name in line.casefold() for line in signed for name in _names(article.byline))
        return None if is_named or not article.byline else visible(article.byline)
    day = f"{article.published:%-d %B %Y}" if article.published else None
    said = [visible(part) for part in (article.byline, article.site, day) if part]
    return " · ".join(said) or None


def _names(byline: str | None) -> list[str]:
    return [name.strip().casefold() for name in (byline or "").split(",") if name.strip()]


class Row(NamedTuple):
    """One row of the view: ``start:end`` of the source, or of the words of its piece.

    ``number`` counts the rows of a piece from 0; those below 0 are the blank ones before it.
    """

    piece: Piece
    number: int
    start: int
    end: int

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.number < 0

    @property
    def furniture(self) -> bool:
        """Whether its words are not in the source."""
        return self.piece.words is not None

    @property
    def offset(self) -> int:
        """Where in the source it begins, or what follows it does."""
        return self.piece.start if self.furniture else self.start


class Rows:
    """Where each row of a section begins and which row an offset is in.

    Args:
        text: the source.
        pieces: what to set, in text order.
        width: cells a row may take, indents included.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], width: int) -> None:
        self._pieces = pieces
        self._offsets = [piece.start for piece in pieces]
        self._starts = [
            array("I", _row_starts(text, piece, max(1, width - piece.indent))) for piece in pieces
        ]
        heights = (piece.gap + len(starts) for piece, starts in zip(pieces, self._starts, strict=True))
        self._tops = [0, *accumulate(heights)]

    @property
    def height(self) -> int:
        """How many there are."""
        return self._tops[-1]

    def row(self, y: int) -> Row:
        """The row at ``y``, from 0 to before ``height``."""
        at = bisect_right(self._tops, y) - 1
        piece, starts = self._pieces[at], self._starts[at]
        number = y - self._tops[at] - piece.gap
        if number < 0:
            return Row(piece, number, piece.start, piece.start)
        length = len(piece.words) if piece.words is not None else piece.end - piece.start
        end = starts[number + 1] if number + 1 < len(starts) else length
        origin = 0 if piece.words is not None else piece.start
        return Row(piece, number, origin + starts[number], origin + end)

    def y_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``, or the nearest one before it."""
        if not self._pieces:
            return 0
        at = max(0, bisect_right(self._offsets, offset) - 1)
        piece = self._pieces[at]
        number = bisect_right(self._starts[at], max(0, offset - piece.start)) - 1
        return self._tops[at] + piece.gap + number


def _row_starts(text: str, piece: Piece, width: int) -> list[int]:
    """Where the rows of a piece start; each of its lines is wrapped by itself where they are its own."""
    if not piece.lines:
        return wrap(_words(text, piece), width)
    starts, at = [], 0
    for line in text[piece.start : piece.end].split("\n"):
        starts += [at + start for start in wrap(shown(line), width)]
        at += len(line) + 1
    return starts


def _words(text: str, piece: Piece) -> str:
    return piece.words if piece.words is not None else shown(text[piece.start : piece.end])


_MOST_SET = 24  # sections kept; one that was let go is set again when it is looked at, to the same height

Place = tuple[int, int]
"""A section, and rows from its first; it holds while other sections turn out higher or lower."""


class Layout:
    """Where each row begins and which row an offset is in.

    Whatever is asked sets the sections it concerns, which moves the rows below those that had not
    been set before: see :meth:`place_of`.

    Args:
        article: what to set.
        width: cells a row may take, indents included.
        pieces: those of the article, where they are there already.
    """

    def __init__(self, article: Article, width: int, pieces: Pieces | None = None) -> None:
        self.width = max(1, width)
        self._article = article
        self._pieces = pieces or Pieces(article)
        self._set: OrderedDict[int, Rows] = OrderedDict()
        self._guessed = set(range(len(self._pieces)))
        self._tops: list[int] | None = None

    def at(self, width: int) -> "Layout":
        """The same article at another width."""
        return Layout(self._article, width, self._pieces)

    @property
    def height(self) -> int:
        """How many rows there are, as far as is known."""
        return self._all_tops()[-1]

    @property
    def exact(self) -> bool:
        """Whether every section has been set, and ``height`` therefore is no estimate."""
        return not self._guessed

    def row(self, y: int) -> Row | None:
        """The row at ``y``, None below the last."""
        while 0 <= y < self.height:
            at, below = self.place_of(y)
            rows = self._rows(at)
            if below < rows.height:
                return rows.row(below)
        return None

    def read_to(self, y: int) -> int:
        """Where in the source one has read to at the end of row ``y``; of a row below the last, the end of the text."""
        row = self.row(y)
        return len(self._article.text) if row is None else row.piece.start if row.furniture else row.end

    def y_of(self, offset: int) -> int:
        """The row that holds the character at ``offset``, or the nearest one before it."""
        at = max(0, bisect_right(self._pieces.starts, offset) - 1)
        below = self._rows(at).y_of(offset)
        return max(0, min(self.y_at((at, below)), self.height - 1))

    def ensure(self, first: int, last: int) -> None:
        """Set what stands in the rows from ``first`` to before ``last``."""
        at = self.place_of(max(0, first))[0]
        while at < len(self._pieces) and self._all_tops()[at] < last:
            self._rows(at)
            at += 1

    def settled(self, row: Callable[[], int], around: Callable[[int], tuple[int, int]]) -> int:
        """``row`` when all that is around it is set.

        Args:
            row: which; asked again when the text around it turns out higher or lower.
            around: the rows to set for a row, as :meth:`ensure` takes them.
        """
        y: int | None = None
        while y != (y := row()):
            self.ensure(*around(y))
        return y

    def place_of(self, y: int) -> Place:
        """The place of row ``y``, from which :meth:`y_at` tells where it is when sections above have been set."""
        tops = self._all_tops()
        at = min(bisect_right(tops, y), len(self._pieces)) - 1
        return at, y - tops[at]

    def y_at(self, place: Place) -> int:
        """The row of a place."""
        at, below = place
        return self._all_tops()[at] + below

    def _rows(self, at: int) -> Rows:
        """The rows of a section."""
        if at in self._set:
            self._set.move_to_end(at)
            return self._set[at]
        rows = self._make(at)
        if self._heights[at] != rows.height:
            self._heights[at] = rows.height
            self._tops = None
        return rows

    def _make(self, at: int) -> Rows:
        if len(self._set) >= _MOST_SET:
            self._set.popitem(last=False)
        rows = self._set[at] = Rows(self._article.text, self._pieces.section(at), self.width)
        self._guessed.discard(at)
        return rows

    @cached_property
    def _heights(self) -> list[int]:
        """How many rows each section has; until it is set, as many a character as those that are, and the middle one."""
        for at in {0, len(self._pieces) // 2} - self._set.keys():
            self._make(at)
        rows = sum(made.height for made in self._set.values())
        a_character = rows / max(1, sum(self._pieces.length(at) for at in self._set))
        guessed = (round(self._pieces.length(at) * a_character) for at in range(len(self._pieces)))
        return [self._set[at].height if at in self._set else guess for at, guess in enumerate(guessed)]

    def _all_tops(self) -> list[int]:
        """Where each section begins, and after them the height of all: a thousand for ten million characters."""
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops
