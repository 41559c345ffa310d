"""Attaches the unit that is written at a number: "$1.2bn", "61.4 per cent", "800,000 barrels a day"."""

import re
from dataclasses import replace
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.unitlexicon import Unit, units
from reader.analysis.lexicon.patterns import alternatives, bounded, squeeze

OF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)
OF = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
# Between a number and the time it counts: "20 more years", "three consecutive days".
MORE = re.compile(
    r"\s+(?:more|additional|further|extra|full|whole|consecutive|straight|successive|long|solid|working|calendar)(?=\s)",
    re.IGNORECASE,
)
WINDOW = 60  # how far units and their cues are looked for, in characters


def currency_before(text: str, at: int) -> re.Match[str] | None:
    """The currency written right before a number ("US$", "EUR")."""
    window = text[max(0, at - 12) : at]
    return units().prefix.search(window)


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at or right after ``at``, and where it ends; the longest there is."""
    found = (pattern.match(text, at, at + WINDOW) for pattern in units().after)
    match = max((m for m in found if m), key=lambda m: m.end(), default=None)
    unit = match and units().called(match[1])
    return (unit, match.end()) if match and unit else None


@cache
def _per() -> re.Pattern[str]:
    each = alternatives(lexicon.load("units")["for_each"])
    ago = r"(?!\s+(?:ago|earlier|later|after|before|old|from|since)\b|-)"
    return re.compile(
        rf"(?:\s+per\s+|\s?/\s?)(?P<any>{each}|[A-Za-z][A-Za-z]*(?:\s(?:mile|metre|meter|foot)s?\b)?[²³2]?)"
        rf"|(?:\s+(?:an?|each|every)\s+|-an?-)(?P<each>{each})(?![\w]){ago}",
        re.IGNORECASE,
    )


def per(text: str, unit: str, end: int) -> tuple[str, int]:
    """The unit with what it is for, as "US dollar per gallon", and where that ends."""
    match = _per().match(text, end, end + WINDOW)
    if not match:
        return unit, end
    what = squeeze(match["any"] or match["each"])
    known = units().called(what)
    return f"{unit} per {known.name if known else what.lower()}", match.end()


@cache
def _mass_cues() -> re.Pattern[str]:
    return re.compile(bounded(lexicon.load("units")["mass_cues"]), re.IGNORECASE)


@cache
def _of_substance() -> re.Pattern[str]:
    """ "pounds of" anything but money."""
    money = alternatives(lexicon.load("units")["money_nouns"])
    return re.compile(rf"[\s-]pounds?\s+of\s+(?!(?:[\w’']+\s+)?{money}\b)[a-z]", re.IGNORECASE)


def _sense(text: str, quantity: Quantity, unit: Unit) -> Unit | None:
    """The unit as meant here: pounds of money or of weight; "won" is mostly a verb."""
    if unit.name == "pound" and quantity.scale == 1:
        near = text[max(0, quantity.start - WINDOW) : quantity.to + WINDOW]
        written = text[quantity.to : quantity.to + 14].lower()
        weight = _mass_cues().search(near) or _of_substance().match(text, quantity.to)
        if "pound" in written and "sterling" not in written and weight:
            return Unit("pound-mass", "measure")
    if unit.name == "won" and quantity.scale == 1 and quantity.low < 100:
        return None
    return unit


def attach(text: str, quantity: Quantity) -> Quantity:
    """The number with the unit written at it, its span grown to hold both."""
    before = currency_before(text, quantity.at)
    after = None if before else unit_after(text, quantity.to)
    after = after or (None if before else _of_unit(text, quantity) or _more(text, quantity))
    if before:
        unit: Unit | None = units().before[re.sub(r"\s+$", "", before.group())]
        start, end = quantity.start - len(before.group()), quantity.end
        end = _repeated(text, end, unit)
    elif after:
        unit, start, end = _sense(text, quantity, after[0]), quantity.start, after[1]
    else:
        return quantity
    if unit is None:
        return quantity
    name, end = per(text, unit.name, end)
    return replace(quantity, start=start, end=end, unit=name, kind=unit.kind)


def _more(text: str, quantity: Quantity) -> tuple[Unit, int] | None:
    """The time that is counted behind an adjective: "20 more years"."""
    more = MORE.match(text, quantity.to)
    after = unit_after(text, more.end()) if more else None
    return after if after and after[0].time else None


def _repeated(text: str, end: int, unit: Unit | None) -> int:
    """The end past a unit named again after the number: "$5 million US dollars"."""
    after = unit_after(text, end)
    return after[1] if after and after[0] == unit else end


def _of_unit(text: str, quantity: Quantity) -> tuple[Unit, int] | None:
    """The unit that something is of: "a tenth of a micrometre", "half an hour", "hundreds of years"."""
    pattern = {"fraction": OF_A, "vague": OF, "words": OF}.get(quantity.form)
    of = pattern and pattern.match(text, quantity.to)
    return unit_after(text, of.end()) if of else None
