"""Names in their places, and the forms of names told apart by their words, with what speaks for the kind of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.analysis import lexicon
from reader.analysis.entities import context, evidence, lists
from reader.analysis.entities.evidence import Reason
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import EntityKind

_STRANGE = 1.0  # what it weighs for a word with a capital that it is no English word
_ENOUGH = 2.5  # weight of evidence at which capitalised words are a name without the model's word for it


class Find(NamedTuple):
    """A name in its place; ``label`` is the model's, "" where it saw nothing."""

    piece: Piece
    label: str


def likely(words: Words, pieces: list[Piece], known: Collection[str]) -> list[Find]:
    """Those of the pieces without a label that are names, by the evidence of all that read the same.

    Args:
        known: the names found so far: "Morven Haldane" is one where "Haldane" is.
    """
    same: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        same[words.surface(piece)].append(piece)
    found: list[Find] = []
    for name, group in same.items():
        fuller = _is_fuller(words, group[0], known)
        if fuller or _weight(words, name, group) >= _ENOUGH:
            found += [Find(piece, "PERSON" if fuller else "") for piece in group]
    return found


def _is_fuller(words: Words, piece: Piece, known: Collection[str]) -> bool:
    """Whether it is a name of the text with a word before it that is no English word."""
    start, end = piece
    if not 1 < end - start < 4 or words.texts[end - 1] not in known or lists.is_known(words.texts[end - 1]):
        return False
    return words.dictionary.is_strange(words.small(start)) and all(words.proper[start:end])


def _weight(words: Words, name: str, pieces: list[Piece]) -> float:
    weights: dict[str, float] = defaultdict(float)
    for reason in evidence.of_name(name):
        weights[reason.kind] += reason.weight
    for piece in pieces:
        for reason in context.of_context(words, piece):
            weights[reason.kind] += reason.weight
    return max(weights.values(), default=0.0) + max(
        _repetition(words, name, pieces), _STRANGE * any(_is_strange(words, piece) for piece in pieces)
    )


def _is_strange(words: Words, piece: Piece) -> bool:
    """Whether a word inside a sentence is no English word, and the model takes it for a name of something."""
    start, end = piece
    word = words.texts[start]
    alone = end - start == 1 and word.istitle() and len(word) > 3 and not words.opens[start]
    return alone and bool(words.proper[start]) and words.dictionary.is_strange(words.small(start))


def _repetition(words: Words, name: str, pieces: list[Piece]) -> float:
    """What it says for two words and more that they stand together again and again, inside sentences."""
    inside = sum(not words.opens[start] and all(words.proper[start:end]) for start, end in pieces)
    named = " " in name and len(name.rsplit(" ", 1)[1]) > 2 and name.rsplit(" ", 1)[1] not in lists.demonyms()
    return float(inside) if named and inside > 1 else 0.0


def is_named(words: Words, piece: Piece, known: Collection[str], *, whole: bool = True) -> bool:
    """Whether words are a name of the text or a well-known one, or, taken as a ``whole``, have the words of one."""
    text = words.surface(piece)
    if text in known or lists.is_known(text):
        return True
    weights = [reason.weight for reason in evidence.of_name(text)] if whole else []
    return max(weights, default=0.0) >= _ENOUGH


def is_likely(words: Words, piece: Piece, enough: float = _ENOUGH) -> bool:
    """Whether the words of a piece and those around it say that it is a name, by at least this weight."""
    return _weight(words, words.surface(piece), [piece]) >= enough


Ballot = dict[EntityKind, dict[str, float]]
"""What speaks for each kind: the weight that each rule adds up to."""
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
    ballot: Ballot = field(default_factory=dict)

    @property
    def parts(self) -> list[str]:
        """Its words."""
        return self.text.split(" ")

    @property
    def kind(self) -> EntityKind:
        """The kind most speaks for."""
        return winner(self.ballot)

    def lead(self, kind: EntityKind) -> float:
        """By how much the votes for another kind outnumber those for this one; 0 where none does."""
        votes = {other: sum(weights.values()) for other, weights in self.ballot.items()}
        return max(votes.values(), default=0.0) - votes.get(kind, 0.0)

    def add(self, reasons: Iterable[Reason], share: float = 1.0) -> None:
        """Count some evidence, or a share of what it weighs."""
        for kind, weight, rule in reasons:
            weights = self.ballot.setdefault(kind, {})
            weights[rule] = weights.get(rule, 0.0) + weight * share


Names = dict[str, Name]
"""The names of one document, by their text."""
Pair = tuple[str, str]
"""Two names that are one: the shorter, the fuller."""


def winner(ballot: Ballot) -> EntityKind:
    """The kind with the most votes; an organisation where nothing speaks for any."""
    votes = {kind: sum(weights.values()) for kind, weights in ballot.items()}
    best = max(votes, key=votes.__getitem__, default=None)
    return best if best and votes[best] > 0 else "organisation"


def reasons_for(kind: EntityKind, ballot: Ballot) -> tuple[str, ...]:
    """The rules that speak for a kind, or against another, what weighs most first."""
    weights: dict[str, float] = {}
    for other, votes in ballot.items():
        for rule, weight in votes.items():
            if (other == kind) == (weight > 0):
                weights[rule] = weights.get(rule, 0.0) + abs(weight)
    return tuple(sorted(weights, key=lambda rule: -weights[rule]))


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
        name.add(evidence.of_label(find.label), 1 / repeated)
        name.add(context.of_context(words, find.piece))
    return names
