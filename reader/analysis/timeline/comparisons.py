"""Times that belong to what a figure is compared with: "up from 13 four years ago", "compared with 9 in 2019"."""

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline.clauses import subject_of

# The last word of comparisons in twos, with the list of the lexicon that the first is from.
_FIRST_OF_TWO = {"from": "updown", "with": "compared", "to": "compared"}
_REACH = 10  # words from "compared with" to the time


def comparison_of(span: Span) -> Span | None:
    """The phrase a time stands at the end of, from "up from" to the figure; None where it ends no such phrase."""
    doc = span.doc
    end = _figure_end(span)
    figure = False
    for i in range(end - 1, max(end - 1 - _REACH, 0), -1):
        if (start := _comparator(doc[i])) is not None:
            return doc[start:end] if figure else None
        if doc[i].pos_ in ("VERB", "AUX") or doc[i].is_sent_start or doc[i].text in (",", ";", ":", "–", "—"):
            return None
        figure = figure or doc[i].like_num
    return None


def measured_by(verb: Token) -> Token | None:
    """Whose figure a clause gives: its object where that is a thing ("a dividend of …"), else its subject."""
    for child in verb.children:
        counted = any(word.like_num for word in child.lefts)
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and not counted:
            return child
    return subject_of(verb)


def _figure_end(span: Span) -> int:
    """Where the words before a time end, its preposition and article left out."""
    end = span.start
    while end and span.doc[end - 1].pos_ in ("ADP", "DET") and _comparator(span.doc[end - 1]) is None:
        end -= 1
    return end


def _comparator(token: Token) -> int | None:
    """Where the comparison begins whose last word this is."""
    word = token.lower_
    if word in words("tense", "versus"):
        return token.i
    firsts = _FIRST_OF_TWO.get(word)
    if firsts and token.i and token.nbor(-1).lower_ in words("tense", firsts):
        return token.i - 1
    return None
