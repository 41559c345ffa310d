"""Finds the subject of the clause something stands in, through relative clauses, infinitives and pronouns."""

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims.phrases import object_of
from reader.analysis.claims.tokens import NOUNS, PLURALS

CONTROLLING = set(lexicon.load("concepts")["controlling"])
STEPS = 12  # how far up the parse is looked
REACH = 40  # how many tokens back a pronoun is looked up
SUBJECTS = {"nsubj", "nsubjpass"}
PARTICIPLES = {"VBG", "VBN"}
PARTITIVES = frozenset(lexicon.load("counting")["partitives"])


def subject(token: Token) -> Token | None:
    """The noun that does, or is, what the clause of ``token`` says; None for a pronoun nobody explains."""
    pronoun: Token | None = None
    for _ in range(STEPS):
        found = _found(token)
        if found is not None:
            if found.tag_ in ("WDT", "WP") or found.lower_ == "that":
                return token.head if token.dep_ == "relcl" and token.head.pos_ in NOUNS else None
            noun = _named(found)
            if noun is not None and (pronoun is None or _agrees(pronoun, noun)):
                return noun
            if noun is None:
                pronoun = pronoun or found
        elif token.dep_ in ("acl", "relcl") and token.tag_ in PARTICIPLES and token.head.pos_ in NOUNS:
            return token.head
        if token.head.i == token.i or (token.dep_ == "ccomp" and token.i < token.head.i):
            break  # "..., said Brandt": who says so has nothing of it
        if token.dep_ == "xcomp" and (told := _told(token)) is not None:
            return told
        token = token.head
    return _earlier(pronoun) if pronoun is not None else None


def _told(verb: Token) -> Token | None:
    """Who is to do it, of "the court ordered the firm to pay £2m"."""
    if verb.head.lemma_ not in CONTROLLING:
        return None
    objects = (child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i)
    return next((noun for noun in objects if noun.pos_ in NOUNS), None)


def _found(token: Token) -> Token | None:
    """The subject of the verb; one that is the front of a hyphened word ("ex-", "cross-") only where there is no other."""
    found = [child for child in token.children if child.dep_ in SUBJECTS and not child.is_punct]
    whole = (child for child in found if child.text != "-" and not _is_front(child))
    return next(whole, found[0] if found else None)


def _is_front(noun: Token) -> bool:
    """Whether a hyphen right after the noun makes it the front of a longer word."""
    after = noun.i + 1
    return not noun.whitespace_ and after < len(noun.doc) and noun.doc[after].text == "-"


def _earlier(pronoun: Token) -> Token | None:
    """The last subject before the pronoun, in its sentence, that it may stand for."""
    for index in range(pronoun.i - 1, max(-1, pronoun.i - REACH), -1):
        token = pronoun.doc[index]
        if token.dep_ in SUBJECTS and token.pos_ in NOUNS and _agrees(pronoun, token):
            return token
        if token.is_sent_start:
            return None
    return None


def _named(found: Token) -> Token | None:
    """The subject as a noun: itself, or X of "one of X"."""
    if found.lower_ in PARTITIVES or found.pos_ in ("DET", "NUM"):
        of = next((child for child in found.children if child.lower_ == "of"), None)
        return object_of(of) if of is not None else None
    return found if found.pos_ in NOUNS else None


def _agrees(pronoun: Token, noun: Token) -> bool:
    """Whether the pronoun may stand for the subject of the clause around it."""
    plural = noun.tag_ in PLURALS
    if pronoun.lower_ in ("he", "she"):
        return noun.ent_type_ == "PERSON" or (noun.tag_ == "NNP" and noun.ent_type_ == "")
    if pronoun.lower_ == "they":
        return plural or noun.ent_type_ == "ORG"
    return pronoun.lower_ == "it" and not plural and noun.ent_type_ != "PERSON"
