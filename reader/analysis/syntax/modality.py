"""What a clause does with what it says: asserts, denies, asks or orders it, plans it, or puts it under a condition."""

from enum import Enum
from itertools import islice

from spacy.tokens import Token

from reader.analysis.lexicon import words
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import ancestors, controller, helpers
from reader.analysis.syntax.labels import relation
from reader.analysis.syntax.polarity import is_nobody

_CLIMB = 6  # words up from a verb to the one a condition stands with
_says_how = relation("aux auxpass neg advmod")
_comes_first = relation("nsubj attr")


class Modality(Enum):
    """What a clause does with what it says; of two the first here."""

    ASKED = "asked"  # "whether it sank"
    CONDITIONAL = "conditional"  # "if it sinks"
    DENIED = "denied"  # "did not sink"
    POSSIBLE = "possible"  # "may have sunk", "allegedly sank"
    ORDERED = "ordered"  # "told them to sink it"
    PLANNED = "planned"  # "is due to sink", "plans to sink it", "the hearing is on Monday"
    ASSERTED = "asserted"


UNCERTAIN = frozenset({Modality.ASKED, Modality.CONDITIONAL, Modality.DENIED, Modality.POSSIBLE})


def modality(verb: Token) -> Modality:
    """What the clause of a verb does with what it says."""
    openers = _openers(verb)
    if openers & words("syntax", "open_question"):
        return Modality.ASKED
    if openers:
        return Modality.CONDITIONAL
    said = {child.lower_ for child in verb.children if _says_how(child)}
    nobody = any(is_nobody(child) for child in verb.children if rel.is_subject(child))
    if nobody or said & words("syntax", "denies") or any(map(rel.is_negating, verb.children)):
        return Modality.DENIED
    if said & words("tense", "doubt"):
        return Modality.POSSIBLE
    if controller(verb) is not None:
        return Modality.ORDERED
    return Modality.PLANNED if is_planned(verb) or is_on_schedule(verb) else Modality.ASSERTED


def _openers(verb: Token) -> set[str]:
    """The words that put the verb, or one it depends on, under a condition."""
    clauses = [verb, *islice(ancestors(verb), _CLIMB)]
    found = {child.lower_ for clause in clauses for child in clause.children if rel.is_opener(child)}
    return found & words("tense", "conditions")


def is_planned(verb: Token) -> bool:
    """Whether a clause tells, in the present, what is planned: "is slated for May", "expects", "is due"."""
    helping = helpers(verb)
    if not (word.is_present(verb) or (word.is_participle(verb) and any(map(word.is_present, helping)))):
        return False
    due = verb.lemma_ == "be" and any(
        rel.is_quality(child) and child.lower_ in words("tense", "due") for child in verb.children
    )
    fixed = verb.lemma_ in words("tense", "setting") and any(
        rel.is_passive_helper(child) and word.is_present(child) for child in helping
    )
    return due or verb.lemma_.lower() in words("tense", "ahead") or fixed


def is_on_schedule(verb: Token) -> bool:
    """Whether something that takes place by appointment "is": "the next round of talks is on Tuesday"."""
    if verb.lemma_ != "be" or not word.is_present(verb):
        return False
    if any(child.lower_ in words("tense", "to_be_had") for child in verb.children if child.i > verb.i):
        return True
    subjects = [child for child in verb.children if _comes_first(child) and child.i < verb.i]
    return any(
        subject.lemma_ in words("tense", "appointments")
        or any(child.lower_ in words("tense", "coming") for child in subject.lefts)
        for subject in subjects
    )


def is_moved(token: Token, verb: Token | None) -> bool:
    """Whether a plan is moved to a time or away from it: "put off from 6 July", "brought forward to June".

    Args:
        token: a word of the time.
        verb: the verb it stands under.
    """
    if verb is None or token.head.lower_ not in words("syntax", "moved_by"):
        return False
    beside = any(child.lower_ in words("tense", "particles") for child in verb.children)
    alone = verb.lemma_ in words("tense", "moving")
    return alone or (beside and verb.lemma_ in words("tense", "moving_with"))


def is_set(token: Token, verb: Token | None) -> bool:
    """Whether a day is set for something: "has called a strike for Monday", "was extended to Friday"."""
    if verb is None or token.head.lower_ not in words("syntax", "set_by"):
        return False
    return verb.lemma_ in words("tense", "setting")
