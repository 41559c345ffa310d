"""Digits: a number as it is written in a column, and numbers read back from a text that has digits."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.numerals.grammar import ANY_SCALE, PLAIN, VULGARS
from reader.analysis.numerals.words import SCALES, SUFFIXES, VULGAR, Number
from reader.late import late

_SIGNS = {10**12: "tn", 10**9: "bn", 10**6: "m"}  # of scales, the largest first
_FACTORS = {"": 1, **SCALES, **SUFFIXES}
_DECIMALS = 6
_NUMBER = late(
    rf"(?P<digits>{PLAIN})?(?P<vulgar>{VULGARS})?"
    rf"(?:[ -]?(?P<scale>{ANY_SCALE})(?![\w/]))?",
    re.IGNORECASE,
)


class Numeral(NamedTuple):
    """A number in a text, with its scale word where it has one: ``text[start:end]``."""

    start: int
    end: int
    digits: str
    value: float
    scale: str = ""

    def unscaled(self) -> "Numeral":
        """Without the scale: the "m" of "5m" may be metres."""
        end = self.start + len(self.digits)
        return Numeral(self.start, end, self.digits, self.value / _FACTORS[self.scale])

    def sharing(self, other: "Numeral") -> "Numeral":
        """With the scale of another, as the 2 of "2 to 3 million"."""
        if self.scale:
            return self
        value = self.value * _FACTORS[other.scale]
        return Numeral(self.start, self.end, self.digits, value, other.scale)

    def compact(self, short: bool = True) -> str:
        """As in the text, but "3.1bn" for "3.1 billion" where it may be ``short``, and no "thousand"."""
        sign = _SIGNS.get(_FACTORS[self.scale], self.scale)
        if sign in SCALES:
            return numeral(self.value)
        touches = short and (sign in _SIGNS.values() or len(sign) <= 1)
        return self.digits + sign if touches else f"{self.digits} {self.scale}".strip()


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text that has them in digits."""
    for match in _NUMBER.finditer(text):
        written = (match["digits"] or "") + (match["vulgar"] or "")
        if written:
            scale = (match["scale"] or "").lower()
            yield Numeral(match.start(), match.end(), written, _worth(match) * _FACTORS[scale], scale)


def _worth(match: re.Match[str]) -> float:
    top, bottom = VULGAR.get(match["vulgar"], (0, 1))
    return float((match["digits"] or "0").replace(",", "")) + top / bottom


def numeral(number: Number) -> str:
    """A number in digits: in groups of three, whole millions and more in short: "1,240", "4.5m"."""
    for scale, sign in _SIGNS.items():
        if abs(number) >= scale and round(number / scale, 3) * scale == number:
            return _plain(number / scale) + sign
    return _plain(number)


def exact(number: Number) -> bool:
    """Whether :func:`numeral` has all decimals of a number."""
    return round(number, _DECIMALS) == number


def _plain(number: Number) -> str:
    """Digits in groups of three, with no more decimals than the number has."""
    sign, number = "−" if number < 0 else "", abs(number)
    if number == int(number):
        return f"{sign}{int(number):,}"
    return sign + f"{number:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
