"""The day something was said on, where the parse gives it to what was said: "said on Wednesday it would close"."""

from functools import cache

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.labels import part_of_speech, relation

_is_subject = relation("nsubj nsubjpass expl")
_goes_with_times = part_of_speech("ADP ADV")


def begins(clause: Token) -> int:
    """The first word of a clause that is reported, the day it was reported on left out.

    That day stands right after the verb and before the subject of a clause without "that". Only days of the week
    do: in "said in 2019 it had closed" nobody knows which the year belongs to.
    """
    start = int(clause.left_edge.i)
    if not rel.is_content(clause) or start != clause.head.i + 1:
        return start
    subject = rel.first(clause.lefts, _is_subject)
    if subject is None or subject.left_edge.i == start:
        return start
    lead = clause.doc[start : subject.left_edge.i]
    timely = all(word.is_time(token) or _goes_with_times(token) for token in lead)
    return lead.end if timely and any(token.lower_ in _days() for token in lead) else start


@cache
def _days() -> frozenset[str]:
    """The days of the week, and the words for a day that something can have been said on."""
    time = lexicon.load("time")
    return frozenset([*time["weekday"], *(day for day, ahead in time["today"].items() if ahead <= 0)])
