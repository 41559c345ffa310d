"""A matter: what claims of several articles are about, and whether they can all be true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reader.analysis.model import Claim
from reader.story.amounts import disagree, ends

Sourced = tuple[int, Claim]
"""The place of an article among those read, and a claim in it."""


@dataclass(frozen=True)
class Matter:
    """What several claims are about: ``about`` in a few words, the claims in reading order.

    Args:
        published: the publication days of all articles of the story, by their places.
        runs: what it counts may be another number every day ("killed"): "up" may only rise, "any" falls too.
        inside: whether two sources of one article differ on it (see :mod:`reader.story.inside`).
    """

    about: str
    claims: tuple[Sourced, ...]
    published: Sequence[date | None] = ()
    runs: str | None = None
    inside: bool = False

    @property
    def articles(self) -> tuple[int, ...]:
        """The places of the articles that speak of it."""
        return tuple(sorted({article for article, _ in self.claims}))

    @property
    def disputed(self) -> bool:
        """Whether there are two articles of which nothing that one says fits anything the other says.

        A later count of what goes on is no dispute, but an update.
        """
        return self.inside or any(
            _apart(*said) and not self._later(*places) for places, said in self._pairs()
        )

    @property
    def updated(self) -> bool:
        """Whether an article of a later day gives a later count, and nothing is in dispute."""
        return not self.disputed and any(
            self._later(*places) and not _alike(*said) for places, said in self._pairs()
        )

    def _pairs(self) -> Iterator[tuple[tuple[int, int], tuple[list[Claim], list[Claim]]]]:
        said = {place: [claim for at, claim in self.claims if at == place] for place in self.articles}
        for one, other in combinations(said, 2):
            yield (one, other), (said[one], said[other])

    def _later(self, one: int, other: int) -> bool:
        """Whether one of two articles is of a later day and can know of a later count."""
        days = [self.published[place] if place < len(self.published) else None for place in (one, other)]
        if self.runs is None or days[0] is None or days[1] is None or days[0] == days[1]:
            return False
        early, late = (one, other) if days[0] < days[1] else (other, one)
        return self.runs == "any" or self._least(early) <= self._least(late)

    def _least(self, place: int) -> float:
        """The lowest number an article gives."""
        return min(ends(claim)[0] for at, claim in self.claims if at == place)


def _apart(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return all(disagree(claim, counter) for claim in some for counter in others)


def _alike(some: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether one number is in both."""
    return bool({claim.value for claim in some} & {claim.value for claim in others})
