"""Where to go next: through the items of a kind, and through where one has been."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.ui.items import Item


def step(items: Sequence[Item], offset: int, by: int, current: Item | None = None) -> Item | None:
    """The item to go to from ``offset``: the next one (``by`` 1) or the one before (-1), round the ends.

    Args:
        items: the items to go through, in text order.
        current: the item one is at; the way goes on from it even where several start together.
    """
    if not items:
        return None
    at = bisect_left(items, offset, key=_start) - (by < 0)
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

    def visit(self, item: Item) -> "Trail":
        """With one more place; what lay ahead is forgotten. The place one is at is not repeated."""
        if 0 <= self.at < len(self.places) and self.places[self.at] == item:
            return self
        places = (*self.places[: self.at + 1], item)[-200:]
        return Trail(places, len(places) - 1)

    def travel(self, by: int) -> "Trail | None":
        """One place back (-1) or forward (1); None where there is none."""
        there = self.at + by
        return self._replace(at=there) if 0 <= there < len(self.places) else None

    @property
    def here(self) -> Item | None:
        """The place one is at."""
        return self.places[self.at] if 0 <= self.at < len(self.places) else None
