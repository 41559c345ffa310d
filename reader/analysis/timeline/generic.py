"""Days that stand for a whole time: "today's world", "the cars of tomorrow"."""

from dataclasses import replace

from spacy.tokens import Span

from reader.analysis.lexicon import words
from reader.analysis.timeline.meaning import Expression, Reference

_PLURAL = frozenset({"NNS", "NNPS"})
_TIMES = {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF"}


def in_general(expression: Expression, span: Span) -> Expression:
    """The same expression, which names no day where it means these times or those to come."""
    value = _TIMES.get(span.text.lower()) if expression.rule == "today" else None
    if value is None or not (_owns_an_age(span) or _are_of(span)):
        return expression
    return replace(expression, meaning=Reference(value))


def _owns_an_age(span: Span) -> bool:
    """ "today's world", "many of today's lorries"."""
    following = span.doc[span.end : span.end + 1]
    if following.text not in ("'s", "’s"):
        return False
    owned = span.root.head
    if owned.lower_ in words("notdates", "ages"):
        return True
    if owned.lemma_ in words("tense", "deeds"):
        return False
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return before[-1:] == ["of"] and before[0] in words("notdates", "shares") and owned.tag_ in _PLURAL


def _are_of(span: Span) -> bool:
    """ "the voters of tomorrow"; what is of today may be today's."""
    if span.text.lower() != "tomorrow" or span.start < 2 or span.doc[span.start - 1].lower_ != "of":
        return False
    return span.doc[span.start - 2].pos_ in ("NOUN", "PROPN")
