"""Names in their places, and the forms of names told apart by their words, with what speaks for the kind of each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.analysis import lexicon
from reader.analysis.entities import evidence, lists
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind

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
        for kind, weight in evidence.of_context(words, piece):
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


Votes = dict[EntityKind, float]

SURE = 3.0  # a lead of votes that a likeness of names does not outweigh


@dataclass(slots=True)
class Name:
    """One form of a name: its words, where it first stands, how often it was found, its votes.

    A label of the model weighs less each time it is repeated: its errors repeat too. ``royal`` says that it was found
    after a title whose holder goes by one name.
    """

    text: str
    first: int
    count: int = 0
    royal: bool = False
    labels: dict[str, int] = field(default_factory=dict)
    votes: Votes = field(default_factory=lambda: defaultdict(float))

    @property
    def parts(self) -> list[str]:
        """Its words."""
        return self.text.split(" ")

    @property
    def kind(self) -> EntityKind:
        """The kind most speaks for."""
        return winner(self.votes)

    def add(self, items: Iterable[tuple[EntityKind, float]]) -> None:
        """Count some evidence."""
        for kind, weight in items:
            self.votes[kind] += weight


Names = dict[str, Name]
"""The names of one document, by their text."""
Pair = tuple[str, str]
"""Two names that are one: the shorter, the fuller."""


def winner(votes: Votes) -> EntityKind:
    """The kind with the most votes; an organisation where nothing speaks for any."""
    best = max(votes, key=votes.__getitem__, default=None)
    return best if best and votes[best] > 0 else "organisation"


def names_of(words: Words, finds: list[Find]) -> dict[str, Name]:
    """The names found, by their text, with all their evidence."""
    names: dict[str, Name] = {}
    royal = lexicon.words("entities_titles", "royal")
    for find in finds:
        text = words.surface(find.piece)
        name = names.get(text)
        if name is None:
            name = names[text] = Name(text, find.piece[0])
            name.add(evidence.of_name(text))
        name.count += 1
        name.royal |= words.small(find.piece[0] - 1) in royal
        repeated = name.labels[find.label] = name.labels.get(find.label, 0) + 1
        name.add((kind, weight / repeated) for kind, weight in evidence.of_label(find.label))
        name.add(evidence.of_context(words, find.piece))
    return names
