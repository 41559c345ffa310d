"""Whom or what "she", "it", "they" and "who" stand for: one answer for all panels, with the candidates that were passed over.

Worked out once a Doc, when it is first asked, and kept. The component that knows more than the grammar, such as who spoke
last, may :meth:`settle <Antecedents.settle>` what this leaves open; from then on that is the answer everywhere.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import (
    STEPS,
    controller,
    described,
    is_relative,
    last_joined,
    noun_before,
    own_subject,
    relative_noun,
)
from reader.analysis.syntax.companies import Companies
from reader.analysis.syntax.named import Named, is_subject_itself
from reader.analysis.syntax.nouns import is_body, is_group
from reader.analysis.syntax.phrases import thing_of
from reader.analysis.syntax.view import Syntax, view_of

Rule = Literal[
    "relative", "only_one", "only_subject", "several", "last_subject", "body", "topic", "settled", "none"
]
REACH = 2  # paragraphs back
_LONGEST_NAME = 3  # words of a name that nobody found out about
_SHORT = 2  # words of "the company"; a longer name says itself which
_STOPS = frozenset({";", ":"})  # "loans slow; they were lower" is two statements, whatever the parse says
_known: "WeakKeyDictionary[Doc, Antecedents]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a word stands for.

    Attributes:
        head: the token of the noun, or the last one of the name, it stands for; None where nothing or more than one fits.
        passed: the heads of the candidates that were looked at and not taken, the nearest first.
        rule: why this one.
    """

    head: int | None
    passed: tuple[int, ...] = ()
    rule: Rule = "none"


def antecedents_of(doc: Doc) -> "Antecedents":
    """Those of a Doc, kept as long as it."""
    found = _known.get(doc)
    if found is None:
        found = _known[doc] = Antecedents(view_of(doc))
    return found


class Antecedents:
    """What the pronouns of one Doc stand for."""

    def __init__(self, view: Syntax) -> None:
        self.view, self.named = view, Named(view)
        self._answers: dict[int, Antecedent] = {}

    @cached_property
    def _companies(self) -> Companies:
        return Companies(self.named)

    def of(self, pronoun: Token, *, speaks: bool = False) -> Antecedent:
        """What a word stands for.

        Args:
            pronoun: any word, "company" of "the company" among them; one that stands for itself has no antecedent.
            speaks: whether it says something here, which only people and bodies do. Who asks first has to know.
        """
        if pronoun.i not in self._answers:
            self._answers[pronoun.i] = self._find(pronoun, speaks)
        return self._answers[pronoun.i]

    def known(self, pronoun: Token) -> Antecedent | None:
        """The answer of :meth:`of` for a word that somebody has asked about; None for any other, a name among them."""
        return self._answers.get(pronoun.i)

    def head_of(self, pronoun: Token, *, speaks: bool = False) -> Token | None:
        """The word itself of :meth:`of`."""
        head = self.of(pronoun, speaks=speaks).head
        return None if head is None else self.view.doc[head]

    def settle(self, pronoun: Token, head: Token | None) -> None:
        """Take somebody for the answer whom the grammar leaves open; None for nobody."""
        passed = self.of(pronoun).passed
        self._answers[pronoun.i] = Antecedent(None if head is None else head.i, passed, "settled")

    def _find(self, pronoun: Token, speaks: bool) -> Antecedent:
        if (noun := relative_noun(pronoun)) is not None:
            return Antecedent(noun.i, (), "relative")
        lower, lists = pronoun.lower_, lexicon.load("pronouns")
        if lower in lists["genders"]:
            return self.person(pronoun, lists["genders"][lower])
        if lower in lists["one"]:
            return self._last_subject(pronoun, is_body if speaks else _is_one_thing)
        if lower in lists["several"]:
            return self._last_subject(pronoun, is_group if speaks else _are_several)
        if lower in lists["partitive"]:
            return self._last_subject(pronoun, is_group)
        return self._company(pronoun)

    def _company(self, noun: Token) -> Antecedent:
        """ "The company", "the authority": see :mod:`reader.analysis.syntax.companies`."""
        lo, hi = self.view.extent_of(noun)
        if not word.is_thing(noun) or hi - lo != _SHORT or not is_definite(noun) or not is_body(noun):
            return Antecedent(None)
        found = self._companies.meant(noun, self.sentences_back(noun, self.named.unmarked))
        return Antecedent(None) if found is None else Antecedent(found.i, (), "body")

    # --- "It", "they": the nearest subject that fits.

    def _last_subject(self, pronoun: Token, fits: Callable[[Token], bool]) -> Antecedent:
        passed: list[int] = []
        for noun in self._subjects_before(pronoun):
            if fits(noun) and not _is_said(noun, pronoun):
                return Antecedent(noun.i, tuple(passed), "last_subject")
            passed.append(noun.i)
        return Antecedent(None, tuple(passed))

    def _subjects_before(self, pronoun: Token) -> Iterator[Token]:
        """The subjects of its sentence and of the one before in its paragraph, the nearest first; as marked as it is."""
        view, doc = self.view, self.view.doc
        first = view.paragraph_of(pronoun.i).lo
        begin = max(view.sentence_of(pronoun.i)[0], first)
        if begin > first:  # one sentence back
            begin = max(view.sentence_of(begin - 1)[0], first)
        for at in range(pronoun.i - 1, begin - 1, -1):
            if view.marked[at] <= view.marked[pronoun.i] and rel.is_subject(doc[at]):
                yield doc[at]

    # --- "He", "she": the nearest sentence that names just one who may be meant.

    def person(self, head: Token, gender: str | None) -> Antecedent:
        """The person meant by a word that tells no more than a gender, or not even that: "the 46-year-old".

        It is the one who fits in the nearest sentence back that names any; of several the only subject, else nobody.
        """
        passed: list[int] = []
        for tokens in self.sentences_back(head, self._who):
            fitting = self._fitting(tokens, gender)
            people = map(self._person_at, tokens)
            looked_at = {last for name, last in people if name is not None}
            passed += sorted(looked_at.difference(fitting.values()), reverse=True)
            if fitting and gender is not None and (topic := self._topic(head, gender, fitting)) is not None:
                return Antecedent(topic, (*passed, *fitting.values()), "topic")
            if fitting:
                return self._of_several(tokens, fitting, passed)
        return Antecedent(None, tuple(passed))

    def about(self, head: Token, gender: str) -> int | None:
        """Where the one was last named before a word whom an article is about, if of this gender."""
        name = self.named.about(gender)
        places = [at for at in self.named.people.get(name or "", ()) if at < head.i]
        return places[-1] if places else None

    def _topic(self, head: Token, gender: str, fitting: dict[str, int]) -> int | None:
        """Whom an article is about, rather than names nearby that tell no gender and do nothing in this paragraph or the sentence before."""
        if any(self.named.gender(name) == gender for name in fitting):
            return None
        sentence = self.view.sentence_of(max(self.view.sentence_of(head.i)[0] - 1, 0))[0]
        before = min(sentence, self.view.paragraph_of(head.i).lo)
        near = (self.view.doc[at] for at in fitting.values() if at >= before)
        return None if any(map(_speaks_or_acts, near)) else self.about(head, gender)

    def _of_several(self, tokens: list[int], fitting: dict[str, int], passed: list[int]) -> Antecedent:
        """The only one of a sentence, or of those who fit the only subject."""
        names = {self._person_at(at)[0] for at in tokens if is_subject_itself(self.view.doc[at])}
        subjects = [name for name in fitting if name in names]
        rule: Rule = "only_one" if len(fitting) == 1 else "only_subject" if len(subjects) == 1 else "several"
        chosen = (
            next(iter(fitting)) if rule == "only_one" else subjects[0] if rule == "only_subject" else None
        )
        others = sorted((at for name, at in fitting.items() if name != chosen), reverse=True)
        return Antecedent(None if chosen is None else fitting[chosen], (*passed, *others), rule)

    def _fitting(self, tokens: list[int], gender: str | None) -> dict[str, int]:
        """People named at these tokens who may be of a gender, those who surely are before others; by name, the last token."""
        found: dict[str, int] = {}
        for at in tokens:
            name, last = self._person_at(at)
            known = {gender, None} if at in self.named.by_token else {gender}
            if name is not None and (gender is None or self.named.gender(name) in known):
                found.setdefault(name, last)
        sure = {name: at for name, at in found.items() if self.named.gender(name) == gender}
        if not sure or any(is_subject_itself(self.view.doc[at]) for at in sure.values()):
            return sure or found
        return found if any(is_subject_itself(self.view.doc[at]) for at in found.values()) else sure

    def _person_at(self, at: int) -> tuple[str | None, int]:
        """The name of the person that a token is part of, and the last token of it."""
        token = self.view.doc[at]
        if at in self.named.by_token:
            last = self.named.last_word(token)
            return self.named.person(last), last.i
        lo, hi = self.view.extent_of(token)
        words = [self.view.word(place) for place in range(lo, hi)]
        is_full = 1 < len(words) <= _LONGEST_NAME and all(each.istitle() and each.isalpha() for each in words)
        return (" ".join(words) if is_full else None), at  # a last name alone tells no gender

    @cached_property
    def _who(self) -> list[int]:
        """The tokens of names outside marks, and of subjects that look like names: they count where a first name tells the gender."""
        columns = self.view.doc.to_array(["POS", "DEP", "ENT_TYPE"])
        unknown = (
            (columns[:, 0] == get_string_id("PROPN"))
            & (columns[:, 1] == get_string_id("nsubj"))
            & (columns[:, 2] == 0)
        )
        strangers = (at for at in unknown.nonzero()[0].tolist() if not self.view.marked[at])
        return sorted({*self.named.unmarked, *strangers})

    def sentences_back(self, head: Token, names: list[int]) -> Iterator[list[int]]:
        """Those of some tokens that stand before a word, sentence by sentence, from its own backwards; two paragraphs at most."""
        view = self.view
        first = view.paragraphs[max(view.paragraph_of(head.i).index - REACH, 0)].lo
        hi = head.i
        lo = max(view.sentence_of(hi)[0], first)
        while hi > first:
            if tokens := names[bisect_left(names, lo) : bisect_left(names, hi)]:
                yield tokens
            hi = lo
            lo = max(view.sentence_of(hi - 1)[0], first) if hi > first else first


def _speaks_or_acts(name: Token) -> bool:
    """A subject, or an agent: "noted by Brandt"."""
    return is_subject_itself(name) or (rel.is_prepositions_object(name) and rel.is_agent(name.head))


def is_definite(noun: Token) -> bool:
    """ "The company", "this company": one that is known."""
    return any(child.lower_ in lexicon.words("pronouns", "definite") for child in noun.lefts)


def noun_said_of(token: Token) -> Token | None:
    """The noun that the clause of a word is said of: "it" and "who" by what they stand for, X of "one of X".

    Unlike :func:`clauses.subject` it looks on upwards through every clause but one that is reported before its verb.
    """
    found = _subject_above(token)
    if found is not None and rel.is_clausal_subject(found):
        return _done_to(found)
    if found is not None and _stands_for_itself(found):
        return found
    if found is None or (word.is_noun(found) and found.lower_ not in lexicon.words("counting", "partitives")):
        return found
    if (of := next((child for child in found.children if child.lower_ == "of"), None)) is not None:
        return thing_of(of)
    return antecedents_of(token.doc).head_of(found)


def _done_to(clause: Token) -> Token | None:
    """What a clause that is a subject is about: the pier of "making the pier safe would cost"."""
    return next((token for token in clause.subtree if token.i > clause.i and word.is_noun(token)), None)


def _stands_for_itself(subject: Token) -> bool:
    """ "The lowest is", "the Ostby 500 fell": what is no noun to the model, and yet no word for another."""
    if word.is_superlative(subject):
        return any(map(rel.is_article_of, subject.lefts))
    return word.is_numeral(subject) and any(
        rel.is_compound(child) and word.is_name(child) for child in subject.lefts
    )


def _subject_above(token: Token) -> Token | None:
    """The first subject on the way up; a relative clause and a participle are said of their noun, an infinitive is not."""
    for _ in range(STEPS):
        if (own := own_subject(token)) is not None:
            if word.is_base(own) and (done := rel.first(own.rights, rel.is_object)) is not None:
                return done  # "pump pressure was raised": the model has the pump for a verb
            return _whose_clause(token) if is_relative(own) else last_joined(own)
        if word.is_any_participle(token) and rel.is_of_noun(token):
            return token.head
        if (near := noun_before(token)) is not None:
            return near
        if (told := controller(token)) is not None:
            return told
        if token.head.i == token.i or (rel.is_content(token) and token.i < token.head.i):
            return None  # "..., said Brandt": who says so has nothing of it
        token = token.head
    return None


def _whose_clause(clause: Token) -> Token | None:
    """The noun of a relative clause: not what it is counted by ("a deposit per customer which is"), nor a place for a "who"."""
    noun = described(clause)
    above = noun.head if noun is not None and rel.is_prepositions_object(noun) else None
    if noun is None or above is None or not word.is_noun(above.head):
        return noun
    who = (own_subject(clause) or noun).lower_ == "who"
    if above.lower_ == "per" or (
        who and above.lower_ == "of" and not word.is_person(noun) and word.is_plural(above.head)
    ):
        return above.head
    return noun


def _is_said(noun: Token, pronoun: Token) -> bool:
    """ "Users sleep badly, they said": whom the words are about need not be who speaks."""
    reported = rel.is_content(noun.head) and noun.head.head == pronoun.head
    return reported and not any(token.text in _STOPS for token in noun.doc[noun.i : pronoun.i])


def _is_one_thing(noun: Token) -> bool:
    """What "it" may stand for: a noun that is neither plural nor a person."""
    return word.is_noun(noun) and not word.is_plural(noun) and not word.is_person(noun)


def _are_several(noun: Token) -> bool:
    """What "they" may stand for: a plural, or a body of people."""
    return word.is_noun(noun) and (word.is_plural(noun) or word.is_organisation(noun))
