"""Finds every place where a name stands, also where the model did not see it."""

from collections import defaultdict
from collections.abc import Collection

from reader.analysis.entities.runs import Runs
from reader.analysis.entities.words import Piece, Words


def spread(words: Words, runs: Runs, names: Collection[str], taken: set[int]) -> list[Piece]:
    """The untaken places where one of the names stands whole, the longest name first."""
    by_first: dict[str, list[list[str]]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        parts = name.split(" ")
        by_first[parts[0]].append(parts)
    found: list[Piece] = []
    for at, word in enumerate(words.texts):
        if word in by_first and at not in taken:
            piece = _match(words, at, by_first[word], taken)
            if piece and runs.widened(piece, taken) == piece:
                taken.update(range(*piece))
                found.append(piece)
    return found


def _match(words: Words, at: int, choices: list[list[str]], taken: set[int]) -> Piece | None:
    for parts in choices:
        end = at + len(parts)
        if words.texts[at:end] == parts and taken.isdisjoint(range(at, end)):
            return at, end
    return None
