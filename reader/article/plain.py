"""Plain text -> blocks, made when they are asked for."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import overload

from reader.article.kinds import TOP, blocks_in
from reader.article.model import Block
from reader.article.paragraphs import paragraph_start, paragraphs, wrap_width

_FEW = 64  # blocks at the top that are read without the rest
_SAMPLE = 50_000  # characters from which the width is judged


class PlainBlocks(Sequence[Block]):
    """The blocks of a plain text, equal to a tuple of them.

    The first few and those of any stretch are made without the rest, so that a long text is on
    screen at once wherever it is entered; all else makes every block, once (about half a second
    for ten million characters). Pickled it is no more than the text.

    Args:
        title: the title, where it is known: then a first line that says something else is no headline.
    """

    def __init__(self, text: str, title: str | None = None) -> None:
        self.text = text
        self.title = title

    def cuts(self, size: int) -> list[int]:
        """Offsets that part the text into stretches of about ``size`` characters, each the start of a paragraph."""
        top = list(islice(paragraphs(self.text, 0, self._width), TOP))
        found, at = [0], max(size, top[-1][1] if top else 0)
        while at < len(self.text):
            at = paragraph_start(self.text, at, self._width)
            found.append(at)
            at += size
        return [cut for cut in found if cut < len(self.text)] or [0]

    def between(self, start: int, end: int) -> Iterator[Block]:
        """The blocks from one of the ``cuts`` to another, or to the end; nothing else is looked at."""
        spans = paragraphs(self.text, start, self._width)
        made = blocks_in(self.text, spans, self.title, TOP if start else 0)
        return takewhile(lambda block: block.start < end, made)

    @cached_property
    def _width(self) -> int:
        return wrap_width(self.text[:_SAMPLE])

    @cached_property
    def _all(self) -> tuple[Block, ...]:
        return tuple(self.between(0, len(self.text)))

    @cached_property
    def _first(self) -> tuple[Block, ...]:
        return tuple(islice(self.between(0, len(self.text)), _FEW))

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self._first)

    def __iter__(self) -> Iterator[Block]:
        yield from self._first
        if len(self._first) == _FEW:
            yield from islice(self._all, _FEW, None)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, at: int | slice) -> Block | tuple[Block, ...]:
        return (self._first if _is_near(at) else self._all)[at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PlainBlocks) and (other.text, other.title) == (self.text, self.title):
            return True
        return isinstance(other, PlainBlocks | tuple) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return f"PlainBlocks({len(self.text)} characters)"

    def __reduce__(self) -> tuple[type["PlainBlocks"], tuple[str, str | None]]:
        return PlainBlocks, (self.text, self.title)


def _is_near(at: int | slice) -> bool:
    """Whether the first few blocks are enough for an index or a slice."""
    if isinstance(at, slice):
        return at.stop is not None and 0 <= at.stop <= _FEW and (at.start or 0) >= 0 and (at.step or 1) > 0
    return 0 <= at < _FEW


def blocks_of(text: str, *, title: str | None = None) -> PlainBlocks:
    """The blocks of a plain text; ``title`` as for :class:`PlainBlocks`."""
    return PlainBlocks(text, title)
