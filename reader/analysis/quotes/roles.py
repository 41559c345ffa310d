"""Role and affiliation of a named person: what stands before the name, after it, in brackets."""

import re

from spacy.tokens import Token

from reader.analysis.quotes.people import People
from reader.analysis.syntax.view import Syntax

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "lord", "dame"})
_EMPLOYS = frozenset({"at", "for", "with", "from", "of", "in"})
_BRACKET = re.compile(r"\(([A-Z][\w.&/ -]{1,24})\)")
_DETERMINERS = re.compile(r"(?:the|an?|his|her|their|its|our|my|one|another)\s+", re.I)
_OPENS_NO_ROLE = frozenset({"DET", "PUNCT", "PRON", "SPACE", "PART"})
_JOINS = frozenset({"neither", "nor", "no", "not", "either", "both", "even", "only"})
_IN_ROLE = frozenset({"NOUN", "PROPN", "ADJ"})
_NO_ROLE = frozenset({"CARDINAL", "DATE", "ORDINAL"})

Found = tuple[str | None, str | None]


class Roles:
    """Reads role and affiliation around names of one page."""

    def __init__(self, page: Syntax, people: People) -> None:
        self.page, self.people = page, people

    def before(self, named: Token) -> Found:
        """Role and party that stand before a name: "FDP transport minister Helen Brandt"."""
        first = named.i
        while first and self.people.by_token.get(first - 1) == self.people.by_token[named.i]:
            first -= 1
        start = min([first, *(child.left_edge.i for child in named.lefts)])
        words = [token for token in self.page.tokens(start, first) if token.pos_ not in _OPENS_NO_ROLE]
        while words and words[0].pos_ not in _IN_ROLE:
            words.pop(0)
        if not words or words[0].lower_.rstrip(".") in TITLES or any(self.page.marked[w.i] for w in words):
            return None, None
        while words and words[-1].lower_.rstrip(".") in TITLES:
            words.pop()  # "Harbour chief Dr": the title is no part of the role
        party: list[Token] = []
        while len(words) > 1 and self._kind(words[0]) == "organisation":
            party.append(words.pop(0))
        return self._text(words), self._text(party)

    def after(self, named: Token) -> Found:
        """Role and employer that follow a name: "Helen Brandt, an engineer at Kolm University"."""
        for child in named.rights:
            if child.dep_ == "appos" and self._is_role(child):
                return self.phrase(child)
            if child.dep_ == "prep" and child.lower_ in _EMPLOYS and (employer := self._employer(child)):
                return None, employer
        return None, None

    def bracketed(self, named: Token) -> str | None:
        """The party in brackets after a name: "Helen Brandt (FDP)"."""
        end = named.idx + len(named.text)
        match = _BRACKET.match(self.page.text[end : end + 30].lstrip())
        return match[1] if match else None

    def phrase(self, noun: Token) -> Found:
        """A describing noun phrase up to its employer, and the employer."""
        lo, hi = self.page.extent_of(noun)
        employer = None
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in _EMPLOYS and (employer := self._employer(child)):
                hi = min(hi, child.i)
                break
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if owner is not None and employer is None and self._kind(owner) == "organisation":
            employer = self.people.by_token[owner.i][0]
        if owner is not None and owner.i in self.people.by_token:
            lo = owner.right_edge.i + 1
        while lo < hi and self.page.doc[lo].lower_ in _JOINS:
            lo += 1
        text = self._text(list(self.page.tokens(lo, hi)))
        return _DETERMINERS.sub("", text, count=1) if text and _DETERMINERS.match(text) else text, employer

    def _is_role(self, noun: Token) -> bool:
        return (
            noun.pos_ in {"NOUN", "PROPN"}
            and noun.nbor(-1).text != "("
            and not self.page.marked[noun.i]
            and noun.ent_type_ not in _NO_ROLE
            and self._kind(noun) != "person"
        )

    def _employer(self, preposition: Token) -> str | None:
        for child in preposition.children:
            if child.dep_ == "pobj" and self._kind(child) == "organisation":
                return self.people.by_token[child.i][0]
        return None

    def _kind(self, token: Token) -> str:
        return self.people.by_token.get(token.i, ("", ""))[1]

    def _text(self, words: list[Token]) -> str | None:
        if not words:
            return None
        start, end = self.page.span(words[0].i, words[-1].i + 1)
        text = self.page.text[start:end].strip(" ,;:")
        return (text.title() if text.isupper() and len(text) > 4 else text) or None
