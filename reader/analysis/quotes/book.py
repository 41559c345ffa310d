"""The speakers of one article: one entry a person, in the order in which they first speak."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.model import Speaker, SpeakerKind
from reader.analysis.quotes.describing import Described


@dataclass(slots=True)
class Entry:
    """A speaker in the making."""

    key: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None

    def learn(self, described: Described) -> None:
        """Keep what this mention tells that was not known."""
        self.role = self.role or described.role
        self.affiliation = self.affiliation or described.affiliation
        self.gender = self.gender or described.gender


@dataclass(slots=True)
class Book:
    """Entries by key: a name as it is, a description in lower case without its article."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def enter(self, described: Described) -> Entry | None:
        """The entry of a described speaker, new if need be; None for one without a name."""
        if described.name is None:
            return None
        key = _key(described.name, named=described.named)
        entry = self.entries.setdefault(key, Entry(key, described.name, described.kind))
        entry.learn(described)
        return entry

    def christen(self, noun: str, described: Described) -> None:
        """Give the one nameless person known as "a ... student" the name of "the student, Helen Brandt"."""
        if described.name is None or described.name in self.entries:
            return
        nameless = [e for e in self.entries.values() if e.kind == "person" and e.key.islower()]
        fitting = [entry for entry in nameless if entry.key.split()[-1] == noun]
        if len(fitting) == 1:
            entry = self.entries[described.name] = fitting[0]
            entry.role, entry.name = entry.role or entry.key, described.name

    def people(self) -> list[Entry]:
        """The persons among them, each once."""
        return list({id(e): e for e in self.entries.values() if e.kind == "person"}.values())

    def speakers(self, quoted: Mapping[str, Sequence[str]], ids: Mapping[str, str]) -> list[Speaker]:
        """The speakers in the order of ``quoted``, which maps an entry's key to its quotes' ids."""
        return [
            Speaker(ids[key], entry.name, entry.kind, entry.role, entry.affiliation, tuple(quotes))
            for key, quotes in quoted.items()
            for entry in [self.entries[key]]
        ]


def _key(name: str, *, named: bool) -> str:
    if named:
        return name
    words = name.lower().split()
    return " ".join(words[1:] if words[0] in {"the", "a", "an"} and len(words) > 1 else words)
