"""Two numbers that make one amount, or say one amount twice: ranges, rates of exchange, "100 kilometres (60 miles)"."""

import re
from dataclasses import replace
from functools import lru_cache

from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.units import Unit, currency_before, unit_table
from reader.analysis.numerals import Number

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


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
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
    low = _low_end(first, second)
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
            return first.low <= second.low and not changes.has_change_before(text, first.start - 5)
        if first.kind == "percent" and first.low > second.low:
            return False  # two sides of a vote
        changed = first.unit or first.form == "fraction" or second.low > _FAR * first.low
        return not halves and not (changed and changes.is_led_by_change(text, first.start))
    if OR.fullmatch(between):
        return first.form == second.form == "words" and not first.unit and second.low == first.low + 1
    return False


def _low_end(first: Quantity, second: Quantity) -> Number:
    """The first number, with the scale of the second where it is shared by sense: "$2 to $4 million", not "$200 to $4 million"."""
    if first.scale == 1 and second.scale > 1 and first.low < second.low / second.scale and first.low < 1000:
        return first.low * second.scale
    return first.low


EQUALS = re.compile(r"\s?(?:=|equals|is\s+worth|buys)\s?", re.IGNORECASE)
TO_THE = re.compile(
    r"\s+(?:(?:to|per|against|for)\s+(?:the|a|an|one)|per)\s+(?P<money>(?:[A-Za-z.]+\s)?[A-Za-z]+)\b",
    re.IGNORECASE,
)
CURRENCY_REACH = 120  # how far back the currency is looked for that the rate is of


def join_rates(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with "$1 = 0.8640 euros" as one."""
    out: list[Quantity] = []
    for quantity in quantities:
        first = out[-1] if out else None
        if first and first.value == 1 and _is_equated(text, first, quantity):
            joined = replace(quantity, start=first.start, unit=f"{quantity.unit} per {first.unit}")
            out[-1] = joined
        else:
            out.append(quantity)
    return out


def _is_equated(text: str, first: Quantity, second: Quantity) -> bool:
    money = first.kind == second.kind == "money"
    return money and EQUALS.fullmatch(text, first.end, second.start) is not None


def is_equation(quantity: Quantity, text: str) -> bool:
    """Whether it is a rate written out, which nothing around it has."""
    return quantity.kind == "money" and "=" in text[quantity.start : quantity.at]


def rate_of_exchange(text: str, quantity: Quantity) -> Quantity:
    """The bare number as a rate, where a currency stands behind it and the one it is of before it."""
    match = TO_THE.match(text, quantity.to) if quantity.unit is None and quantity.form == "digits" else None
    base = match and _money(match["money"])
    if not match or base is None:
        return quantity
    words = re.findall(r"[A-Za-z]+", text[max(0, quantity.start - CURRENCY_REACH) : quantity.start])
    known = (unit for word in reversed(words) if (unit := _money(word)) and unit != base)
    own = next(known, None)
    if own is None:
        return quantity
    return replace(quantity, end=match.end(), kind="money", unit=f"{own.name} per {base.name}")


@lru_cache(maxsize=4096)
def _money(words: str) -> Unit | None:
    """The currency the words, or the last of them, name."""
    found = (unit_table().called(part) for part in (words, words.rsplit(maxsplit=1)[-1]))
    return next((unit for unit in found if unit and unit.kind == "money" and unit.name != "cent"), None)


RESTATES = re.compile(r"\s?[(\[]\s?|,?\s+or\s+", re.IGNORECASE)
GOES_ON = re.compile(r"\s?[/,]\s?")


def share_restated(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence; one that restates the amount before it is as exact, and of the same thing."""
    out: list[Quantity] = []
    restating = False
    for quantity in quantities:
        restating = bool(out) and _restates(text, out[-1], quantity, restating)
        out.append(_like(text, out[-1], quantity) if restating else quantity)
    return out


def _restates(text: str, previous: Quantity, quantity: Quantity, going_on: bool) -> bool:
    between = gap(text, previous, quantity, under=8)
    if not quantity.unit or quantity.unit == previous.unit:
        return False
    return bool(RESTATES.fullmatch(between) or (going_on and GOES_ON.fullmatch(between)))


def _like(text: str, previous: Quantity, quantity: Quantity) -> Quantity:
    own = quantity.of if text.startswith(" of ", quantity.end) else None
    same_kind = previous.kind == quantity.kind != "count"
    exact = previous.comparator if quantity.comparator == "=" and same_kind else quantity.comparator
    return replace(quantity, comparator=exact, of=own or previous.of or quantity.of)
