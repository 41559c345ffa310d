"""All that can be marked in the text, found by place: the items over a stretch, and the smallest under a point."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from reader.config.settings import LayerName
from reader.ui.items import KINDS, Item, ItemKind, items
from reader.ui.palette import speaker_variables

if TYPE_CHECKING:
    from reader.analysis.model import Quote, QuoteKind, Reading, Span


BARS: dict[QuoteKind, str] = {"direct": "▌", "mixed": "▌", "indirect": "▏"}
"""The bar in the margin beside each kind of quote; a scare quote has none."""
NEVER_CLOSED = "╏"
"""The bar beside a quote that the article never closes, so that nobody knows where it ends."""


def bar_of(quote: Quote) -> str:
    """The bar beside a quote."""
    return BARS.get(quote.kind, "▌") if quote.closed else NEVER_CLOSED


class Stretch(Protocol):
    """Anything from one offset to another."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Stretch)


class Places(Generic[T]):
    """Stretches in order of their starts, looked up by what they overlap. They may nest."""

    def __init__(self, stretches: Sequence[T] = ()) -> None:
        self.all = stretches
        self._starts = [s.start for s in stretches]
        self._reach = list(accumulate((s.end for s in stretches), max))

    @cached_property
    def by_id(self) -> Mapping[str, T]:
        """Those that have an id, by it."""
        return {stretch.id: stretch for stretch in self.all if hasattr(stretch, "id")}

    def over(self, start: int, end: int) -> Iterator[T]:
        """Those that share a character with ``start:end``, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return (s for s in self.all[first:last] if s.end > start)


class Layers(NamedTuple):
    """The items of a Reading by kind, which kinds are shown, and the looks of its quotes.

    Args:
        items: every item, by kind.
        shown: the kinds that are marked in the text, and whether links are.
        bars: quote id -> how its bar looks, see :data:`BARS`.
        colours: speaker id -> the number of their colour, from 1.
        said: what stands in quotation marks, as somebody's words.
    """

    items: Mapping[ItemKind, Places[Item]] = MappingProxyType({})
    shown: frozenset[LayerName] = frozenset(KINDS)
    bars: Mapping[str, str] = MappingProxyType({})
    colours: Mapping[str, int] = MappingProxyType({})
    said: Places[Span] = Places()

    def said_in(self, start: int, end: int) -> Iterator[Span]:
        """The words in quotation marks in a stretch, none where quotes are not shown."""
        return self.said.over(start, end) if "quote" in self.shown else iter(())

    def over(self, kind: ItemKind, start: int, end: int) -> Iterator[Item]:
        """The items of one kind over a stretch, none when the kind is not shown."""
        places = self.items.get(kind) if kind in self.shown else None
        return places.over(start, end) if places else iter(())

    def item(self, kind: ItemKind, id: str) -> Item | None:
        """The item of one kind that has this id, shown or not."""
        places = self.items.get(kind)
        return places.by_id.get(id) if places else None

    def at(self, offset: int) -> Item | None:
        """The item under a point: of several the shortest, which is the one inside the others."""
        found = (item for kind in KINDS for item in self.over(kind, offset, offset + 1))
        return min(found, key=lambda item: item.end - item.start, default=None)


def layers_of(reading: Reading, shown: frozenset[LayerName], paragraphs: Sequence[int] = ()) -> Layers:
    """The layers of a Reading; with ``paragraphs``, where each begins, a name is marked once in each."""
    found = items(reading, paragraphs)
    said = (words for quote in reading.quotes if quote.kind in BARS for words in quote.marks)
    return Layers(
        items={kind: Places(found[kind]) for kind in KINDS},
        shown=shown,
        bars={quote.id: bar_of(quote) for quote in reading.quotes if quote.kind in BARS},
        said=Places(sorted(said, key=lambda words: words.start)),
        colours={id: int(name.rpartition("-")[2]) for id, name in speaker_variables(reading).items()},
    )


class Marks(NamedTuple):
    """What is marked.

    Args:
        current: the item one is at.
        hits: what the search found; ``hit`` is the one gone to.
        voice: what the only speaker shown says; None shows everyone.
        caret: the character the caret is on, while words are selected with the keys.
        kept: offsets with a bookmark or a note, and the sign of each.
    """

    layers: Layers = Layers()
    current: Item | None = None
    hits: Places[Span] = Places()
    hit: Span | None = None
    voice: Places[Item] | None = None
    caret: tuple[int, int] | None = None
    kept: Mapping[int, str] = MappingProxyType({})
