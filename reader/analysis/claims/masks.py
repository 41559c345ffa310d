"""Stretches of text whose numbers are never amounts: the dates and clock times that the timeline holds, telephone numbers, addresses, labels."""

import bisect
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc

from reader.analysis import lexicon
from reader.analysis.claims.numbers import paragraphs
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import PARAGRAPH_BREAK
from reader.analysis.claims.units import unit_after
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import TimelineEntry

WORDS: dict[str, Any] = lexicon.load("not_claims")
_RANGE = re.compile(r"(?:\s?[-–]\s?[0-9]{4})?")  # what a range of numbers goes on with


def _telephones() -> Iterator[str]:
    yield r"(?<![\w.,-])\+[0-9][0-9\s().-]{6,16}[0-9]"
    yield r"(?<![\w.,-])\(?0?[0-9]{3}\)?[-.\s]?[0-9]{3}[-.][0-9]{4}\b"
    yield r"(?<![\w.,-])[0-9]{3}-[0-9]{4}\b|(?<![\w.,-])0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-][0-9]{3,4})?\b"


def _addresses() -> Iterator[str]:
    """10 Mill Lane; postal codes after a figure."""
    street = alternatives(word.capitalize() for word in WORDS["streets"])
    yield rf"\b[0-9]{{1,5}}[A-Za-z]?\s+(?:[A-Z][\w'’-]*\s+){{1,3}}{street}(?!\w)"
    yield r"\b[0-9]{5}\s+(?:ZIP|zip)\b"


def _labels() -> Iterator[str]:
    """List numbering; hashtags and handles; 24/7; 3.40 o'clock, in which the timeline sees no time."""
    yield r"\b[0-9]{1,2}(?:\.[0-9]{2})?\s?o['’]clock\b"
    yield rf"(?:^|{PARAGRAPH_BREAK})\s*\(?[0-9]{{1,3}}[.)](?=\s)|[#@]\w+|\b24/7\b"


def _postal_codes() -> Iterator[str]:
    yield r"\b[A-Z]{2}\s[0-9]{5}\b(?!\s+[a-z])"


@cache
def pattern() -> re.Pattern[str]:
    """Everything masked, as one pattern.

    A mask begins with a figure or a sign, or with a capital: the two are tried apart, each only where it can begin, for
    to try all of it at every letter is slow.
    """
    figures = "|".join(f"(?:{part})" for kind in (_telephones, _addresses, _labels) for part in kind())
    return re.compile(
        rf"(?=[0-9(+#@{PARAGRAPH_BREAK}]|^)(?:{figures})|(?<![A-Za-z])(?=[A-Z])(?:{''.join(_postal_codes())})"
    )


def outside(doc: Doc, text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities that no masked stretch touches."""
    dates = [(date.start, date.end) for date in doc._.article_timeline if _is_date(date, text)]
    dateline = doc._.article.dateline if doc._.article is not None else None
    masked = _masked(text, [quantity.at for quantity in quantities])
    return _free(quantities, sorted([*dates, *([dateline] if dateline else []), *masked]))


def _is_date(entry: TimelineEntry, text: str) -> bool:
    """Whether it is a day, a year or a time of day; not the "year" of "1200 parts per million"."""
    if entry.type not in ("DATE", "TIME"):
        return False
    range_ = _RANGE.match(text, entry.end) if entry.value.isdigit() else None
    return range_ is None or unit_after(text, range_.end()) is None


def _masked(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The masked stretches of the paragraphs that hold one of the places, which are in order."""
    for start, end in paragraphs(text):
        held = bisect.bisect_left(places, start)
        if held < len(places) and places[held] < end:
            yield from (match.span() for match in pattern().finditer(text, start, end))


def _free(quantities: list[Quantity], masks: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities whose number no mask touches; masks in text order."""
    starts = [start for start, _ in masks]

    def free(quantity: Quantity) -> bool:
        before = bisect.bisect_left(starts, quantity.to) - 1
        return before < 0 or masks[before][1] <= quantity.at

    return [quantity for quantity in quantities if free(quantity)]
