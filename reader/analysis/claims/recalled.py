"""Recalls what is counted from shortly before: "asked for 30 buses. They wanted 22", "two of the four", "two of them"."""

import re
from dataclasses import replace

from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens

_ENDS = re.compile(r"\s*(?:[.;!?)]|,(?!\d)|$|\s(?:but|and|instead)\b)")
_OF_THE = re.compile(r"\s+of\s+(?:the|those|these)\s+")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b(?!\s+(?:who|that|in|on)\b)")
_OF_THOSE = re.compile(r"\bOf\s+(?:them|these|those)(?:\s+[\w-]+){0,4},\s+(?:only\s+|just\s+)?$")
_REACH = 300  # characters: about two sentences


def fill(text: str, tokens: Tokens, known: list[Quantity], previous: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence with what they count, recalled from it or from the one before."""
    out: list[Quantity] = []
    for at, quantity in enumerate(known):
        near = [q for q in (*previous, *out) if q.start > quantity.start - _REACH]
        donor = None
        if quantity.unit is None and quantity.is_written:
            after = known[at + 1] if at + 1 < len(known) else None
            donor = (
                _object(text, tokens, quantity, near)
                or _whole(text, quantity, after, near)
                or _told_of(text, quantity, near)
            )
        out.append(replace(quantity, unit=donor.unit, kind="count") if donor else quantity)
    return out


def _object(text: str, tokens: Tokens, quantity: Quantity, near: list[Quantity]) -> Quantity | None:
    """The last amount, if it is a count and if both it and this number, which ends its clause, are objects."""
    number = tokens.before(quantity.to)
    if number is None or number.tag_ != "CD" or number.dep_ != "dobj" or not _ENDS.match(text, quantity.to):
        return None
    return near[-1] if near and near[-1].kind == "count" and _is_object(tokens, near[-1]) else None


def _is_object(tokens: Tokens, counted: Quantity) -> bool:
    """ "Ordered 30 buses", "asked for 30 buses"."""
    noun = tokens.before(counted.end)
    if noun is None:
        return False
    return noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ == "for")


def _whole(text: str, quantity: Quantity, after: Quantity | None, near: list[Quantity]) -> Quantity | None:
    """For "two of the four", the count of four that came before."""
    if after is None or after.unit or not _OF_THE.fullmatch(text[quantity.end : after.start]):
        return None
    return next((q for q in reversed(near) if q.kind == "count" and q.value == after.value), None)


def _told_of(text: str, quantity: Quantity, near: list[Quantity]) -> Quantity | None:
    """For "41 defects. Seventeen of them", "of those, 17", the count that came last, where there were as many."""
    last = near[-1] if near else None
    if last is None or last.kind != "count" or last.high < quantity.low:
        return None
    before = _OF_THOSE.search(text, max(last.end, quantity.start - 60), quantity.start)
    return last if before or _OF_THEM.match(text, quantity.end) else None
