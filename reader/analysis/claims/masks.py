"""Stretches of text whose numbers are never amounts: dates, clock times, telephone numbers, addresses."""

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.claims.numbers import paragraphs
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import PARAGRAPH_BREAK
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import TimelineEntry
from reader.analysis.numerals import SMALL, TENS, between

WORDS: dict[str, Any] = lexicon.load("not_claims")

_DAY, _YEAR = r"[0-9]{1,2}(?:st|nd|rd|th)?", r"[12][0-9]{3}"
_TO_DAY = rf"(?:\s?(?:[-–]|to|and)\s?{_DAY})?"
_OF_CLOCK = r"(?:\.[0-9]{2})?\s?(?:[ap]\.?\s?m\b|[AP]\.?M\b|o['’]clock)"
_TWO_YEARS = r"(?:1[89]|20)[0-9]{2}\s+(?:to|and)\s+(?:1[89]|20)[0-9]{2}(?![0-9,.]?[0-9])(?!\s+[a-z]+s\b)"
_NO_COUNT = r"(?![\w.,-]*[0-9])(?!\s+(?:people|million|billion|percent|per\s+cent|points)\b|\s?%)"


def _dates() -> Iterator[str]:
    """4 May 2019; 12-14 May; 2019-05-04."""
    yield rf"\b{_DAY}{_TO_DAY}\s+(?:of\s+)?{_month()}(?:,?\s+{_YEAR})?\b"
    yield r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?\b"


def _dates_by_month() -> Iterator[str]:
    """May 4, 2019; May 2019."""
    yield rf"\b{_month()}\s+{_DAY}{_TO_DAY}(?:,?\s+{_YEAR}\b)?{_NO_COUNT}"
    yield rf"\b{_month()},?\s+{_YEAR}\b"


def _month() -> str:
    """With a capital, or all in capitals."""
    forms = (form for word in WORDS["months"] for form in (word.capitalize(), word.upper()))
    return alternatives(forms) + r"\.?"


def _times() -> Iterator[str]:
    """9:30 a.m.; 1.20am; 11 a.m.; 1:36.6."""
    yield r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?![0-9:])"
    yield rf"\b[0-9]{{1,2}}{_OF_CLOCK}"


def _spoken_times() -> Iterator[str]:
    """Six o'clock."""
    yield rf"\b(?i:{SMALL}){_OF_CLOCK}"


def _years() -> Iterator[str]:
    """The 1990s; his 30s; 2019-20; 2012 to 2015; 1260 BC."""
    yield r"\b[0-9]{2,4}['’]?s\b"
    yield rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9A-Za-z%,])(?!\s+[A-Za-z]+s\b)"
    yield rf"\b{_TWO_YEARS}"
    yield r"\b[0-9]{1,5}\s+(?:BCE?|AD|CE)\b"


def _years_after_words() -> Iterator[str]:
    """In 2008; from 2012 to 2015; FY2019; A.D. 1000."""
    said = r"(?i:in|since|until|till|by|during|circa|fiscal|before|after|FY)"
    yield rf"\b{said}\s?{_YEAR}(?![0-9,.]?[0-9])(?!\s+(?:people|men|women)\b|[\s-]?%)"
    yield rf"\b(?:between|from|of|to)\s?{_TWO_YEARS}"
    yield r"\bA\.?D\.?\s+[0-9]{1,4}(?:\s+(?:and|to)\s+[0-9]{1,4})?"


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
    """10 Mill Lane; postal codes after a figure."""
    street = alternatives(word.capitalize() for word in WORDS["streets"])
    yield rf"\b[0-9]{{1,5}}[A-Za-z]?\s+(?:[A-Z][\w'’-]*\s+){{1,3}}{street}(?!\w)"
    yield r"\b[0-9]{5}\s+(?:ZIP|zip)\b"


def _postal_codes() -> Iterator[str]:
    yield r"\b[A-Z]{2}\s[0-9]{5}\b(?!\s+[a-z])"


def _labels() -> Iterator[str]:
    """List numbering; hashtags and handles; 24/7."""
    yield rf"(?:^|{PARAGRAPH_BREAK})\s*\(?[0-9]{{1,3}}[.)](?=\s)|[#@]\w+|\b24/7\b"


_IN_FIGURES = (_dates, _times, _years, _telephones, _addresses, _labels)
_IN_WORDS = (_dates_by_month, _spoken_times, _years_after_words, _spoken_years, _postal_codes)


@cache
def pattern() -> re.Pattern[str]:
    """Everything masked, as one pattern.

    A mask begins with a figure or a sign, or with a word: the two are tried apart, each only where it can begin, for
    to try all of it at every letter is slow.
    """
    figures, words = (
        "|".join(f"(?:{part})" for kind in kinds for part in kind()) for kinds in (_IN_FIGURES, _IN_WORDS)
    )
    return re.compile(rf"(?=[0-9(+#@{PARAGRAPH_BREAK}]|^)(?:{figures})|(?<![A-Za-z])(?=[A-Za-z])(?:{words})")


def outside(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that no masked stretch touches."""
    return _free(quantities, list(_masked(text, [quantity.at for quantity in quantities])))


def _masked(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The masked stretches of the paragraphs that hold one of the places, which are in order."""
    for start, end in paragraphs(text):
        held = bisect.bisect_left(places, start)
        if held < len(places) and places[held] < end:
            yield from (match.span() for match in pattern().finditer(text, start, end))


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
