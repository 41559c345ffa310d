"""Clauses that set a day: "is planned for November", "put off from 6 July", "the next round is on Tuesday"."""

from spacy.tokens import Token

from reader.analysis.lexicon import words

_TO = frozenset({"for", "to", "through", "until", "till"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_moved(token: Token, verb: Token | None) -> bool:
    """Whether a plan is moved to a time or away from it: "put off from 6 July", "brought forward to June"."""
    if verb is None or token.head.lower_ not in _TO | {"from"}:
        return False
    particles = words("tense", "particles")
    beside = any(child.lower_ in particles for child in verb.children)
    return verb.lemma_ in words("tense", "moving") or (
        verb.lemma_ in words("tense", "moving_with") and beside
    )


def is_set(token: Token, verb: Token | None) -> bool:
    """Whether a day is set for something: "has called a strike for Monday", "was extended to Friday"."""
    return verb is not None and token.head.lower_ in _TO and verb.lemma_ in words("tense", "setting")


def is_planned(verb: Token) -> bool:
    """Whether a clause tells, in the present, what is planned: "is slated for May", "expects", "is due"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not (verb.tag_ in _PRESENT or (verb.tag_ == "VBN" and helpers & _PRESENT)):
        return False
    due = verb.lemma_ == "be" and any(
        child.dep_ == "acomp" and child.lower_ in words("tense", "due") for child in verb.children
    )
    fixed = verb.lemma_ in words("tense", "setting") and any(
        child.dep_ == "auxpass" and child.tag_ in _PRESENT for child in verb.children
    )
    return due or verb.lemma_.lower() in words("tense", "ahead") or fixed


def is_on(verb: Token) -> bool:
    """Whether something that takes place by appointment "is": "the next round of talks is on Tuesday"."""
    if verb.lemma_ != "be" or verb.tag_ not in _PRESENT:
        return False
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "attr") and child.i < verb.i]
    return any(
        subject.lemma_ in words("tense", "appointments")
        or any(child.lower_ in words("tense", "coming") for child in subject.lefts)
        for subject in subjects
    )
