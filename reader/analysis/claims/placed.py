"""The quantities of a sentence over its tokens."""

import bisect
from collections.abc import Sequence

from spacy.tokens import Token

from reader.analysis.claims.quantity import Quantity


class Placed:
    """The quantities of one sentence, and which tokens lie in them."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self.quantities = quantities
        self._starts = [quantity.start for quantity in quantities]

    def holding(self, token: Token) -> Quantity | None:
        """The quantity that the token lies in."""
        index = bisect.bisect_right(self._starts, token.idx) - 1
        return self.quantities[index] if index >= 0 and token.idx < self.quantities[index].end else None

    def hold(self, token: Token) -> bool:
        """Whether the token lies in a quantity."""
        return self.holding(token) is not None
