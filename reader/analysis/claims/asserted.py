"""Which numbers assert an amount: all that have a unit, and of bare ones those that the words around make one."""

import re
from collections.abc import Iterable

from reader.analysis.claims import alone, levels
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens

_REACH = 32  # characters before a number in which such words are looked for
# A bare number after these is what something came to: "stood at 41", "hit 210".
_CAME_TO = re.compile(
    r"\b(?:(?:stood|stands|peaked|remained|closed|ended|finished|opened|traded?|averaged)\s+at|(?:total|number|reach|hit)(?:l?ed|s|es|ing|l?ing)?)\s+$",
    re.IGNORECASE,
)

# A bare number after these is what was counted, or by how much something was won or lost.
_COUNTED = re.compile(
    r"\b(?:(?:counted|recorded|logged|registered|tallied)|(?:failed|passed|carried|won|lost|beaten|defeated|missed|fell\s+short)\s+by)"
    r"\s+(?:just\s+|only\s+|a\s+mere\s+|barely\s+)?$",
    re.IGNORECASE,
)
# Between a bare number and one that is set against it.
_SET_AGAINST = re.compile(
    r"[^.;!?]{0,40}?\b(?:against|compared\s+(?:with|to)|versus|vs\.?|up\s+from|down\s+from)\s+"
    r"|\s+(?P<where>in|on|at|for|during)\s+[\w’' ]{1,24},?\s+(?:and|but)\s+(?:then\s+|only\s+|just\s+)?"
)


def among(text: str, tokens: Tokens, known: Iterable[Quantity]) -> list[Quantity]:
    """The quantities that assert something, and bare numbers that are set against one: "31, against 26"."""
    kept: list[Quantity] = []
    for quantity in known:
        before = kept[-1] if kept and not kept[-1].unit else None
        if (
            (before is not None and _is_set_against(text, before, quantity))
            or _asserts(text, quantity)
            or alone.counts(tokens, quantity)
            or levels.is_level(tokens, quantity)
        ):
            kept.append(quantity)
    return kept


def _is_set_against(text: str, before: Quantity, quantity: Quantity) -> bool:
    """ "31 last year, against 26 before", "37 in March and 112 in April"."""
    gap = _SET_AGAINST.fullmatch(text, before.end, quantity.start)
    return gap is not None and (gap["where"] is None or text.startswith(f" {gap['where']} ", quantity.end))


def _asserts(text: str, quantity: Quantity) -> bool:
    """Whether a number without a unit is still an amount."""
    if quantity.unit or not quantity.is_written or quantity.scale > 1 or quantity.comparator != "=":
        return True
    if text[quantity.to : quantity.end].endswith("strong"):
        return True
    if quantity.change is not None or quantity.low >= 1000 or isinstance(quantity.low, float):
        return True
    begin = max(0, quantity.start - _REACH)
    return any(before.search(text, begin, quantity.start) for before in (_CAME_TO, _COUNTED))
