"""Carries over a unit that the text does not repeat: "41 percent from 38", "4- and 6-inch", "compared with 58.9"."""

import re
from dataclasses import replace

from reader.analysis.claims import alone, levels
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.tokens import NOUNS, Tokens
from reader.analysis.claims.unitlexicon import units

# Between two members of one list: "4- and 6-inch", "40 to 50 hours", "8 or $9".
LISTED = re.compile(r"-?,?\s*(?:(?:and|or|to|through|versus|-|–)\s*)?(?:(?:about|from|in)\s)?", re.IGNORECASE)
# "280 million of the 1.5 billion shekels", "fewer than 100 of an estimated 2.5m birds".
PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:[\w'’-]+\s+){0,4}", re.IGNORECASE)
# Before a number that is set against an earlier one of its kind.
AGAINST = re.compile(
    r"(?:compared\s+(?:with|to)|against|versus|vs\.?|than|from|to|by|and|or|at|out\s+of|^\s*of|then|,|\(|;|were|was|is|are|with|up|down|but|on|while|-|–)\s*(?:only\s+|just\s+|a\s+|the\s+)?$",
    re.IGNORECASE,
)
# The same, where nothing but a comparison will do: times, and things that are counted.
COMPARED = re.compile(
    r"(?:compared\s+(?:with|to)|against|versus|vs\.?|than|from|up\s+from|down\s+from|to)\s*(?:only\s+|just\s+)?$",
    re.IGNORECASE,
)
# "hired 200 people and will hire 50 more".
MORE = re.compile(
    r"\s+of\s+(?:them|these|those|whom|which)\b|\s+(?:more|others)(?=\s*(?:[,.;:)]|$)|\s+(?:in|by|were|are|was|at|to|have|had|on|for|last|this|next|who|remain)\b)",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"\bnumbers?\s+of\s+(?:the\s+|its\s+)?((?:[\w’'-]+\s+)??[a-z]+(?:s|people|men|women|children))\b",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(
    r"\s+(?:did|do|does|has|have|had|was|were|is|are|will|would|could|can)(?:\s+not|n['’]t)?\s*(?:[.;,!?]|$)",
    re.IGNORECASE,
)
# "3,700 jobs in Ostby, 1,600 in Varnholm and 40 at sea".
IN_PLACE = re.compile(r"\s+(?:in|for|at|by|from|on|among|of\s+them|each)\b", re.IGNORECASE)
AND = re.compile(r"(?:,|\band|\bbut|;)\s+$", re.IGNORECASE)
UNSAID = frozenset({None, "others"})  # "11 people were killed and some 30 others hurt"
RECENT = 12  # how many amounts back a unit is looked for
RATIOS = {"percent", "percentage point", "basis point"}


def fill(text: str, tokens: Tokens, quantities: list[Quantity], begin: int) -> list[Quantity]:
    """The quantities of one sentence, which begins at ``begin``, in order, with the units that are carried over."""
    out: list[Quantity] = []
    for quantity in _chain(text, quantities):
        known = levels.counted(tokens, quantity)
        out.append(_from_earlier(text, tokens, known, out) if known.unit in UNSAID else known)
    return [_numbered(text, quantity, begin) for quantity in out]


def _numbered(text: str, quantity: Quantity, begin: int) -> Quantity:
    """ "The number of beds fell to 210": what is counted is the subject's."""
    if quantity.unit or quantity.kind or not quantity.is_written:
        return quantity
    counted = NUMBER_OF.search(text, max(begin, quantity.start - 160), quantity.start)
    level = counted and re.search(
        r"\b(?:to|from|at|was|is|were|reached|hit)\s+$", text[counted.end() : quantity.start]
    )
    return replace(quantity, unit=counted[1], kind="count") if counted and level else quantity


def _chain(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Units handed back along a list, from its last member: "four-, five- and six-cylinder"."""
    done: list[Quantity] = []
    after: Quantity | None = None
    for quantity in reversed(quantities):
        after = _from_next(text, quantity, after)
        done.append(after)
    return done[::-1]


def _from_next(text: str, quantity: Quantity, after: Quantity | None) -> Quantity:
    if after is None or quantity.unit or not after.unit or not quantity.is_written:
        return quantity
    listed = LISTED.fullmatch(gap(text, quantity, after, under=14))
    if listed or PART_OF.fullmatch(gap(text, quantity, after, under=40)):
        return replace(quantity, unit=after.unit, kind=after.kind)
    return quantity


def _from_earlier(text: str, tokens: Tokens, quantity: Quantity, earlier: list[Quantity]) -> Quantity:
    """With the unit of the last earlier quantity that this one is set against, if there is one."""
    recent = (_known(tokens, q) for q in earlier[: -RECENT - 1 : -1])
    donor = next((q for q in recent if q.unit), None)
    if donor is None or not quantity.is_written or _has_noun(text, tokens, quantity):
        return quantity
    before = text[max(donor.end, quantity.start - 30) : quantity.start]
    if donor.kind == "count":
        fits = _counts_the_same(text, tokens, quantity, donor)
    elif quantity.unit:
        return quantity
    elif donor.change and re.search(r"\b(?:to|at)\s*$", before, re.IGNORECASE):
        donor = _level_before(donor, earlier)
        fits = donor.unit not in RATIOS
    else:
        fits = bool((COMPARED if units().is_time(donor.unit) else AGAINST).search(before))
    return replace(quantity, unit=donor.unit, kind=donor.kind) if fits else quantity


def _counts_the_same(text: str, tokens: Tokens, quantity: Quantity, donor: Quantity) -> bool:
    """Whether it counts what the donor counts: what is only called "others", and what is set beside it."""
    before = text[max(donor.end, quantity.start - 30) : quantity.start]
    return bool(
        quantity.unit
        or COMPARED.search(before)
        or ELLIPSIS.match(text, quantity.end)
        or MORE.match(text, quantity.end)
        or _gapped(text, tokens, quantity)
        or alone.counts_the_same(text, tokens, quantity, donor)
        or (IN_PLACE.match(text, quantity.end) and AND.search(before))
    )


def _known(tokens: Tokens, quantity: Quantity) -> Quantity:
    """The quantity; a share with what it is a share of as its unit: "one in five homes"."""
    noun = tokens.after(quantity.end) if quantity.form == "fraction" and not quantity.unit else None
    return (
        replace(quantity, unit=noun.text, kind="count")
        if noun is not None and noun.tag_ == "NNS"
        else quantity
    )


def _level_before(delta: Quantity, earlier: list[Quantity]) -> Quantity:
    """The quantity whose unit a level after a change has: "rose 64 points, or 1.4%, to 4,577"."""
    return next((q for q in earlier[: -RECENT - 1 : -1] if q.unit and q.unit not in RATIOS), delta)


def _has_noun(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a noun follows at once that the number may belong to."""
    after = tokens.after(quantity.end)
    return (
        after is not None
        and after.pos_ in NOUNS
        and not text[quantity.end : after.idx].strip()
        and not after.is_sent_start
    )


def _gapped(text: str, tokens: Tokens, quantity: Quantity) -> bool:
    """ "The Greens took three seats and independents two": a number that ends a clause without a verb."""
    before = tokens.before(quantity.start)
    ends = re.match(
        r"\s*(?:[.;,!?)]|$|\s+(?:and|of\s+(?:them|those)|in|last|a\s+year)\b)",
        text[quantity.end : quantity.end + 14],
    )
    return (
        bool(ends)
        and before is not None
        and (before.pos_ in NOUNS or before.lower_ in ("to", "just", "only", "the", "other"))
    )
