"""The items one can jump between, a Reading flattened to marked stretches of text, and the ways through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from reader.analysis.model import EntityKind, Reading


ItemKind = Literal["quote", "claim", "time", "entity"]
"""Each is a layer that can be marked, too."""
KINDS: tuple[ItemKind, ...] = get_args(ItemKind)

Items = dict[ItemKind, tuple["Item", ...]]


class Item(NamedTuple):
    """One marked stretch of the text, half-open code point offsets into ``Article.text``.

    ``id`` is the Reading's own ("q1", "c1", "t1"); a mention of an entity is
    "e{entity}.{mention}", both counted from 1. ``order`` is its place, from 0, among the
    items of its kind in text order. ``speaker`` is the speaker of a quote or a claim;
    ``entity`` is the kind of an entity, None for the other kinds of item.
    """

    kind: ItemKind
    id: str
    start: int
    end: int
    order: int
    speaker: str | None = None
    entity: EntityKind | None = None
    first: bool = True
    """Whether it is marked where only the first mention of a name in a paragraph is."""


def items(reading: Reading, paragraphs: Sequence[int] = ()) -> Items:
    """Every item of a Reading, by kind, in text order.

    Args:
        paragraphs: where each begins; of a name the first mention in each is told from the others.
    """
    quotes = ((q.id, q.start, q.end, q.speaker, None) for q in reading.quotes)
    claims = ((c.id, c.start, c.end, c.by.speaker if c.by else None, None) for c in reading.claims)
    times = ((t.id, t.start, t.end, None, None) for t in reading.timeline)
    names = (
        (mention_id(index, place), m.start, m.end, None, entity.kind)
        for index, entity in enumerate(reading.entities)
        for place, m in enumerate(entity.mentions)
    )
    return {
        "quote": _in_text_order("quote", quotes),
        "claim": _in_text_order("claim", claims),
        "time": _in_text_order("time", times),
        "entity": tuple(_firsts(_in_text_order("entity", names), paragraphs)),
    }


def unsure_ids(reading: Reading) -> frozenset[str]:
    """The ids of the items that may well be wrong; of a name its first mention."""
    found = (
        item.id
        for part in (reading.quotes, reading.claims, reading.timeline)
        for item in part
        if item.confidence == "unsure"
    )
    names = (mention_id(at, 0) for at, one in enumerate(reading.entities) if one.confidence == "unsure")
    return frozenset((*found, *names))


def _firsts(names: Iterable[Item], paragraphs: Sequence[int]) -> Iterator[Item]:
    """The mentions of names, of which those are no first ones that have another before them in their paragraph."""
    seen: set[tuple[str, int]] = set()
    for item in names:
        key = item.id.partition(".")[0], bisect_right(paragraphs, item.start)
        yield item if key not in seen or not paragraphs else item._replace(first=False)
        seen.add(key)


def mention_id(entity: int, mention: int) -> str:
    """The id of one mention of an entity, given both places counted from 0 in the Reading."""
    return f"e{entity + 1}.{mention + 1}"


_Row = tuple[str, int, int, str | None, "EntityKind | None"]


def _in_text_order(kind: ItemKind, rows: Iterable[_Row]) -> tuple[Item, ...]:
    """Number the rows by where they start; of two that start together the longer comes first."""
    ordered = sorted(rows, key=lambda row: (row[1], -row[2]))
    return tuple(
        Item(kind, id, start, end, order, speaker, entity)
        for order, (id, start, end, speaker, entity) in enumerate(ordered)
    )


def step(items: Sequence[Item], offset: int, by: int, current: Item | None = None) -> Item | None:
    """The item to go to from ``offset``: the next one (``by`` 1), the one before (-1) or so many on, round the ends.

    Args:
        items: the items to go through, in text order.
        current: the item one is at; the way goes on from it even where several start together.
    """
    if not items:
        return None
    at = bisect_left(items, offset, key=_start) + (by if by < 0 else by - 1)
    if current:
        here = bisect_left(items, current.start, key=_start)
        twins = items[here : bisect_right(items, current.start, key=_start)]
        at = here + twins.index(current) + by if current in twins else at
    return items[at % len(items)]


def _start(item: Item) -> int:
    return item.start


class Trail(NamedTuple):
    """The places one has jumped to, and at which of them one is, as in a browser."""

    places: tuple[Item, ...] = ()
    at: int = -1

    def visit(self, item: Item) -> Trail:
        """With one more place; what lay ahead is forgotten. The place one is at is not repeated."""
        if 0 <= self.at < len(self.places) and self.places[self.at] == item:
            return self
        places = (*self.places[: self.at + 1], item)[-200:]
        return Trail(places, len(places) - 1)

    def travel(self, by: int) -> Trail | None:
        """One place back (-1) or forward (1); None where there is none."""
        there = max(0, min(self.at + by, len(self.places) - 1))
        return self._replace(at=there) if self.places and there != self.at else None

    @property
    def here(self) -> Item | None:
        """The place one is at."""
        return self.places[self.at] if 0 <= self.at < len(self.places) else None
