"""Two numbers that make one amount, or say one amount twice: ranges, rates of exchange, "100 kilometres (60 miles)"."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from reader.analysis.claims import changes
from reader.analysis.claims.quantity import Quantity, gap
from reader.analysis.claims.units import Unit, currency_before, per, unit_table
from reader.analysis.numerals import Number, shared_scale, tidy
from reader.analysis.rules import Order, claim, no, reads, rule

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


@rule(
    "claims.score",
    'Two bare numbers with a hyphen or "to" between that no plural noun makes a range are a score.',
    decides=[reads("The crew of Brandt won 8500-7500.", no(claim("8500-7500")), no(claim("8500")))],
    leaves=[reads("It takes 40-50 boats.", claim("40-50 boats"))],
)
def score(text: str, first: Quantity, second: Quantity) -> bool | None:
    """ "3-1", "a 3 to 1 margin"."""
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


@rule(
    "claims.range",
    'Two numbers of one kind with "to", a hyphen, or "between … and" around them are one range.',
    decides=[
        reads("Between five and seven boats sank.", claim("Between five and seven boats", value=(5, 7))),
        reads("It costs $2 to $4 million.", claim("$2 to $4 million", value=(2_000_000, 4_000_000))),
    ],
    leaves=[reads("Five boats and seven cars sank.", claim("Five boats", value=5))],
)
def range_of(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "Between five and seven", "$200 to $4 million", "40-50 hours"."""
    if not _may_join(first, second):
        return None
    second = _with_shared_scale(text, first, second)
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


SCORES = Order("Are two numbers a score?", score)
RANGES = Order("Are two numbers a range?", range_of)


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with ranges joined, and the two numbers of a score left out."""
    out: list[Quantity] = []
    at = 0
    while at < len(quantities):
        trend = _trend(text, quantities[at : at + 4])
        if trend:
            out += trend
            at += 4 if len(trend) == 2 and _ALL_TO.fullmatch(_gaps(text, quantities[at : at + 4])) else 3
            continue
        first, second = quantities[at], quantities[at + 1] if at + 1 < len(quantities) else None
        if second and SCORES.first(text, first, second):
            at += 2
            continue
        joined = RANGES.first(text, first, second) if second else None
        if second and not joined:
            first = _of_one_scale(text, first, second)
        out.append(second.decided(joined) if second and joined else first)
        at += 2 if joined else 1
    return out


_ALL_TO = re.compile("to\\|to\\|to")


def _gaps(text: str, some: list[Quantity]) -> str:
    """What links the numbers of a row, as "to|-|to"."""
    pairs = pairwise(some)
    return "|".join(
        "to" if TO.fullmatch(g) else "-" if HYPHEN.fullmatch(g) else "…"
        for g in (gap(text, *pair, under=12) for pair in pairs)
    )


def _trend(text: str, some: list[Quantity]) -> list[Quantity]:
    """A trend whose ends are ranges, or that has three steps: "from 4 to 6 per cent to 2 to 3", "12 to 18-20", "$40 to $60 to $90"."""
    links = _gaps(text, some)
    if links == "to|to|to":
        return [_range(text, some[0], some[1]), _range(text, some[2], some[3])]
    if links.startswith("to|-") and some[1].low <= some[2].low:
        ends = _range(text, some[1], some[2])
        scale = replace(some[1], value=ends.low, scale=some[2].scale, unit=some[2].unit)
        return [_of_one_scale(text, some[0], scale), ends]
    if links.startswith("-|to") and len(some) > 2 and some[0].low <= some[1].low:
        return [_range(text, some[0], some[1]), some[2]]
    if links.startswith("to|to") and (some[0].unit or some[2].unit):
        return some[:3]
    return []


def _range(text: str, first: Quantity, second: Quantity) -> Quantity:
    second = _with_shared_scale(text, first, second)
    whole = replace(
        second,
        start=first.start,
        at=first.at,
        value=(_low_end(first, second), second.low),
        unit=second.unit or first.unit,
        kind=second.kind or first.kind,
        end=max(second.end, first.end),
        comparator=second.comparator if first.comparator == "=" else first.comparator,
    )
    return replace(whole, why=(*whole.why, range_of.name))


def _of_one_scale(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The first of two steps with the scale of the second, where the two are near only so: "from 12.5 to 18 billion"."""
    shares = (
        first.scale == 1 and second.scale > 1 and first.unit in (None, second.unit) and first.is_one_number
    )
    if not shares or not TO.fullmatch(gap(text, first, second, under=12)):
        return first
    value = first.low * second.scale
    near = second.low / 10 < value < second.low * 10 and first.low < 1000
    return replace(first, value=tidy(value), scale=second.scale) if near else first


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
        changed = first.unit or first.form == "fraction" or second.low > _FAR * _low_end(first, second)
        return not halves and not (changed and changes.is_led_by_change(text, first.start))
    if OR.fullmatch(between):
        return first.form == second.form == "words" and not first.unit and second.low == first.low + 1
    return False


def _low_end(first: Quantity, second: Quantity) -> Number:
    """The first number, with the scale of the second where it is shared by sense: "$2 to $4 million", not "$200 to $4 million"."""
    scale = second.scale
    if first.scale == 1 and scale > 1 and first.low < second.low / scale and first.low < 1000:
        return first.low * scale
    return first.low


def _with_shared_scale(text: str, first: Quantity, second: Quantity) -> Quantity:
    """The second number with the scale its words end in: "three to four thousand"."""
    worded = first.form == second.form == "words" and second.scale == 1 and first.low < 100
    scale = shared_scale(text[second.at : second.to]) if worded else 1
    return replace(second, scale=scale) if scale > 1 and first.low < second.low / scale else second


EQUALS = re.compile(r"\s?(?:=|equals|is\s+worth|buys)\s?", re.IGNORECASE)
TO_THE = re.compile(
    r"\s+(?:(?:to|per|against|for)\s+(?:the|a|an|one)|per)\s+(?P<money>(?:[A-Za-z.]+\s)?[A-Za-z]+)\b",
    re.IGNORECASE,
)
CURRENCY_REACH = 120  # how far back the currency is looked for that the rate is of


@rule(
    "claims.rate_equated",
    "So much of one currency that equals one of another is one rate of exchange.",
    decides=[
        reads(
            "The fund lost money ($1 = 0.8640 euros).", claim("$1 = 0.8640 euros", unit="euro per US dollar")
        )
    ],
    leaves=[reads("The fund lost $1 and 0.8640 euros.", claim("$1", unit="US dollar"))],
)
def equated(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """ "$1 = 0.8640 euros"."""
    money = first.kind == second.kind == "money"
    if first.value != 1 or not money or EQUALS.fullmatch(text, first.end, second.start) is None:
        return None
    return replace(second, start=first.start, unit=f"{second.unit} per {first.unit}")


EQUATIONS = Order("Are two amounts of money a rate of exchange?", equated)


def join_rates(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with "$1 = 0.8640 euros" as one."""
    out: list[Quantity] = []
    for quantity in quantities:
        first = out[-1] if out else None
        if first and (decision := EQUATIONS.first(text, first, quantity)):
            out[-1] = quantity.decided(decision)
        else:
            out.append(quantity)
    return out


def is_equation(quantity: Quantity, text: str) -> bool:
    """Whether it is a rate written out, which nothing around it has."""
    return quantity.kind == "money" and "=" in text[quantity.start : quantity.at]


def rate_of_exchange(text: str, quantity: Quantity) -> Quantity:
    """The bare number as a rate, where it is one."""
    return quantity.decided(RATES.first(text, quantity))


@rule(
    "claims.rate_to",
    'A bare number before "to the dollar" is a rate of the currency named before it.',
    decides=[
        reads(
            "The krona fell to 11.30 to the dollar.", claim("11.30 to the dollar", unit="krona per US dollar")
        )
    ],
    leaves=[reads("The krona fell to 11.30 on Monday.", claim("11.30", unit=None))],
)
def rate_to(text: str, quantity: Quantity) -> Quantity | None:
    """ "11.30 to the dollar"."""
    match = TO_THE.match(text, quantity.to) if quantity.unit is None and quantity.form == "digits" else None
    base = match and _money(match["money"])
    if not match or base is None:
        return None
    words = re.findall(r"[A-Za-z]+", text[max(0, quantity.start - CURRENCY_REACH) : quantity.start])
    known = (unit for word in reversed(words) if (unit := _money(word)) and unit != base)
    own = next(known, None)
    if own is None:
        return None
    return replace(quantity, end=match.end(), kind="money", unit=f"{own.name} per {base.name}")


RATES = Order("Is a bare number a rate of exchange?", rate_to)


@lru_cache(maxsize=4096)
def _money(words: str) -> Unit | None:
    """The currency the words, or the last of them, name."""
    found = (unit_table().called(part) for part in (words, words.rsplit(maxsplit=1)[-1]))
    return next((unit for unit in found if unit and unit.kind == "money" and unit.name != "cent"), None)


RESTATES = re.compile(r"\s?[(\[]\s?|,?\s+or\s+", re.IGNORECASE)
GOES_ON = re.compile(r"\s?[/,]\s?")


@rule(
    "claims.restated",
    'An amount in brackets or behind "or", in another unit than the one before it, is as exact, and of the same thing.',
    decides=[
        reads("The pier is more than 60 metres (197 feet) long.", claim("197 feet", comparator=">")),
    ],
    leaves=[
        reads("The pier is more than 60 metres long and 20 feet wide.", claim("20 feet", comparator="="))
    ],
)
def restated(text: str, previous: Quantity, quantity: Quantity, going_on: bool) -> Quantity | None:
    """ "100 kilometres (60 miles)".

    Args:
        going_on: whether the one before restates one as well: "£4m ($5m/€5m)".
    """
    between = gap(text, previous, quantity, under=8)
    bracketed = between.strip() == "(" and quantity.kind == "money"
    if not quantity.unit or (quantity.unit == previous.unit and not bracketed):
        return None
    if not RESTATES.fullmatch(between) and not (going_on and GOES_ON.fullmatch(between)):
        return None
    own = quantity.of if text.startswith(" of ", quantity.end) else None
    same_kind = previous.kind == quantity.kind != "count"
    exact = previous.comparator if quantity.comparator == "=" and same_kind else quantity.comparator
    return replace(quantity, comparator=exact, of=own or previous.of or quantity.of)


RESTATED = Order("Does an amount restate the one before it?", restated)


def share_restated(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities of one sentence; one that restates the amount before it is as exact, and of the same thing."""
    out: list[Quantity] = []
    restating = False
    for quantity in quantities:
        decision = RESTATED.first(text, out[-1], quantity, restating) if out else None
        restating = decision is not None
        out.append(quantity.decided(decision))
        if restating and text.startswith(")", quantity.end):
            out[-2:] = _rated(text, *out[-2:])
    return out


def _rated(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    """Both with what they are for, said behind the bracket: "4 million euros ($4.3 million) a year"."""
    rated, _ = per(text, second.unit or "", second.end + 1)
    if rated == second.unit or " per " in (second.unit or ""):
        return first, second
    each = rated.removeprefix(second.unit or "")
    return replace(first, unit=f"{first.unit}{each}"), replace(second, unit=rated)
