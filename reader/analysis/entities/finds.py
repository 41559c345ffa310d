"""A name in its place, before its kind is known."""

from dataclasses import dataclass

from reader.analysis.entities import context, evidence
from reader.analysis.entities.words import Piece, Words

_ENOUGH = 2.5  # weight of evidence at which capitalised words are a name without the model's word for it


@dataclass(frozen=True, slots=True)
class Find:
    """A name in its place; ``label`` is the model's, "" where it saw nothing."""

    piece: Piece
    label: str


def is_likely(words: Words, piece: Piece) -> bool:
    """Whether the words of a piece and those around it say that it is a name."""
    weights: dict[str, float] = {}
    for kind, weight in (*evidence.of_name(words.surface(piece)), *context.of_context(words, piece)):
        weights[kind] = weights.get(kind, 0.0) + weight
    return max(weights.values(), default=0.0) >= _ENOUGH
