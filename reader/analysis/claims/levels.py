"""Levels that something moved between: "complaints rose from 120 in 2023 to 310", "the toll has risen to 12"."""

from dataclasses import replace

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.claims import changewords
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.subjects import SUBJECTS, subject
from reader.analysis.claims.tokens import NOUNS, Tokens

_CLIMB = 5  # steps up the parse from a level to its verb, which misreads "from 120 to 310" in several ways


def is_level(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare number is what something moved from or to."""
    return _verb(tokens, quantity) is not None


def counted(tokens: Tokens, quantity: Quantity) -> Quantity:
    """A level with what moved as its unit, where that is something one counts: "complaints", not "prices" or "the toll"."""
    if quantity.unit or quantity.kind or (verb := _verb(tokens, quantity)) is None:
        return quantity
    noun = _mover(verb)
    if noun is None or noun.tag_ != "NNS" or noun.lower_ in lexicon.load("changes")["measured"]:
        return quantity
    words = [child for child in noun.lefts if child.dep_ in ("amod", "compound")] + [noun]
    named = " ".join(
        word.lower_ if word.is_sent_start and not word.ent_type_ else word.text for word in words
    )
    return replace(quantity, unit=named, kind="count")


def _mover(verb: Token) -> Token | None:
    """What is moved, or moves: the object of a verb, else its subject, of two the nearer."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.pos_ in NOUNS]
    moved = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return moved or (own[-1] if own else subject(verb))


def _verb(tokens: Tokens, quantity: Quantity) -> Token | None:
    """The verb of movement that a number after "from" or "to" hangs on."""
    if not quantity.is_one_number:
        return None
    before, token = tokens.before(quantity.start), tokens.at(quantity.to - 1)
    if before is None or token is None or before.lower_ not in ("from", "to"):
        return None
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ == "VERB":
            return token if token.lower_ in changewords.moving() else None
    return None
