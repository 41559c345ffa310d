"""Stretches of text whose numbers are never amounts: dates, clock times, telephone numbers, addresses."""

import bisect
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from reader.analysis import lexicon
from reader.analysis.claims.quantity import Quantity
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import TimelineEntry

WORDS: dict[str, Any] = lexicon.load("not_claims")
# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
BREAK = "¶"


def _months() -> str:
    """Month names as they are written: with a capital, or all in capitals."""
    return (
        alternatives(form for word in WORDS["months"] for form in (word.capitalize(), word.upper())) + r"\.?"
    )


@cache
def pattern() -> re.Pattern[str]:
    """Everything masked, as one pattern."""
    month, year = _months(), r"[12][0-9]{3}"
    day = r"[0-9]{1,2}(?:st|nd|rd|th)?"
    counted = r"(?![\w.,-]*[0-9])(?!\s+(?:people|million|billion|percent|per\s+cent|points)\b|\s?%)"
    hour = r"(?:[0-9]{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    parts = (
        # 4 May 2019; 12-14 May; May 4, 2019; May 2019
        rf"\b{day}(?:\s?(?:[-–]|to|and)\s?{day})?\s+(?:of\s+)?{month}(?:,?\s+{year})?\b",
        rf"\b{month}\s+{day}(?:\s?(?:[-–]|to|and)\s?{day})?(?:,?\s+{year}\b)?{counted}",
        rf"\b{month},?\s+{year}\b",
        r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?\b",
        # 9:30 a.m.; 1.20am; 11 a.m.; 1:36.6; six o'clock
        r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?![0-9:])",
        rf"\b{hour}(?:\.[0-9]{{2}})?\s?(?:[ap]\.?\s?m\b|[AP]\.?M\b|o['’]clock)",
        # the 1990s; his 30s; 2019-20; A.D. 1000; 1260 BC
        r"\b[0-9]{2,4}['’]?s\b",
        rf"\b{year}\s?[-–/]\s?(?:{year}|[0-9]{{2}})(?![0-9A-Za-z%,])(?!\s+[A-Za-z]+s\b)",
        # in 2008; from 2012 to 2015; FY2019
        rf"\b(?i:in|since|until|till|by|during|circa|fiscal|before|after|FY)\s?{year}(?![0-9,.]?[0-9])(?!\s+(?:people|men|women)\b|[\s-]?%)",
        r"\b(?:between|from|of|to)?\s?(?:1[89]|20)[0-9]{2}\s+(?:to|and)\s+(?:1[89]|20)[0-9]{2}(?![0-9,.]?[0-9])(?!\s+[a-z]+s\b)",
        r"\bA\.?D\.?\s+[0-9]{1,4}(?:\s+(?:and|to)\s+[0-9]{1,4})?|\b[0-9]{1,5}\s+(?:BCE?|AD|CE)\b",
        # as it is spoken: nineteen ninety-four
        r"\b(?i:(?:seventeen|eighteen|nineteen)\s+(?:hundred(?!\s+[a-z]+s\b)|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
        r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)|twenty\s(?:ten|eleven|twelve|\w+teen|twenty))\b(?!\s+(?:percent|people|dollars)\b)",
        # telephone numbers
        r"(?<![\w.,-])\+[0-9][0-9\s().-]{6,16}[0-9]|(?<![\w.,-])\(?0?[0-9]{3}\)?[-.\s]?[0-9]{3}[-.][0-9]{4}\b",
        r"(?<![\w.,-])[0-9]{3}-[0-9]{4}\b|(?<![\w.,-])0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-][0-9]{3,4})?\b",
        # addresses and postal codes
        rf"\b[0-9]{{1,5}}[A-Za-z]?\s+(?:[A-Z][\w'’-]*\s+){{1,3}}(?:{alternatives(w.capitalize() for w in WORDS['streets'])})(?!\w)",
        r"\b[0-9]{5}\s+(?:ZIP|zip)\b|\b[A-Z]{2}\s[0-9]{5}\b(?!\s+[a-z])",
        # list numbering; hashtags and handles; 24/7
        rf"(?:^|{BREAK})\s*\(?[0-9]{{1,3}}[.)](?=\s)|[#@]\w+|\b24/7\b",
    )
    return re.compile("|".join(f"(?:{part})" for part in parts))


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
