"""Amounts given a second time in other units: "more than 100 kilometres (60 miles)"."""

import re
from dataclasses import replace

from reader.analysis.claims.quantity import Quantity, gap

OPENS = re.compile(r"\s?[(\[]\s?|,?\s+or\s+", re.IGNORECASE)
GOES_ON = re.compile(r"\s?[/,]\s?")


def share(text: str, quantities: list[Quantity]) -> list[Quantity]:
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
    return bool(OPENS.fullmatch(between) or (going_on and GOES_ON.fullmatch(between)))


def _like(text: str, previous: Quantity, quantity: Quantity) -> Quantity:
    own = quantity.of if text.startswith(" of ", quantity.end) else None
    same_kind = previous.kind == quantity.kind != "count"
    exact = previous.comparator if quantity.comparator == "=" and same_kind else quantity.comparator
    return replace(quantity, comparator=exact, of=own or previous.of or quantity.of)
