"""Years and points in time, which are the timeline's and no claims: "2019", "30 years ago"."""

import re
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import COLLECTIVE, Tokens
from reader.analysis.claims.unitlexicon import units
from reader.analysis.lexicon.patterns import alternatives

WORDS: dict[str, Any] = lexicon.load("not_claims")
AWAY = re.compile(r"\s+(?:after|before)\s+(?:[A-Za-z])", re.IGNORECASE)
LASTING = re.compile(
    r"\b(?:for|in|within|of|lasted|took|takes|spent|spend|another|the|these|those|waited|over)\s+$",
    re.IGNORECASE,
)


@cache
def _relative() -> re.Pattern[str]:
    after = alternatives(WORDS["relative_after"])
    return re.compile(rf"(?:\s+or\s+so)?\s+(?:{after}\b|(?:on|back)(?=\s*[,.;]))", re.IGNORECASE)


def is_year(tokens: Tokens, quantity: Quantity) -> bool:
    """A bare four-digit number that is a calendar year."""
    if not _looks_like_year(quantity):
        return False
    before, token = tokens.before(quantity.at), tokens.at(quantity.at)
    dated = token is not None and token.ent_type_ == "DATE"
    if quantity.unit is None:
        return dated or quantity.low >= 1800 or (before is not None and before.lower_ in WORDS["year_before"])
    if quantity.low < 1900 or quantity.unit.split()[-1].lower() in (*COLLECTIVE, "men", "women", "children"):
        return False
    return dated or (before is not None and before.lower_ in WORDS["year_opens"])


def _looks_like_year(quantity: Quantity) -> bool:
    """Four digits, with neither currency nor comparator before them nor a measure behind."""
    plain = quantity.form == "digits" and quantity.scale == 1 and quantity.to - quantity.at == 4
    alone = quantity.kind is None or (quantity.kind == "count" and quantity.start == quantity.at)
    return plain and alone and isinstance(quantity.low, int) and 1000 <= quantity.low <= 2199


def is_relative_date(text: str, quantity: Quantity) -> bool:
    """ "30 years ago", "three days later": where in time, not how long."""
    return units().is_time(quantity.unit) and _relative().match(text, quantity.end) is not None


def is_distance_in_time(text: str, quantity: Quantity) -> bool:
    """ "20 years after the war", "six hours before landfall"; not "for 20 years before"."""
    if not units().is_time(quantity.unit) or not AWAY.match(text, quantity.end):
        return False
    return not LASTING.search(text, max(0, quantity.start - 24), quantity.start)
