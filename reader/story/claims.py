"""Claims about the same thing, side by side, and whether they can all be true."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.model import Claim

ABOUT = 0.1  # how far "about" reaches, as a share of the number
_SMALL_WORDS = {"the", "a", "an", "of", "in", "and", "its", "his", "her", "their"}

Sourced = tuple[int, Claim]
"""The place of an article among those read, and a claim in it."""


@dataclass(frozen=True)
class Matter:
    """What several claims are about: ``about`` in the words of the first, the claims in reading order."""

    about: str
    claims: tuple[Sourced, ...]

    @property
    def disputed(self) -> bool:
        """Whether two articles cannot both be right."""
        return any(
            one != other and disagree(claim, counter)
            for (one, claim), (other, counter) in combinations(self.claims, 2)
        )


def matters(claims: Iterable[Sourced]) -> tuple[Matter, ...]:
    """The claims by what they are about: same kind, same unit or counted thing, same owner of the amount.

    Matters of more than one article come first, the disputed ones before the others.
    """
    grouped: dict[tuple[str, ...], list[Sourced]] = {}
    for article, claim in claims:
        grouped.setdefault(_key(article, claim), []).append((article, claim))
    found = [Matter(_about(group), tuple(group)) for group in grouped.values()]
    return tuple(sorted(found, key=lambda matter: (not matter.disputed, not _shared(matter))))


def disagree(one: Claim, other: Claim) -> bool:
    """Whether no amount fits both claims; a rise and a fall never do."""
    if one.change and other.change and one.change != other.change:
        return True
    (low, high), (least, most) = _interval(one), _interval(other)
    return high < least or most < low


def _interval(claim: Claim) -> tuple[float, float]:
    """The amounts that a claim allows."""
    low, high = claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)
    if claim.comparator in {"<", "<="}:
        return -math.inf, high
    if claim.comparator in {">", ">="}:
        return low, math.inf
    if claim.comparator == "~":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    return low, high


def _key(article: int, claim: Claim) -> tuple[str, ...]:
    """What makes two claims be about the same; one that names no thing is about its own."""
    unit, of = _head(claim.unit), _head(claim.of)
    named = of if claim.kind != "count" else unit
    return (claim.kind, unit, of, claim.change or "") if named else (str(article), claim.id)


def _head(words: str | None) -> str:
    """The word that says what a noun phrase is: its last, in the singular."""
    if not words:
        return ""
    found = [word for word in re.findall(r"\w+", words.casefold()) if word not in _SMALL_WORDS]
    if not found:
        return ""
    last: str = found[-1]
    return last[:-1] if len(last) > 3 and last.endswith("s") and not last.endswith("ss") else last


def _about(group: Sequence[Sourced]) -> str:
    claim = group[0][1]
    return " · ".join(dict.fromkeys(word for word in (claim.unit, claim.of) if word)) or claim.text


def _shared(matter: Matter) -> bool:
    return len({article for article, _ in matter.claims}) > 1
