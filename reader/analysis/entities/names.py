"""Names told apart by their words, and what speaks for the kind of each over the whole document."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.analysis import lexicon
from reader.analysis.entities import context, evidence
from reader.analysis.entities.finds import Find
from reader.analysis.entities.words import Words
from reader.analysis.model import EntityKind

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
        name.add(context.of_context(words, find.piece))
    return names
