"""The clause a time belongs to, found in the parse: its verb, or the noun that names an event."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline.tense import governing_verb, said_before

_LINKS = frozenset({"ADP", "SCONJ", "PART"})
# Clauses that lean on another for what happened: "agreed to meet on Friday" is about agreeing to meet.
_LEANING = frozenset({"xcomp", "pcomp", "prep"})
_CLIMB = 8
_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a time is said of: a verb, a noun that names an event, or both unknown.

    ``noun`` is set where the time belongs to the noun itself ("the May 1987 election").
    """

    verb: Token | None
    noun: Token | None = None


def clause_of(span: Span) -> Clause:
    """The clause a time modifies."""
    named = _named_before(span)
    if named is not None:
        return Clause(main_verb(governing_verb(span.root)), named)
    head = _content_head(span)
    if head is None:
        return Clause(None)
    if head.pos_ in ("NOUN", "PROPN"):
        if _names_event(head):
            return Clause(governing_verb(head), head)
        return Clause(main_verb(governing_verb(head)))
    verb = governing_verb(head)
    if verb is not None and said_before(span.root, verb):
        verb = governing_verb(verb.head)
    if verb is not None and verb.dep_ == "advcl" and span.root.dep_ == "nsubj" and span.root.head == verb:
        verb = governing_verb(verb.head)  # "left before the week was out": what happened is the leaving
    return _existing(Clause(main_verb(verb)))


def _existing(clause: Clause) -> Clause:
    """ "There were calls for reform" tells of calls."""
    children = list(clause.verb.children) if clause.verb is not None else []
    if any(child.dep_ == "expl" for child in children):
        return Clause(clause.verb, next((child for child in children if child.dep_ == "attr"), None))
    return clause


def _content_head(span: Span) -> Token | None:
    """The word a time hangs on, prepositions and the time's own words passed over."""
    token = span.root
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            return None if span.start <= token.i < span.end else token
        token = token.head
        if not (span.start <= token.i < span.end) and token.pos_ not in _LINKS:
            return token
    return token


def _named_before(span: Span) -> Token | None:
    """The noun in "since independence thirty years ago", which the parse gives to the verb."""
    if span[-1].lower_ not in ("ago", "earlier", "later") or span.start < 2:
        return None
    noun = span.doc[span.start - 1]
    if (
        noun.pos_ == "NOUN"
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("since", "after", "before", "until", "from")
    ):
        return noun
    return None


def _names_event(noun: Token) -> bool:
    """Whether a noun names what happened: there was one, or it is a word for a deed."""
    if any(child.dep_ == "expl" for child in noun.head.children):
        return True
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return False
    if noun.pos_ == "PROPN":  # "Storm Hilde"
        return any(word.lower_ in words("tense", "deeds") for word in [noun, *noun.lefts])
    return noun.pos_ == "NOUN" and (
        noun.lemma_ in words("tense", "deeds") or noun.lemma_.endswith(_EVENT_ENDINGS)
    )


def main_verb(verb: Token | None) -> Token | None:
    """The verb that says what happened: "issued" for the "shoot" of "issued an order to shoot"."""
    for _ in range(_CLIMB):
        if verb is None or verb.head.i == verb.i:
            return verb
        infinitive = verb.dep_ == "acl" and any(child.tag_ == "TO" for child in verb.children)
        if verb.dep_ not in _LEANING and not infinitive:
            return verb
        verb = governing_verb(verb.head)
    return verb


def _described(verb: Token) -> Token | None:
    """ "the plan, announced by the mayor": what stands before the comma is what was announced."""
    start = verb.left_edge.i
    bare = verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if not bare or verb.dep_ != "advcl" or start < 2 or verb.doc[start - 1].text != ",":
        return None
    before = verb.doc[start - 2]
    return before if before.pos_ in ("NOUN", "PROPN") else None


def subject_of(verb: Token) -> Token | None:
    """Who or what a verb is said of; for a relative clause or a participle, the noun it describes."""
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl"):
                return verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if described := _described(verb):
            return described
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None
