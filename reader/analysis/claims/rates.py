"""Rates of exchange: "11.30 to the dollar" of a krona, and "($1 = 0.8640 euros)" as the one rate it is."""

import re
from dataclasses import replace
from functools import lru_cache

from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.unitlexicon import Unit, units

EQUALS = re.compile(r"\s?(?:=|equals|is\s+worth|buys)\s?", re.IGNORECASE)
TO_THE = re.compile(
    r"\s+(?:(?:to|per|against|for)\s+(?:the|a|an|one)|per)\s+(?P<money>(?:[A-Za-z.]+\s)?[A-Za-z]+)\b",
    re.IGNORECASE,
)
REACH = 120  # how far back the currency is looked for that the rate is of


def join(text: str, quantities: list[Quantity]) -> list[Quantity]:
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


def to_the(text: str, quantity: Quantity) -> Quantity:
    """The bare number as a rate, where a currency stands behind it and the one it is of before it."""
    match = TO_THE.match(text, quantity.to) if quantity.unit is None and quantity.form == "digits" else None
    base = match and _money(match["money"])
    if not match or base is None:
        return quantity
    words = re.findall(r"[A-Za-z]+", text[max(0, quantity.start - REACH) : quantity.start])
    known = (unit for word in reversed(words) if (unit := _money(word)) and unit != base)
    own = next(known, None)
    if own is None:
        return quantity
    return replace(quantity, end=match.end(), kind="money", unit=f"{own.name} per {base.name}")


@lru_cache(maxsize=4096)
def _money(words: str) -> Unit | None:
    """The currency the words, or the last of them, name."""
    found = (units().called(part) for part in (words, words.rsplit(maxsplit=1)[-1]))
    return next((unit for unit in found if unit and unit.kind == "money" and unit.name != "cent"), None)
