"""Joins two numbers into a range: "between five and seven", "$200 to $4 million", "40-50 hours"."""

import re
from dataclasses import replace

from reader.analysis.claims import changewords
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.units import currency_before
from reader.analysis.numerals.words import Number

HYPHEN = re.compile(r"\s?[-–—]\s?|\s[-–]\s")
TO = re.compile(r"\s?-?(?:\s|-)to(?:\s|-)-?\s?|\sto\s", re.IGNORECASE)
AND = re.compile(r"\s+and\s+(?:(?:about|around|roughly|nearly|some|as\s+many\s+as)\s+)?", re.IGNORECASE)
OR = re.compile(r"\s+or\s+", re.IGNORECASE)
BETWEEN = re.compile(
    r"\b(between|from|ages\s+of)\s+(?:the\s+ages?\s+of\s+)?(?:(?:about|around|roughly|nearly|some|an?\s+estimated)\s+)?$",
    re.IGNORECASE,
)
AGED = re.compile(r"\bage[sd]?\s+(?:between\s+)?$", re.IGNORECASE)
_FAR = 3  # "fell by 40 to 212" is a change and a level, "fell by 40 to 50" a range
# What a bare "2-5" has to stand before to be a range and not a score.
PLURAL = re.compile(r"\s+(?:[a-z]+(?:-[a-z]+)?\s+){0,2}(?:[a-z]+s|people|men|women|children|staff|per)\b")


def join(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with ranges joined, and the two numbers of a score left out."""
    out: list[Quantity] = []
    at = 0
    while at < len(quantities):
        first, second = quantities[at], quantities[at + 1] if at + 1 < len(quantities) else None
        if second and _is_score(text, first, second):
            at += 2
            continue
        joined = second and _range(text, first, second)
        out.append(joined or first)
        at += 2 if joined else 1
    return out


def _is_score(text: str, first: Quantity, second: Quantity) -> bool:
    """ "3-1", "a 3 to 1 margin": two bare numbers that no plural noun makes a range."""
    if first.unit or second.unit or second.scale > 1 or second.at - first.to > 4:
        return False
    falling, between = first.low >= second.low, text[first.to : second.at]
    if between.strip().lower() == "to":
        return falling and not BETWEEN.search(text, max(0, first.start - 30), first.start)
    if not re.fullmatch(r"[-–]", between) or first.form == second.form == "words":
        return False
    aged = AGED.search(text, max(0, first.start - 12), first.start)
    counts = aged or second.low >= 1000 or PLURAL.match(text, second.end, second.end + 60)
    return falling or not counts


def _range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if not _may_join(first, second):
        return None
    opening = BETWEEN.search(text, max(0, first.start - 30), first.start)
    if not _linked(text, first, second, opening[1].lower() if opening else ""):
        return None
    low = _shared(first, second)
    return replace(
        second,
        start=opening.start(1) if opening else first.start,
        at=first.at,
        value=(low, second.low),
        unit=second.unit or first.unit,
        kind=second.kind or first.kind,
        end=max(second.end, first.end),
        comparator=second.comparator if first.comparator == "=" else first.comparator,
    )


def _may_join(first: Quantity, second: Quantity) -> bool:
    """Whether the two are numbers of one kind."""
    single = not isinstance(first.value, tuple) and not isinstance(second.value, tuple)
    multiples = "multiple" in (first.form, second.form) or (
        "fraction" in (first.form, second.form) and first.unit != second.unit
    )
    return single and not multiples and (not (first.unit and second.unit) or _same(first.unit, second.unit))


def _same(first: str, second: str) -> bool:
    """Whether two units are one, the second perhaps "per" something."""
    return second == first or second.startswith(first + " per ")


def _linked(text: str, first: Quantity, second: Quantity, opening: str) -> bool:
    """Whether what stands between the numbers, and before them, makes a range of them."""
    between = gap(text, first, second, under=30)
    prefixed = currency_before(text, first.at) is not None
    halves = bool(first.unit) and not second.unit and not prefixed
    if HYPHEN.fullmatch(between):
        return not halves and (first.low <= second.low or first.scale != second.scale)
    if AND.fullmatch(between):
        return opening not in ("", "from")
    if TO.fullmatch(between):
        if opening == "from":
            return first.low <= second.low and not changewords.before(text, first.start - 5)
        if first.kind == "percent" and first.low > second.low:
            return False  # two sides of a vote
        changed = first.unit or first.form == "fraction" or second.low > _FAR * first.low
        return not halves and not (changed and changewords.right_before(text, first.start))
    if OR.fullmatch(between):
        return first.form == second.form == "words" and not first.unit and second.low == first.low + 1
    return False


def _shared(first: Quantity, second: Quantity) -> Number:
    """The first number, with the scale of the second where it is shared by sense: "$2 to $4 million", not "$200 to $4 million"."""
    if first.scale == 1 and second.scale > 1 and first.low < second.low / second.scale and first.low < 1000:
        return first.low * second.scale
    return first.low
