"""Role and affiliation of a named person: what stands before the name, after it, in brackets."""

import re

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.named import Named
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import is_count_or_time, is_noun, is_of_role, opens_no_role

_EMPLOYS = frozenset({"at", "for", "with", "from", "of", "in"})
_BRACKET = re.compile(r"\(([A-Z][\w.&/ -]{1,24})\)")
_DETERMINERS = re.compile(r"(?:the|an?|his|her|their|its|our|my|one|another)\s+", re.I)
_JOINS = frozenset({"neither", "nor", "no", "not", "either", "both", "even", "only"})

Found = tuple[str | None, str | None]


class Roles:
    """Reads role and affiliation around names of one page."""

    def __init__(self, page: Syntax, people: Named) -> None:
        self.page, self.people = page, people

    def before(self, named: Token) -> Found:
        """Role and party that stand before a name: "FDP transport minister Helen Brandt"."""
        first = named.i
        while first and self.people.by_token.get(first - 1) == self.people.by_token[named.i]:
            first -= 1
        start = min([first, *(child.left_edge.i for child in named.lefts)])
        words = [token for token in self.page.tokens(start, first) if not opens_no_role(token)]
        while words and not is_of_role(words[0]):
            words.pop(0)
        if not words or is_title(words[0].text) or any(self.page.marked[w.i] for w in words):
            return None, None
        while words and is_title(words[-1].text):
            words.pop()  # "Harbour chief Dr": the title is no part of the role
        party: list[Token] = []
        while len(words) > 1 and self._kind(words[0]) == "organisation":
            party.append(words.pop(0))
        return self._text(words), self._text(party)

    def after(self, named: Token) -> Found:
        """Role and employer that follow a name: "Helen Brandt, an engineer at Kolm University"."""
        for child in named.rights:
            if rel.is_apposition(child) and self._is_role(child):
                return self.phrase(child)
            if (
                rel.is_prepositional(child)
                and child.lower_ in _EMPLOYS
                and (employer := self._employer(child))
            ):
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
            if (
                rel.is_prepositional(child)
                and child.lower_ in _EMPLOYS
                and (employer := self._employer(child))
            ):
                hi = min(hi, child.i)
                break
        owner = rel.first(noun.lefts, rel.is_owner)
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
            is_noun(noun)
            and noun.nbor(-1).text != "("
            and not self.page.marked[noun.i]
            and not is_count_or_time(noun)
            and self._kind(noun) != "person"
        )

    def _employer(self, preposition: Token) -> str | None:
        for child in preposition.children:
            if rel.is_prepositions_object(child) and self._kind(child) == "organisation":
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


def is_title(word: str) -> bool:
    """ "Mr", "Prof.", "Rev": how somebody is addressed, which is no role."""
    return word.lower().rstrip(".") in lexicon.words("entities_titles", "no_role")
