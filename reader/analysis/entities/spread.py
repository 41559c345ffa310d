"""Finds every place where a name stands, also where the model did not see it."""

from collections import defaultdict
from collections.abc import Collection

from reader.analysis.entities.runs import Runs
from reader.analysis.entities.words import Piece, Words


def spread(words: Words, runs: Runs, names: Collection[str], taken: set[int]) -> list[Piece]:
    """The untaken places where one of the names stands whole, the longest name first."""
    lengths = _lengths(names)
    # Nearly all names begin with a capital, and few words do.
    proper = all(word[:1].isupper() for word in lengths)
    found: list[Piece] = []
    for at in words.capitals if proper else range(len(words)):
        word = words.texts[at]
        if word in lengths and at not in taken:
            piece = _match(words, at, lengths[word], names, taken)
            if piece and runs.widened(piece, taken) == piece:
                taken.update(range(*piece))
                found.append(piece)
    return found


def _lengths(names: Collection[str]) -> dict[str, list[int]]:
    """First word -> how many words the names that begin with it have, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name.partition(" ")[0]].add(name.count(" ") + 1)
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def _match(
    words: Words, at: int, lengths: list[int], names: Collection[str], taken: set[int]
) -> Piece | None:
    for length in lengths:
        end = at + length
        fits = end <= len(words) and " ".join(words.texts[at:end]) in names
        if fits and taken.isdisjoint(range(at, end)):
            return at, end
    return None
