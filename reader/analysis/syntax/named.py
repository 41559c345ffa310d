"""Names over the tokens of a Doc: which words belong to which name, and the noun that a name explains."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.view import Syntax

Name = tuple[str, str]
"""The one name of somebody or something over the whole text, and its kind: person, organisation, place, other."""

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
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
        noun = explained(token)
        if not self.is_person(token):
            return None
        if noun.i == token.i or noun.i in self.by_token or rel.is_apposition(token):
            return self.by_token[token.i][0]
        return None

    def is_person(self, token: Token) -> bool:
        """Whether a token is of a person's name, by its kind or by the noun it explains."""
        kind = self.kind(token)
        explains = rel.is_apposition(token) and nouns().kind(token.head) == "person"
        return kind is not None and (explains or kind == "person")

    def gender(self, name: str) -> str | None:
        """ "f" or "m" where a title, a description or the first name of a person tells it anywhere in the text."""
        if name not in self._genders:
            told = (nouns().gender(words) for words in self._descriptions(name))
            self._genders[name] = next(filter(None, told), None) or nouns().gender(name.split()[:1])
        return self._genders[name]

    def _descriptions(self, name: str) -> Iterator[list[str]]:
        """The words around each mention of a name that may describe who it is."""
        for last in self._mentions.get(name, ()):
            token, word_ = self.view.doc[last], self.view.word
            beside = [child for child in token.rights if rel.is_apposition(child)]
            noun = explained(token)
            beside += [noun] if noun.i != token.i else []
            before = range(max(token.left_edge.i, last - _BEFORE), last)
            yield [word_(at) for at in before] + [
                word_(at) for head in beside for at in range(*self.view.extent_of(head))
            ]

    @cached_property
    def _mentions(self) -> dict[str, list[int]]:
        """The last tokens of the mentions of each name."""
        found: dict[str, list[int]] = {}
        for at, name in self.by_token.items():
            if self.by_token.get(at + 1) != name:
                found.setdefault(name[0], []).append(at)
        return found


def explained(token: Token) -> Token:
    """The noun that a name explains: "its owner, Brandt Holdings"; else the name itself."""
    while rel.is_compound(token):
        token = token.head
    return token.head if rel.is_apposition(token) else token


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
