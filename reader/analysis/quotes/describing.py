"""From the words that name a speaker to name, role, affiliation and kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.model import SpeakerKind
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.named import Named
from reader.analysis.syntax.nouns import nouns
from reader.analysis.syntax.phrases import renamed
from reader.analysis.syntax.view import Syntax
from reader.analysis.syntax.words import (
    is_count_or_time,
    is_hyphened_front,
    is_name,
    is_noun,
    is_of_name,
    is_of_role,
    is_plural,
    is_possessive_mark,
    is_pronoun,
    is_thing,
    opens_no_role,
)

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


# --- Role and affiliation.


_EMPLOYS = frozenset({"at", "for", "with", "from", "of", "in"})
_BRACKET = re.compile(r"\(([A-Z][\w.&/ -]{1,24}?)(?:, [^()]{1,30})?\)")
_DETERMINERS = re.compile(r"(?:the|an?|his|her|their|its|our|my|one|another)\s+", re.I)
_JOINS = frozenset({"neither", "nor", "no", "not", "either", "both", "even", "only"})

Found = tuple[str | None, str | None]
Found2 = tuple[str | None, int]


class Roles:
    """Reads role and affiliation around names of one page."""

    def __init__(self, page: Syntax, people: Named) -> None:
        self.page, self.people = page, people

    def before(self, named: Token) -> Found:
        """Role and party that stand before a name: "FDP transport minister Helen Brandt"."""
        first = named.i
        while first and self.people.by_token.get(first - 1) == self.people.by_token[named.i]:
            first -= 1
        start = self._whole_word(min([first, *(child.left_edge.i for child in named.lefts)]))
        owner, start = self._owner(start, first)
        words = [token for token in self.page.tokens(start, first) if not opens_no_role(token)]
        while words and not is_of_role(words[0]):
            words.pop(0)
        if not words or is_title(words[0].text) or any(self.page.marked[w.i] for w in words):
            return None, owner
        while words and is_title(words[-1].text):
            words.pop()  # "Harbour chief Dr": the title is no part of the role
        party: list[Token] = []
        while len(words) > 1 and self._kind(words[0]) == "organisation":
            party.append(words.pop(0))
        return self._role(words, words[-1] if words else None), owner or self._text(party)

    def _whole_word(self, start: int) -> int:
        """The "co" of "co-founder", which may hang elsewhere."""
        while start > 1 and self.page.word(start - 1) == "-" and not self.page.doc[start - 2].whitespace_:
            start -= 2
        return start

    def _owner(self, start: int, first: int) -> Found2:
        """The employer of "Kolm Radio's Helen Brandt", and where what stands behind it begins."""
        for at in range(first - 1, start - 1, -1):
            if is_possessive_mark(self.page.doc[at]):
                owner = self.people.by_token.get(at - 1)
                return (owner[0] if owner is not None and owner[1] == "organisation" else None), at + 1
        return None, start

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
        if is_hyphened_front(noun) and noun.i + 2 < len(self.page.doc):
            noun = self.page.doc[noun.i + 2]  # "co-founder"
            hi = max(hi, self.page.extent_of(noun)[1])
        lo = self._whole_word(lo)
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
        while hi < len(self.page.doc) and self.page.word(hi) == "-" and not self.page.doc[hi - 1].whitespace_:
            hi += 2  # "son-in-law"
        text = self._role(list(self.page.tokens(lo, min(hi, len(self.page.doc)))), noun)
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
            if not rel.is_prepositions_object(child):
                continue
            beside = (each for each in child.children if rel.is_apposition(each) or rel.is_compound(each))
            for name in (child, *beside):  # "with the research firm Kelda Partners"
                if self._kind(name) == "organisation":
                    return self.people.by_token[name.i][0]
        return None

    def _kind(self, token: Token) -> str:
        return self.people.by_token.get(token.i, ("", ""))[1]

    def _role(self, words: list[Token], head: Token | None = None) -> str | None:
        """The words, if they name what somebody is: neither "Iraq" nor "Friday", nor "the name of the woman"."""
        while words and words[-1].lower_ in _JOINS | {"and", "or"}:
            words = words[:-1]
        telling = [word for word in words if head is None or word.i <= head.i or rel.is_conjunct(word)]
        several = head is not None and is_plural(head)  # "Brandt and Feld, the mayors,"
        return self._text(words) if not several and any(map(_is_what_somebody_is, telling)) else None

    def _text(self, words: list[Token]) -> str | None:
        if not words:
            return None
        start, end = self.page.span(words[0].i, words[-1].i + 1)
        text = self.page.text[start:end].strip(" ,;:")
        return (text.title() if text.isupper() and len(text) > 4 else text) or None


_AGENT = re.compile(r"(?:ist|ologist|ician|man|woman|person|er|or)$")


def _is_what_somebody_is(word: Token) -> bool:
    """ "Mayor", "Gov.", "co-founder", "nephrologist"."""
    plain, lemma = word.lower_.rstrip("."), word.lemma_.lower()
    known = {plain, lemma} & (nouns().persons | nouns().roles | lexicon.words("entities_titles", "titles"))
    if known or word.lower_ in lexicon.words("entities_titles", "titles"):
        return True
    if lemma in nouns().organisations | nouns().documents | nouns().mute or not (
        is_noun(word) or is_of_role(word)
    ):
        return False
    return len(plain) > _SHORTEST and bool(_AGENT.search(plain))


_SHORTEST = 5


def is_title(word: str) -> bool:
    """ "Mr", "Prof.", "Rev": how somebody is addressed, which is no role."""
    return word.lower().rstrip(".") in lexicon.words("entities_titles", "no_role")
