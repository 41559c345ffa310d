"""Which branches of a panel are open. Knows no widget."""

from collections.abc import Iterable
from typing import NamedTuple


class Branches(NamedTuple):
    """``opened`` are the nodes that are open; ``revealed`` is the one opened only to show an item.

    Jumping through the quotes of an article opens one speaker after the other; each closes
    again when the next is reached, but what a person opened stays.
    """

    opened: frozenset[str] = frozenset()
    revealed: str | None = None

    def revealing(self, path: tuple[str, ...]) -> "Branches":
        """With the nodes above an item open, and without what the item before had opened."""
        opened, revealed = self.opened, self.revealed
        if revealed is not None and revealed not in path:
            opened, revealed = opened - {revealed}, None
        if path and path[-1] not in opened:
            revealed = path[-1]
        return Branches(opened | set(path), revealed)

    def turned(self, node: str, wide: bool) -> "Branches":
        """With one node opened or closed by the person."""
        revealed = None if node == self.revealed else self.revealed
        return Branches(self.opened | {node} if wide else self.opened - {node}, revealed)

    def all_turned(self, nodes: Iterable[str], always: frozenset[str]) -> "Branches":
        """With every node open; where they are already, with those only that always are."""
        every = frozenset(nodes)
        return Branches(always if self.opened >= every else every)
