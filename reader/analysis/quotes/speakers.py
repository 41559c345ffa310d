"""The speakers of one article, one entry a person, and whom "he", "the president" or "the company" mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from reader.analysis.model import Speaker, SpeakerKind
from reader.analysis.quotes.describing import Described, Describer
from reader.analysis.syntax import antecedents
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE, relative_noun
from reader.analysis.syntax.named import explained
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_pronoun


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


# --- Whom a mention means.


_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_AGED = re.compile(r"\d-year-old$")


class Resolver:
    """Finds whom the words that name a source mean, as all panels do; of two who fit the one quoted last, else nobody.

    What only who spoke last decides is settled for the other panels.
    """

    def __init__(self, view: Syntax, describer: Describer, book: Book) -> None:
        self.view, self.describer, self.book = view, describer, book
        self._antecedents = antecedents.antecedents_of(view.doc)
        self._named_at: dict[str, Token] = {}

    def entry(self, head: Token, last: Entry | None) -> Entry | None:
        """The speaker a mention names, ``last`` being the one quoted just before it."""
        head = relative_noun(head) or head
        if rel.is_apposition(head) and self._antecedents.named.person(head.head) is not None:
            head = head.head  # "Nils Arvo, a writer who calls it ..."
        lower = head.lower_
        if lower in _GENDERS:
            return self._person(head, _GENDERS[lower], last)
        if (
            lower in {"one", "another"}
            and (group := self._antecedents.head_of(head, speaks=True)) is not None
        ):
            return self.entry(group, last)
        if lower in {"it", "they"} or lower in RELATIVE:
            return self._body(head, last)
        if is_pronoun(head):
            return last if lower in {"i", "you", "we"} else None
        described = self.describer.describe(head)
        if described.named and described.kind == "person" and self._antecedents.named.name(head) is None:
            self.book.christen(head.lemma_.lower(), described)
        if not described.named and antecedents.is_definite(head):
            return self._definite(head, described, last) or self._enter(head, described)
        return self._enter(head, described)

    def _enter(self, head: Token, described: Described) -> Entry | None:
        entry = self.book.enter(described)
        if entry is not None:
            self._named_at.setdefault(entry.key, head)
        return entry

    def _at(self, place: int) -> Entry | None:
        """The entry of whoever is named at a token."""
        noun = explained(self.view.doc[place])
        described = self.describer.describe(noun)
        if (
            described.kind != "person"
        ):  # "the UN envoy, Gen. Brandt,": the name says who, not the body before it
            noun = self.view.doc[place]
            described = self.describer.describe(noun)
        return self._enter(noun, described)

    def _person(self, head: Token, gender: str | None, last: Entry | None) -> Entry | None:
        """Whom "she" means; who is known to fit but not to be the only one may be who spoke last."""
        found = self._antecedents.of(head) if gender else self._antecedents.person(head, None)
        if found.head is not None:
            return self._at(found.head)
        if last is None or last.kind != "person" or not _may_be(last, gender):
            return None
        if found.rule == "several" and last not in [self._at(place) for place in found.passed]:
            return None
        return self._settled(head, last)

    def _body(self, head: Token, last: Entry | None) -> Entry | None:
        """ "It": the nearest organisation; "it" and "they": who spoke just before, if no person."""
        if (body := self._antecedents.head_of(head, speaks=True)) is not None:
            return self.entry(body, last)
        return self._settled(head, last) if last is not None and last.kind != "person" else None

    def _definite(self, head: Token, described: Described, last: Entry | None) -> Entry | None:
        """ "The president": the one person whose role says so. "The 46-year-old": the only one near. "The company"."""
        if described.name and _AGED.search(described.name):
            return self._person(head, None, last)
        if described.kind == "person":
            noun = head.lemma_.lower()
            holders = [e for e in self.book.people() if e.role and noun in e.role.lower().split()]
            return self._settled(head, holders[0]) if len(holders) == 1 else None
        place = self._antecedents.of(head).head
        return (
            None
            if place is None
            else self._enter(self.view.doc[place], self.describer.describe(self.view.doc[place]))
        )

    def _settled(self, head: Token, entry: Entry) -> Entry:
        """The entry, which all panels take for the answer from now on."""
        self._antecedents.settle(head, self._named_at.get(entry.key))
        return entry


def _may_be(entry: Entry, gender: str | None) -> bool:
    return gender is None or entry.gender in {gender, None}
