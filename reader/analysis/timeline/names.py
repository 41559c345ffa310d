"""Months, seasons and holidays in the names of people and things: "Mr. May", "the Winter Games", "a Christmas tree"."""

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline.meaning import Calendar
from reader.analysis.timeline.tense import direction

_ALONE = 2  # words: "the fall"
_HAPPENS = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_month(token: Token) -> bool:
    """Not a verb ("may", "march"), a march for something, nor somebody's name ("April", "Jan Kovar", "Mr. August")."""
    before = token.nbor(-1) if token.i else None
    if token.ent_type_ == "PERSON" or _is_titled(before) or _is_somebody(token):
        return False
    if token.lower_ not in words("notdates", "ambiguous"):
        return True
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("ORG", "WORK_OF_ART", "FAC") or _is_held(token):
        return False
    return (
        before is None
        or before.lower_ in words("notdates", "openers")
        or before.tag_ == "IN"
        or token.ent_type_ == "DATE"
    )


def _is_somebody(token: Token) -> bool:
    """ "His wife, June, died"."""
    return token.dep_ == "appos" and token.head.lemma_.lower() in words("sources", "persons")


def is_season(span: Span, meaning: Calendar) -> bool:
    """A season, not a fall from a ladder, the spring of a clock, nor the Winter Games."""
    token = span[-1]
    before = token.nbor(-1) if token.i else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if _is_titled(before) or _of_a_thing(after):
        return False
    if meaning.year is not None or len(span) > _ALONE:
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ not in ("fall", "spring"):
        return True
    if after is not None and (after.lower_ in ("of", "in", "from", "to") or after.text == "-"):
        return False
    if span[0].lower_ == "the" and len(span) == _ALONE:
        return _is_when(span)
    return before is not None and before.lower_ in words("notdates", "openers")


def _is_when(span: Span) -> bool:
    """Whether "the fall" may say when: not what broke or was seen, and "before the fall" only of what is to come."""
    noun = span[-1]
    if noun.dep_ in _HAPPENS and noun.head.lemma_ not in words("tense", "lasting"):
        return False
    return noun.head.lower_ not in ("before", "after") or direction(noun) > 0


def is_holiday(span: Span) -> bool:
    """A day, not a song ("White Christmas") nor a Christmas tree."""
    before = span[0].nbor(-1) if span[0].i else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    named = before is not None and not before.is_sent_start and before.text[0].isupper()
    return not named and not _of_a_thing(after)


def _is_titled(before: Token | None) -> bool:
    """Whether a title stands before: "Mr. May"."""
    return before is not None and before.lower_ in words("notdates", "titles")


def _of_a_thing(after: Token | None) -> bool:
    """Whether a thing follows that is called after the time of year, whenever it is seen or sold."""
    return after is not None and after.lower_ in words("notdates", "things")


def _is_held(token: Token) -> bool:
    """ "the annual March for Peace"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    owned = any(child.dep_ in ("det", "amod", "poss") for child in token.lefts)
    return (
        token.lower_ == "march"
        and owned
        and after is not None
        and after.lower_ in ("for", "on", "of", "against")
    )
