"""The cue with what turns it into its opposite: "did not say", "refused to confirm"."""

from spacy.tokens import Token

from reader.analysis.stance import stances

_AUXILIARIES = frozenset({"aux", "auxpass"})
_BELOW = frozenset({"xcomp", "pcomp", "prep"})
_STEPS = 3
_NEGATIVE = frozenset({"no", "neither", "nor"})


def negated_from(verb: Token) -> int | None:
    """The first token of the negated cue that ends with ``verb``; None for one that is not negated."""
    if (own := _negation(verb)) is not None:
        return own
    for _ in range(_STEPS):
        if verb.dep_ not in _BELOW or verb.head.i > verb.i:
            return None
        verb = verb.head
        if verb.lemma_.lower() in stances()["withholding"] or _is_yet(verb):
            return verb.i
        if verb.pos_ == "VERB" and (own := _negation(verb)) is not None:
            return own
    return None


def is_negative(subject: Token) -> bool:
    """ "No minister", "neither the minister nor ...": whoever it is has not said it."""
    return any(child.lower_ in _NEGATIVE and child.i < subject.i for child in subject.children)


def _is_yet(verb: Token) -> bool:
    """ "Have yet to confirm"."""
    return verb.lemma_ == "have" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "yet"


def _negation(verb: Token) -> int | None:
    words = [child.i for child in verb.lefts if child.dep_ == "neg" or child.lower_ == "never"]
    if not words:
        return None
    beside = [child.i for child in verb.lefts if child.dep_ in _AUXILIARIES and child.i + 2 >= words[0]]
    return min([*words, *(at for at in beside if at < words[0])])
