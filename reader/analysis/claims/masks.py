"""Stretches of text whose numbers are never amounts: dates, clock times, telephone numbers, addresses."""

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import TimelineEntry
from reader.analysis.numerals.grammar import SMALL, TENS
from reader.analysis.numerals.words import between

WORDS: dict[str, Any] = lexicon.load("not_claims")
# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
BREAK = "¶"


_DAY, _YEAR = r"[0-9]{1,2}(?:st|nd|rd|th)?", r"[12][0-9]{3}"
_TO_DAY = rf"(?:\s?(?:[-–]|to|and)\s?{_DAY})?"
_NO_COUNT = r"(?![\w.,-]*[0-9])(?!\s+(?:people|million|billion|percent|per\s+cent|points)\b|\s?%)"


def _dates() -> Iterator[str]:
    """4 May 2019; 12-14 May; May 4, 2019; May 2019; 2019-05-04."""
    forms = (form for word in WORDS["months"] for form in (word.capitalize(), word.upper()))
    month = alternatives(forms) + r"\.?"  # with a capital, or all in capitals
    yield rf"\b{_DAY}{_TO_DAY}\s+(?:of\s+)?{month}(?:,?\s+{_YEAR})?\b"
    yield rf"\b{month}\s+{_DAY}{_TO_DAY}(?:,?\s+{_YEAR}\b)?{_NO_COUNT}"
    yield rf"\b{month},?\s+{_YEAR}\b"
    yield r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?\b"


def _times() -> Iterator[str]:
    """9:30 a.m.; 1.20am; 11 a.m.; 1:36.6; six o'clock."""
    hour = rf"(?:[0-9]{{1,2}}|(?i:{SMALL}))"
    yield r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?![0-9:])"
    yield rf"\b{hour}(?:\.[0-9]{{2}})?\s?(?:[ap]\.?\s?m\b|[AP]\.?M\b|o['’]clock)"


def _years() -> Iterator[str]:
    """The 1990s; his 30s; 2019-20; in 2008; from 2012 to 2015; FY2019; A.D. 1000; 1260 BC."""
    said = r"(?i:in|since|until|till|by|during|circa|fiscal|before|after|FY)"
    yield r"\b[0-9]{2,4}['’]?s\b"
    yield rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9A-Za-z%,])(?!\s+[A-Za-z]+s\b)"
    yield rf"\b{said}\s?{_YEAR}(?![0-9,.]?[0-9])(?!\s+(?:people|men|women)\b|[\s-]?%)"
    yield (
        r"\b(?:between|from|of|to)?\s?(?:1[89]|20)[0-9]{2}\s+(?:to|and)\s+(?:1[89]|20)[0-9]{2}"
        r"(?![0-9,.]?[0-9])(?!\s+[a-z]+s\b)"
    )
    yield r"\bA\.?D\.?\s+[0-9]{1,4}(?:\s+(?:and|to)\s+[0-9]{1,4})?|\b[0-9]{1,5}\s+(?:BCE?|AD|CE)\b"


def _spoken_years() -> Iterator[str]:
    """As they are spoken: nineteen ninety-four, twenty twelve."""
    century, teen, unit = (alternatives(between(*ends)) for ends in ((17, 19), (10, 19), (1, 9)))
    past = rf"{century}\s+(?:hundred(?!\s+[a-z]+s\b)|{teen}|{TENS}(?:[\s-]{unit})?)"
    yield rf"\b(?i:{past}|twenty\s(?:{teen}|twenty))\b(?!\s+(?:percent|people|dollars)\b)"


def _telephones() -> Iterator[str]:
    yield r"(?<![\w.,-])\+[0-9][0-9\s().-]{6,16}[0-9]"
    yield r"(?<![\w.,-])\(?0?[0-9]{3}\)?[-.\s]?[0-9]{3}[-.][0-9]{4}\b"
    yield r"(?<![\w.,-])[0-9]{3}-[0-9]{4}\b|(?<![\w.,-])0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-][0-9]{3,4})?\b"


def _addresses() -> Iterator[str]:
    """10 Mill Lane; postal codes."""
    street = alternatives(word.capitalize() for word in WORDS["streets"])
    yield rf"\b[0-9]{{1,5}}[A-Za-z]?\s+(?:[A-Z][\w'’-]*\s+){{1,3}}{street}(?!\w)"
    yield r"\b[0-9]{5}\s+(?:ZIP|zip)\b|\b[A-Z]{2}\s[0-9]{5}\b(?!\s+[a-z])"


def _labels() -> Iterator[str]:
    """List numbering; hashtags and handles; 24/7."""
    yield rf"(?:^|{BREAK})\s*\(?[0-9]{{1,3}}[.)](?=\s)|[#@]\w+|\b24/7\b"


@cache
def pattern() -> re.Pattern[str]:
    """Everything masked, as one pattern."""
    kinds = (_dates, _times, _years, _spoken_years, _telephones, _addresses, _labels)
    return re.compile("|".join(f"(?:{part})" for kind in kinds for part in kind()))


def outside(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that no masked stretch touches."""
    return _free(quantities, [match.span() for match in pattern().finditer(text)])


def undated(timeline: Sequence[TimelineEntry], quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without bare numbers inside a date or clock time that the timeline holds."""
    dates = sorted((entry.start, entry.end) for entry in timeline if entry.type in ("DATE", "TIME"))
    bare = [quantity for quantity in quantities if quantity.kind in (None, "count")]
    kept = set(_free(bare, dates))
    return [quantity for quantity in quantities if quantity.kind not in (None, "count") or quantity in kept]


def _free(quantities: list[Quantity], masks: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities whose number no mask touches; masks in text order."""
    starts = [start for start, _ in masks]

    def free(quantity: Quantity) -> bool:
        before = bisect.bisect_left(starts, quantity.to) - 1
        return before < 0 or masks[before][1] <= quantity.at

    return [quantity for quantity in quantities if free(quantity)]
