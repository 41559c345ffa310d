"""The speakers of one article, one entry a person, and whom "he", "the president" or "the company" mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.model import Speaker, SpeakerKind
from reader.analysis.quotes.describing import Described, Describer
from reader.analysis.syntax import antecedents
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.clauses import RELATIVE, relative_noun
from reader.analysis.syntax.named import explained
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_plural, is_possessive_pronoun, is_pronoun, is_thing


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
        self._spoke: set[str] = set()
        self._roles: dict[str, list[set[str]]] = {}

    def entry(self, head: Token, last: Entry | None) -> Entry | None:
        """The speaker a mention names, ``last`` being the one quoted just before it."""
        found = self._meant(head, last)
        if found is not None:
            self._spoke.add(found.key)
        return found

    def _meant(self, head: Token, last: Entry | None) -> Entry | None:
        head = relative_noun(head) or head
        if rel.is_apposition(head) and self._antecedents.named.person(head.head) is not None:
            head = head.head  # "Nils Arvo, a writer who calls it ..."
        head = self._before_bracket(head)
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
            return last if lower in {"i", "you", "we"} and self.view.is_marked(head) else None
        described = self.describer.describe(head)
        if described.named and described.kind == "person" and self._antecedents.named.name(head) is None:
            self.book.christen(head.lemma_.lower(), described)
        if not described.named and _is_countryman(head):
            return self._person(head, None, last) or self._enter(head, described)
        if not described.named and _is_owned(head) and described.kind == "person":
            return self._called_so(head, described, in_full=True) or self._enter(head, described)
        if not described.named and antecedents.is_definite(head):
            return self._definite(head, described, last) or self._enter(head, described)
        return self._enter(head, described)

    def _before_bracket(self, head: Token) -> Token:
        """The person of "Helen Brandt (Con, Kelda East) said", where the parse takes the party for who speaks."""
        for at in range(head.i - 1, max(head.i - _BRACKET, 0), -1):
            if self.view.word(at) == ")":
                return head
            if self.view.word(at) == "(":
                before = self.view.doc[at - 1]
                return before if self._antecedents.named.person(before) is not None else head
        return head

    def _enter(self, head: Token, described: Described) -> Entry | None:
        entry = self.book.enter(described)
        if entry is not None and entry.key not in self._named_at:
            self._named_at[entry.key] = head
            if described.named and described.kind == "person":
                for place in self._antecedents.named.people.get(entry.name, ()):
                    entry.learn(_as_learned(self._described(place)[1]))
        return entry

    def _at(self, place: int) -> Entry | None:
        """The entry of whoever is named at a token."""
        return self._enter(*self._described(place))

    def _described(self, place: int) -> tuple[Token, Described]:
        """What is said of somebody at a token of the name; in "the UN envoy, Gen. Brandt," the name says who it is."""
        name = self.view.doc[place]
        noun = explained(name)
        described = self.describer.describe(noun)
        if described.kind != "person" or described.name != self._antecedents.named.name(name):
            noun, described = name, self.describer.describe(name)
        return noun, described

    def _person(self, head: Token, gender: str | None, last: Entry | None) -> Entry | None:
        """Whom "she" means; who is known to fit but not to be the only one may be who spoke last."""
        found = self._antecedents.of(head) if gender else self._antecedents.person(head, None)
        goes_on = found.rule == "topic" and last is not None and last.gender == gender
        near = [self._at(place) for place in found.passed] if goes_on else []
        if last is not None and last in near:
            return self._settled(head, last)  # "he wrote. ... he added": who was "he" just before
        if found.head is not None:
            entry = self._at(found.head)
            if entry is not None:
                entry.gender = entry.gender or gender
            return entry
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
            return self._holder(head, described)
        place = self._antecedents.of(head).head
        return (
            None
            if place is None
            else self._enter(self.view.doc[place], self.describer.describe(self.view.doc[place]))
        )

    def _holder(self, head: Token, described: Described) -> Entry | None:
        """The one person named before who is called so: "the transport secretary"; of two nobody."""
        entry = self._called_so(head, described) or self._last_named(head, described)
        return self._settled(head, entry) if entry is not None else None

    def _called_so(self, head: Token, described: Described, *, in_full: bool = False) -> Entry | None:
        """Whose role it is; "the prime minister" is rather the prime minister than the deputy prime minister."""
        told = set(_roles(described.name or "")) - _SMALL
        needed = {_full(child.lower_) for child in head.lefts if _tells_office(child)} | told & _leading()
        needed.add(_full(head.lemma_.lower()))
        if in_full:
            needed |= told
        found: dict[int, list[Entry]] = {}
        for entry in self._people_before(head):
            ranks = [_rank(told, needed, role) for role in self._roles_of(entry)]
            if rank := max(ranks, default=0):
                found.setdefault(rank, []).append(entry)
        best = found[max(found)] if found else []
        if len(best) > 1:  # of two presidents the one who speaks here
            best = [entry for entry in best if entry.key in self._spoke]
        return best[0] if len(best) == 1 else None

    def _people_before(self, head: Token) -> list[Entry]:
        """Those who are named before a word, or spoke."""
        known = self._antecedents.named.people
        named = (self._at(places[0]) for places in known.values() if places[0] < head.i)
        return list(
            {id(entry): entry for entry in (*self.book.people(), *named) if entry is not None}.values()
        )

    def _roles_of(self, entry: Entry) -> list[set[str]]:
        """The words of each role somebody is said to have."""
        if entry.key not in self._roles:
            places = self._antecedents.named.people.get(entry.name, ())
            told = [self._described(place)[1].role for place in places]
            self._roles[entry.key] = [set(_roles(role)) - _SMALL for role in (entry.role, *told) if role]
        return self._roles[entry.key]

    def _last_named(self, head: Token, described: Described) -> Entry | None:
        """Elspeth Arvo of "Elspeth Arvo left early. The first minister said ...", whose office is said nowhere else."""
        if head.lemma_.lower() not in nouns().offices_alone:
            return None
        found = self._antecedents.person(head, described.gender)
        if found.head is None or found.rule not in {"only_one", "only_subject"}:
            return None
        before, _ = self.view.sentence_of(max(self.view.sentence_of(head.i)[0] - 1, 0))
        if (
            found.head < before
            or self.view.paragraph_of(found.head).index != self.view.paragraph_of(head.i).index
        ):
            return None
        entry = self._at(found.head)
        if entry is None or self._roles_of(entry):
            return None
        entry.learn(replace(described, role=_DETERMINER.sub("", described.name or "")))
        return entry

    def _settled(self, head: Token, entry: Entry) -> Entry:
        """The entry, which all panels take for the answer from now on."""
        self._antecedents.settle(head, self._named_at.get(entry.key))
        return entry


_MOST = 100  # more than the words of any role
_BRACKET = 6  # words back from the party to the bracket
_SMALL = frozenset({"the", "this", "that", "a", "an", "of", "for", "and", "its", "their", "his", "her"})
_UNDER = frozenset({"deputy", "vice", "former", "ex", "assistant", "acting", "then", "shadow", "late"})
_DETERMINER = re.compile(r"^(?:the|this|that)\s+", re.I)


def _rank(told: set[str], needed: set[str], role: set[str]) -> int:
    """How well a role fits what somebody is called: 0 not at all, most in these words."""
    if not needed <= role:
        return 0
    fit = 3 if role == told else 1 if (role - told) & _UNDER else 2
    return fit * _MOST + len(role & told)


def _as_learned(described: Described) -> Described:
    """What is said of somebody elsewhere, but for how they stand to others: "his rival Jonas Feld", "a black man"."""
    words = (described.role or "").lower().split()
    return replace(described, role=None) if words and set(words) & nouns().relations else described


def _is_countryman(head: Token) -> bool:
    """ "The Italian": somebody told by a people alone."""
    alone = antecedents.is_definite(head) and head.i - head.left_edge.i == 1
    return alone and not is_plural(head) and head.text in lexicon.words("demonyms", "demonyms")


def _is_owned(head: Token) -> bool:
    """ "Its chairman"."""
    return any(map(is_possessive_pronoun, head.lefts))


def _tells_office(child: Token) -> bool:
    """The "transport" of "the transport secretary"; not the "Florida" of "the Florida senator"."""
    before = child.nbor(-1).text if child.i else ""
    return rel.is_compound(child) and is_thing(child) and child.lower_ == child.text and before != "-"


def _roles(role: str) -> list[str]:
    """The words of a role, offices in full: "Gov." is a governor."""
    return [_full(word.strip(",.")) for word in role.lower().split()]


def _full(word: str) -> str:
    full: str = lexicon.load("sources")["offices"].get(word, word)
    return full


def _leading() -> frozenset[str]:
    """ "Prime", "foreign", "deputy": first words of an office, without which it is another one."""
    return lexicon.words("entities_titles", "leading")


def _may_be(entry: Entry, gender: str | None) -> bool:
    return gender is None or entry.gender in {gender, None}
