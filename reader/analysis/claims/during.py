"""Tells "over six years" in which something was done from "over six years" that are more than six."""

import re
from dataclasses import replace
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens
from reader.analysis.claims.unitlexicon import units
from reader.analysis.lexicon.patterns import alternatives

# What makes it an age, or a point in time.
MEASURED = re.compile(
    r"[\s-]*(?:old|ago|later|earlier|of\s+age|late|long|apart|behind|ahead)\b", re.IGNORECASE
)


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(
        alternatives(lexicon.load("bounds")["lasting"]) + r"(?:\s+(?:for|been))?\s+$", re.IGNORECASE
    )


def read(text: str, tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity as exact as it is, where the "over" before it is "during"."""
    over = re.match(r"over\s+", text[quantity.start : quantity.at], re.IGNORECASE)
    if not over or not units().is_time(quantity.unit) or not _is_during(text, tokens, quantity):
        return quantity
    return replace(quantity, start=quantity.start + over.end(), comparator="=")


def _is_during(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    before = tokens.before(quantity.start)
    end = text[quantity.end : quantity.end + 12]
    if MEASURED.match(end) or text[quantity.end - 3 : quantity.end].lower() == "old":
        return False
    first = tokens.at(quantity.start)
    if before is None or (first is not None and first.is_sent_start):
        return end.startswith(",")
    if before.pos_ in ("ADP", "DET", "PRON", "CCONJ", "PUNCT", "SCONJ", "PART") and before.lower_ != ")":
        return False
    return not _lasting().search(text, max(0, quantity.start - 24), quantity.start)
