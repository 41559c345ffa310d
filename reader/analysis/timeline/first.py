"""What a rule can begin with, so that only rules that can fit are tried at a place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

# What the grammar's regular expressions are made of: groups, sets of characters, and operators.
_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:=!]|[()|?*+]|\{\d+,\d*\}|\[[^\]]*\]")

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first two characters of what a pattern matches.

    ``empty`` says whether it can match nothing, ``whole`` holds the characters that can be all of it,
    ``pairs`` for each set of second characters the first ones they can follow.
    """

    empty: bool
    whole: frozenset[str]
    pairs: dict[frozenset[str], frozenset[str]]

    @property
    def first(self) -> frozenset[str]:
        """The characters that can stand first."""
        return self.whole.union(*self.pairs.values())

    def fits(self, first: str, second: str) -> bool:
        """Whether a match can stand where these two characters follow each other."""
        return first in self.whole or any(
            second in seconds and first in firsts for seconds, firsts in self.pairs.items()
        )

    def then(self, other: "Beginning") -> "Beginning":
        """One after the other."""
        pairs = [*self.pairs.items()]
        if self.whole and (seconds := other.first):
            pairs.append((seconds, self.whole))
        if self.empty:
            pairs.extend(other.pairs.items())
        whole = (self.whole if other.empty else _NONE) | (other.whole if self.empty else _NONE)
        return Beginning(self.empty and other.empty, whole, _merged(pairs))

    def either(self, other: "Beginning") -> "Beginning":
        """One or the other."""
        pairs = _merged([*self.pairs.items(), *other.pairs.items()])
        return Beginning(self.empty or other.empty, self.whole | other.whole, pairs)

    def repeated(self, operator: str) -> "Beginning":
        """As often as "?", "*", "+" or "{0,3}" says."""
        again = self if operator == "?" else self.then(self).either(self)
        return again.either(_NOTHING) if operator[0] in "?*" or operator.startswith("{0") else again


def _merged(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[frozenset[str], frozenset[str]]:
    merged: dict[frozenset[str], frozenset[str]] = {}
    for seconds, firsts in pairs:
        merged[seconds] = merged.get(seconds, _NONE) | firsts
    return merged


_NOTHING = Beginning(True, _NONE, {})
_NEVER = Beginning(False, _NONE, {})


def beginning(pattern: str) -> Beginning:
    """What a pattern can begin with; looking ahead is taken to allow everything.

    Raises:
        ValueError: the pattern is made of more than the pieces named above.
    """
    pieces = _PIECE.findall(pattern)
    if "".join(pieces) != pattern:
        raise ValueError(f"no pattern of the grammar: {pattern!a}")
    return _alternatives(pieces, 0)[0]


def _alternatives(pieces: list[str], at: int) -> tuple[Beginning, int]:
    """Sequences parted by "|", up to the end of their group."""
    found = _NEVER
    while True:
        one, at = _sequence(pieces, at)
        found = found.either(one)
        if at >= len(pieces) or pieces[at] != "|":
            return found, at
        at += 1


def _sequence(pieces: list[str], at: int) -> tuple[Beginning, int]:
    """Items one after the other."""
    found = _NOTHING
    while at < len(pieces) and pieces[at] not in ("|", ")"):
        one, at = _item(pieces, at)
        found = found.then(one)
    return found, at


@cache
def _one_of(piece: str) -> Beginning:
    """A set of characters; the rules name few different ones, each many times."""
    return Beginning(False, frozenset(piece[1:-1]), {})


def _item(pieces: list[str], at: int) -> tuple[Beginning, int]:
    """One set or group, with what says how often it stands."""
    piece = pieces[at]
    if piece.startswith("["):
        found, at = _one_of(piece), at + 1
    else:
        found, at = _alternatives(pieces, at + 1)
        at += 1
        if piece in ("(?=", "(?!"):
            found = _NOTHING
    if at < len(pieces) and pieces[at][0] in "?*+{":
        return found.repeated(pieces[at]), at + 1
    return found, at
