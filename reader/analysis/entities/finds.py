"""A name in its place, before its kind is known."""

from collections import defaultdict
from typing import NamedTuple

from reader.analysis.entities import context, evidence, lists
from reader.analysis.entities.words import Piece, Words

_ENOUGH = 2.5  # weight of evidence at which capitalised words are a name without the model's word for it


class Find(NamedTuple):
    """A name in its place; ``label`` is the model's, "" where it saw nothing."""

    piece: Piece
    label: str


def likely(words: Words, pieces: list[Piece]) -> list[Find]:
    """Those of the pieces without a label that are names, by the evidence of all that read the same."""
    same: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        same[words.surface(piece)].append(piece)
    found = (group for name, group in same.items() if _weight(words, name, group) >= _ENOUGH)
    return [Find(piece, "") for group in found for piece in group]


def _weight(words: Words, name: str, pieces: list[Piece]) -> float:
    weights: dict[str, float] = defaultdict(float)
    for kind, weight in evidence.of_name(name):
        weights[kind] += weight
    for piece in pieces:
        for kind, weight in context.of_context(words, piece):
            weights[kind] += weight
    return max(weights.values(), default=0.0) + _repetition(words, name, pieces)


def _repetition(words: Words, name: str, pieces: list[Piece]) -> float:
    """What it says for two words and more that they stand together again and again, inside sentences."""
    inside = sum(not words.opens[start] and all(words.proper[start:end]) for start, end in pieces)
    named = " " in name and len(name.rsplit(" ", 1)[1]) > 2 and name.rsplit(" ", 1)[1] not in lists.demonyms()
    return float(inside) if named and inside > 1 else 0.0


def is_likely(words: Words, piece: Piece) -> bool:
    """Whether the words of a piece and those around it say that it is a name."""
    return _weight(words, words.surface(piece), [piece]) >= _ENOUGH
