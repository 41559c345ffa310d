"""From the words that name a speaker to name, role, affiliation and kind."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis.model import SpeakerKind
from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.mentions import mention_tokens
from reader.analysis.quotes.page import Page
from reader.analysis.quotes.people import People
from reader.analysis.quotes.sources import sources

_EMPLOYS = frozenset({"at", "for", "with", "from", "of", "in"})
_BRACKET = re.compile(r"\(([A-Z][\w.&/ -]{1,24})\)")
_NAMES = frozenset({"PROPN", "NOUN", "X", "ADJ"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "lord", "dame"})
_DETERMINERS = re.compile(r"(?:the|an?|his|her|their|its|our|my|one|another)\s+", re.I)


@dataclass(frozen=True, slots=True)
class Described:
    """What the article says of a speaker at one place; ``name`` is None for a pronoun."""

    head: Token
    name: str | None
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    named: bool = False


class Describer:
    """Describes noun phrases of one page."""

    def __init__(self, page: Page, people: People) -> None:
        self.page, self.people = page, people

    def describe(self, head: Token) -> Described:
        """The speaker that the noun phrase of ``head`` names."""
        named = self._named(head)
        if named is None:
            return self._nameless(head)
        name, kind = self.people.by_token[named.i]
        if kind != "person" and (named is head or sources().kind(head) != "person"):
            return Described(head, name, "organisation", named=True)
        return self._person(head, named, name)

    def _named(self, head: Token) -> Token | None:
        """The token of the noun phrase that carries a name: in its head or in the head's apposition."""
        if (name := self._name_in(head)) is not None:
            return name
        if head.lemma_.lower() not in sources().persons | sources().organisations:
            return None
        names = (self._name_in(child) for child in head.rights if child.dep_ == "appos")
        return next((name for name in names if name is not None and not self.page.marked[name.i]), None)

    def is_person(self, token: Token) -> bool:
        """Whether a token is of a person's name, by its kind or by the noun it explains."""
        if token.i not in self.people.by_token:
            return False
        explains = token.dep_ == "appos" and sources().kind(token.head) == "person"
        return explains or self.people.by_token[token.i][1] == "person"

    def _name_in(self, token: Token) -> Token | None:
        """The token itself, or the one before an honour ("Ilse Brandt KC"), if it is of a name."""
        if token.i in self.people.by_token and token.pos_ in _NAMES:
            return token
        before = token.nbor(-1) if token.i and token.pos_ == "PROPN" else None
        return (
            before
            if before is not None and before.i in self.people.by_token and before.dep_ == "compound"
            else None
        )

    def _person(self, head: Token, named: Token, name: str) -> Described:
        role, affiliation = self._before(named)
        if named is not head:
            role = self._phrase(head)[0]
        after, employer = self._after(named)
        affiliation = affiliation or self._bracketed(named) or employer
        words = [token.text for token in head.doc[max(named.left_edge.i, named.i - 6) : named.i]]
        gender = sources().gender([*words, *(role or "").split(), *(after or "").split()])
        gender = gender or sources().gender(name.split()[:1])
        return Described(head, name, "person", role or after, affiliation, gender, named=True)

    def _before(self, named: Token) -> tuple[str | None, str | None]:
        """Role and party that stand before a name: "CDU foreign politician Jürgen Hardt"."""
        page, doc = self.page, self.page.doc
        first = named.i
        while first - 1 >= 0 and self.people.by_token.get(first - 1) == self.people.by_token[named.i]:
            first -= 1
        start = min([first, *(child.left_edge.i for child in named.lefts)])
        words = [
            token
            for token in doc[start:first]
            if token.pos_ not in {"DET", "PUNCT", "PRON", "SPACE"} and token.text not in {"'s", "’s"}
        ]
        while words and words[0].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            words = words[1:]
        if not words or words[0].lower_.rstrip(".") in _TITLES or any(page.marked[w.i] for w in words):
            return None, None
        party: list[Token] = []
        while (
            words and self.people.by_token.get(words[0].i, ("", ""))[1] == "organisation" and len(words) > 1
        ):
            party.append(words.pop(0))
        text = self._text(words)
        return text, self._text(party) if party else None

    def _after(self, named: Token) -> tuple[str | None, str | None]:
        """Role and employer from the apposition: "Pieter Haandrik, an analyst at Oostzee Bank"."""
        for child in named.rights:
            if (
                child.dep_ == "appos"
                and child.pos_ in {"NOUN", "PROPN"}
                and not self.page.marked[child.i]
                and child.ent_type_ not in {"CARDINAL", "DATE"}
                and self.people.by_token.get(child.i, ("", ""))[1] != "person"
            ):
                return self._phrase(child)
            if child.dep_ == "prep" and child.lower_ in _EMPLOYS:
                employer = self._organisation(child)
                if employer:
                    return None, employer
        return None, None

    def _phrase(self, noun: Token) -> tuple[str | None, str | None]:
        """A describing noun phrase up to its employer or relative clause, and the employer."""
        lo, hi = mention_tokens(noun)
        employer = None
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in _EMPLOYS and (employer := self._organisation(child)):
                hi = min(hi, child.i)
                break
        words = list(self.page.doc[lo:hi])
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if owner is not None and employer is None and owner.i in self.people.by_token:
            name, kind = self.people.by_token[owner.i]
            employer = name if kind == "organisation" else None
            words = [token for token in words if token.i > owner.right_edge.i]
        text = self._text(words)
        return (_DETERMINERS.sub("", text, count=1) if text and _DETERMINERS.match(text) else text), employer

    def _organisation(self, prep: Token) -> str | None:
        for child in prep.children:
            if child.dep_ == "pobj" and self.people.by_token.get(child.i, ("", ""))[1] == "organisation":
                return self.people.by_token[child.i][0]
        return None

    def _bracketed(self, named: Token) -> str | None:
        end = named.idx + len(named.text)
        match = _BRACKET.match(self.page.text[end : end + 30].lstrip())
        return match[1] if match else None

    def _nameless(self, head: Token) -> Described:
        lo, hi = mention_tokens(head)
        start, end = self.page.span(list(self.page.doc[lo:hi]))
        words = [token.text for token in self.page.doc[lo:hi]]
        crowd = cues().crowds.get(head.lemma_.lower()) if head.dep_ == "compound" else None
        if crowd is not None:
            return Described(head, crowd, "group")
        if head.pos_ == "PRON" or not self.page.text[start:end].strip():
            return Described(head, None, "unknown")
        return Described(
            head, self.page.text[start:end], sources().kind(head), gender=sources().gender(words[-1:])
        )

    def _text(self, words: list[Token]) -> str | None:
        if not words:
            return None
        start, end = self.page.span(words)
        text = self.page.text[start:end].strip(" ,;:")
        return (text.title() if text.isupper() and len(text) > 4 else text) or None
