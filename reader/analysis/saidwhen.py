"""The day something was said on, where the parse gives it to what was said: "said on Wednesday it would close"."""

from functools import cache

from spacy.tokens import Token

from reader.analysis import lexicon

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_TIMES = frozenset({"DATE", "TIME"})
_WITH_TIMES = frozenset({"ADP", "ADV"})


def begins(clause: Token) -> int:
    """The first word of a clause that is reported, the day it was reported on left out.

    That day stands right after the verb and before the subject of a clause without "that". Only days of the week
    do: in "said in 2019 it had closed" nobody knows which the year belongs to.
    """
    start = int(clause.left_edge.i)
    if clause.dep_ != "ccomp" or start != clause.head.i + 1:
        return start
    subject = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    if subject is None or subject.left_edge.i == start:
        return start
    lead = clause.doc[start : subject.left_edge.i]
    timely = all(word.ent_type_ in _TIMES or word.pos_ in _WITH_TIMES for word in lead)
    return lead.end if timely and any(word.lower_ in _days() for word in lead) else start


@cache
def _days() -> frozenset[str]:
    """The days of the week, and the words for a day that something can have been said on."""
    time = lexicon.load("time")
    return frozenset([*time["weekday"], *(word for word, ahead in time["today"].items() if ahead <= 0)])
