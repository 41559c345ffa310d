"""From the words that name a speaker to name, role, affiliation and kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.model import SpeakerKind
from reader.analysis.quotes.roles import Roles, is_title
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.named import Named
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.phrases import renamed
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_name, is_of_name, is_pronoun, is_thing

_LONGEST = 6  # words of a name with its titles
_MAY_BE_PEOPLE = frozenset({"person", "unknown"})


@dataclass(frozen=True, slots=True)
class Described:
    """What the article says of a speaker at one place; ``name`` is None for a pronoun.

    ``named`` tells a name from the description of a nameless source; ``gender`` is "f", "m" or None.
    """

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    named: bool = False


class Describer:
    """Describes noun phrases of one page."""

    def __init__(self, page: Syntax, people: Named) -> None:
        self.page, self.people, self.roles = page, people, Roles(page, people)
        self._known: dict[int, Described] = {}

    def describe(self, head: Token) -> Described:
        """The speaker that the noun phrase of ``head`` names."""
        if head.i not in self._known:
            self._known[head.i] = self._described(head)
        return self._known[head.i]

    def _described(self, head: Token) -> Described:
        named = self._named(head)
        if named is None:
            return self._nameless(head)
        name, kind = self.people.by_token[named.i]
        if kind != "person" and (named is head or nouns().kind(head) != "person"):
            return Described(name, "organisation", named=True)
        return self._person(head, named, name)

    def is_person(self, token: Token) -> bool:
        """Whether a token is of a person's name, by its kind or by the noun it explains."""
        if token.i not in self.people.by_token:
            return False
        explains = rel.is_apposition(token) and nouns().kind(token.head) == "person"
        return explains or self.people.by_token[token.i][1] == "person"

    def _named(self, head: Token) -> Token | None:
        """The token of the noun phrase that carries a name: in its head or in the head's apposition."""
        if (name := self._name_in(head)) is not None:
            return name
        people = (name for name in self._in_apposition(head) if self.people.by_token[name.i][1] == "person")
        return self._explaining(head) or next(people, None)

    def _explaining(self, head: Token) -> Token | None:
        """The name of somebody or something that speaks, beside the noun for it: "the airline, Norvik,"."""
        noun = head.lemma_.lower()
        if noun not in nouns().persons and noun not in nouns().organisations:
            return None
        other = renamed(head)
        beside = (child for child in head.rights if rel.is_apposition(child) or child is other)
        return next(self._unmarked_names(beside), None)

    def _in_apposition(self, head: Token) -> Iterator[Token]:
        """Names between commas after a noun: "the go-between, Sofia Anker,", "one of them, Nils Arvo,"."""
        is_document = head.lemma_.lower() in nouns().documents
        if (
            (not is_thing(head) and head.lower_ != "one")
            or is_document
            or nouns().kind(head) not in _MAY_BE_PEOPLE
        ):
            return
        yield from self._unmarked_names(child for child in head.rights if rel.is_apposition(child))
        yield from self._unmarked_names(self._between_commas(head))

    def _between_commas(self, head: Token) -> Iterator[Token]:
        """The last word of such a name by the words alone, where the parse takes the two for a list."""
        page, last = self.page, len(self.page.doc) - 1
        at = head.i + 1
        while at < min(last, head.i + _LONGEST) and page.word(at + 1)[:1].isupper():
            at += 1
        if head.i + 1 < at < last and page.word(head.i + 1) == page.word(at + 1) == ",":
            yield page.doc[at]

    def _unmarked_names(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The names that end in these tokens, but for those inside marks."""
        names = (name for token in tokens if (name := self._name_in(token)) is not None)
        return (name for name in names if not self.page.marked[name.i])

    def _name_in(self, token: Token) -> Token | None:
        """The token itself, or the one before an honour ("Helen Brandt KC"), if it is of a name."""
        if token.i in self.people.by_token and is_of_name(token):
            return token
        before = token.nbor(-1) if token.i and is_name(token) else None
        known = before is not None and before.i in self.people.by_token and rel.is_compound(before)
        return before if known else None

    def _person(self, head: Token, named: Token, name: str) -> Described:
        role, affiliation = self.roles.before(named)
        if named.i != head.i and not rel.is_compound(named):
            role = self.roles.phrase(head)[0] or role
        after, employer = self.roles.after(named)
        words = [self.page.word(at) for at in range(max(named.left_edge.i, named.i - _LONGEST), named.i)]
        gender = nouns().gender([*words, *(role or "").split(), *(after or "").split()])
        return Described(
            name,
            "person",
            role or after,
            affiliation or self.roles.bracketed(named) or employer,
            gender or nouns().gender(name.split()[:1]),
            named=True,
        )

    def _nameless(self, head: Token) -> Described:
        lo, hi = self.page.extent_of(head)
        start, end = self.page.span(lo, hi)
        words = [self.page.word(at) for at in range(lo, hi)]
        crowd = cues().crowds.get(head.lemma_.lower()) if rel.is_compound(head) else None
        if crowd is not None:
            return Described(crowd, "group")
        if is_pronoun(head):
            return Described(None, "unknown")
        if is_name(head) and is_title(words[0]) and len(words) > 1:
            return _titled(words)
        if nouns().kind(head) == "organisation" and (other := renamed(head)) is not None:
            return Described(_bare(other), "organisation", named=True)
        gender = nouns().gender(words[-1:])
        name = self.page.text[start:end].removesuffix("'s").removesuffix("’s").strip()
        return Described(name or None, nouns().kind(head), gender=gender)


def _bare(name: Token) -> str:
    """A name that no entity was found for, without its article."""
    words = [token for token in name.subtree if not rel.is_article_of(token) and not token.is_punct]
    return " ".join(token.text for token in words)


def _titled(words: list[str]) -> Described:
    """A person the model did not know for one: "MR FELD"."""
    name = " ".join(word.title() if word.isupper() else word for word in words[1:])
    return Described(name, "person", gender=nouns().gender(words[:1]), named=True)
