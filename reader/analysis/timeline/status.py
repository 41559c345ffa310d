"""Whether what a time is said of happened, is planned, is uncertain or comes again and again."""

from datetime import date

from spacy.tokens import Token

from reader.analysis.model import Status
from reader.analysis.timeline.clauses import Clause
from reader.analysis.timeline.meaning import Meaning, Repeat
from reader.analysis.timeline.tense import direction
from reader.analysis.timeline.words import words

_CLIMB = 6


def status_of(clause: Clause, meaning: Meaning, earliest: date | None, published: date | None) -> Status:
    """The status of an event.

    Args:
        earliest: the first day of its time; what is after the publication day cannot have happened.
    """
    if isinstance(meaning, Repeat):
        return "recurring"
    verb = clause.verb
    if verb is not None and _is_uncertain(verb):
        return "uncertain"
    if earliest and published and earliest > published:
        return "planned"
    over = bool(earliest and published and earliest < published)
    if verb is not None and clause.noun is None and not over and _looks_ahead(verb):
        return "planned"
    return "happened"


def _looks_ahead(verb: Token) -> bool:
    """Whether a clause is about what is to come; the present tense alone does not say so."""
    return direction(verb) == 2 or (verb.lemma_ in words("tense", "ahead") and direction(verb) > 0)


def _is_uncertain(verb: Token) -> bool:
    """Denied, only possible, under a condition, or merely alleged."""
    said = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "advmod")}
    if said & words("tense", "doubt") or any(child.dep_ == "neg" for child in verb.children):
        return True
    return any(_conditional(above) for above in [verb, *list(verb.ancestors)[:_CLIMB]])


def _conditional(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in words("tense", "conditions") for child in verb.children
    )
