"""Names over the tokens of a Doc: which words belong to which name, and the noun that a name explains."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.view import Syntax

Name = tuple[str, str]
"""The one name of somebody or something over the whole text, and its kind: person, organisation, place, other."""

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
_OFTEN = 3  # mentions that make somebody what an article is about
_BEFORE = 6  # words of a name with its titles


class Named:
    """The names of one Doc by token: what the entities component found, without it what the model found."""

    def __init__(self, view: Syntax) -> None:
        self.view = view
        self.by_token: dict[int, Name] = {}
        for entity in view.doc._.article_entities:
            name = (entity.name, entity.kind)
            for mention in entity.mentions:
                places = range(*view.tokens_of(mention.start, mention.end))
                self.by_token.update(dict.fromkeys(places, name))
        if not self.by_token:
            self._from_model()
        self._genders: dict[str, str | None] = {}
        self._about: dict[str, str | None] = {}

    def _from_model(self) -> None:
        """A last name alone is joined to a full name."""
        full: dict[str, str] = {}
        for entity in self.view.doc.ents:
            if entity.label_ not in _KINDS:
                continue
            name = entity.text.removesuffix("'s").removesuffix("’s").strip()
            words = name.split()
            if entity.label_ == "PERSON" and words:
                name = full.setdefault(words[-1], name)
            self.by_token.update(
                dict.fromkeys(range(entity.start, entity.end), (name, _KINDS[entity.label_]))
            )

    @cached_property
    def unmarked(self) -> list[int]:
        """The tokens of names outside marks, in order."""
        return sorted(at for at in self.by_token if not self.view.marked[at])

    def name(self, token: Token) -> str | None:
        """The name a word is part of."""
        found = self.by_token.get(token.i)
        return found and found[0]

    def kind(self, token: Token) -> str | None:
        """What the name stands for that a word is part of."""
        found = self.by_token.get(token.i)
        return found and found[1]

    def last_word(self, token: Token) -> Token:
        """The last token of the name that this token belongs to."""
        doc = token.doc
        while token.i + 1 < len(doc) and self.by_token.get(token.i + 1) == self.by_token[token.i]:
            token = doc[token.i + 1]
        return token

    def person(self, token: Token) -> str | None:
        """The name of the person that a word, the last of a name, stands for: not of Brandt in "the Brandt report"."""
        whole = _whole(token)
        name = self.by_token.get(token.i)
        if name is None or not self.is_person(token):
            return None
        honour = (
            whole.i == token.i + 1 and whole.i not in self.by_token and word.is_name(whole)
        )  # "Brandt KC"
        if whole.i != token.i and not honour and self.by_token.get(whole.i) != name:
            return None
        beside = not rel.is_apposition(whole) or whole.head.i in self.by_token or _is_one(whole.head)
        return name[0] if beside else None

    def is_person(self, token: Token) -> bool:
        """Whether a token is of a person's name, by its kind or by the noun it explains."""
        kind = self.kind(token)
        explains = rel.is_apposition(token) and nouns().kind(token.head) == "person"
        return kind is not None and (explains or kind == "person")

    def gender(self, name: str) -> str | None:
        """ "f" or "m" where a title, a description or the first name of a person tells it anywhere in the text."""
        if name not in self._genders:
            told = (nouns().gender(words) for words in self._descriptions(name))
            words = name.split()
            is_last_name = len(words) == 1 and name in self._last_names  # "Clinton" is none of a man
            by_first_name = None if is_last_name else nouns().gender(words[:1])
            self._genders[name] = next(filter(None, told), None) or by_first_name
        return self._genders[name]

    def _descriptions(self, name: str) -> Iterator[list[str]]:
        """The words around each mention of a name that may describe who it is."""
        for last in self._mentions.get(name, ()):
            token, word_ = self.view.doc[last], self.view.word
            beside = [child for child in token.rights if rel.is_apposition(child)]
            beside += [token.head] if rel.is_apposition(token) else []
            before = range(max(token.left_edge.i, last - _BEFORE), last)
            yield [word_(at) for at in before] + [
                word_(at) for head in beside for at in range(*self.view.extent_of(head))
            ]

    @cached_property
    def people(self) -> dict[str, list[int]]:
        """The last tokens of the mentions of each person outside marks, by name."""
        unmarked = {
            name: [at for at in places if not self.view.marked[at]] for name, places in self._mentions.items()
        }
        return {
            name: places
            for name, places in unmarked.items()
            if places and self.by_token[places[0]][1] == "person"
        }

    def about(self, gender: str) -> str | None:
        """The woman or the man an article is about: named in its headline, or by far the most often."""
        if gender not in self._about:
            sure = [name for name in self.people if self.gender(name) == gender]
            ranked = sorted(sure, key=lambda name: -len(self.people[name]))
            headed = [name for name in sure if any(map(self._in_headline, self.people[name]))]
            counts = [len(self.people[name]) for name in ranked] + [0, 0]
            often = counts[0] >= _OFTEN and counts[0] > counts[1] + 1
            self._about[gender] = headed[0] if len(headed) == 1 else ranked[0] if often else None
        return self._about[gender]

    def _in_headline(self, at: int) -> bool:
        return self.view.paragraph_of(at).kind == "headline"

    @cached_property
    def _last_names(self) -> set[str]:
        """The last words of all names of several."""
        return {name.rsplit(" ", 1)[1] for name, _ in self.by_token.values() if " " in name}

    @cached_property
    def _mentions(self) -> dict[str, list[int]]:
        """The last tokens of the mentions of each name."""
        found: dict[str, list[int]] = {}
        for at, name in self.by_token.items():
            if self.by_token.get(at + 1) != name:
                found.setdefault(name[0], []).append(at)
        return found


def _is_one(noun: Token) -> bool:
    """Whether a noun can be that of one person: "the go-between", neither "guests" nor "a report"."""
    return nouns().kind(noun) in ("person", "unknown") and noun.lemma_.lower() not in nouns().documents


def explained(token: Token) -> Token:
    """The noun that a name explains: "its owner, Brandt Holdings"; else the name itself."""
    whole = _whole(token)
    return whole.head if rel.is_apposition(whole) else whole


def _whole(token: Token) -> Token:
    """The last noun of a compound that a word is part of."""
    while rel.is_compound(token):
        token = token.head
    return token


def is_subject(name: Token) -> bool:
    """Whether a name is a subject, or the second of two that are one: "Havelock and Brennick met"."""
    noun = explained(name)
    while rel.is_conjunct(noun):
        noun = noun.head
    return rel.is_subject(noun)


def is_subject_itself(name: Token) -> bool:
    """Whether a name, or the noun it explains, is a subject."""
    return rel.is_subject(explained(name))


def is_called(name: Token, noun: str) -> bool:
    """Whether somebody is described by a noun, or has it in its name: "the insurer Brandt Re"."""
    near = [*name.children, name.head, *name.head.lefts]
    return any(token.lemma_.lower() == noun for token in [name, *near])
