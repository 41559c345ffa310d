"""Digits: a number as it is written in a column, and numbers read back from a text that has digits."""

import re
from collections.abc import Iterator
from typing import NamedTuple

Number = float | int

_SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))
_FACTORS = {"hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "crore": 10**7}
_SHORT = {
    **dict.fromkeys(("million", "m", "mn", "mln", "mm", "mio"), "m"),
    **dict.fromkeys(("billion", "bn", "bln", "mrd", "b"), "bn"),
    **dict.fromkeys(("trillion", "tn", "trn", "t"), "tn"),
}
_FACTORS |= {word: next(f for f, sign in _SCALES if sign == short) for word, short in _SHORT.items()}
_DECIMALS = 6
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_NUMBER = re.compile(
    rf"(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)?(?P<vulgar>[{''.join(_VULGAR)}])?"
    rf"(?:[ -]?(?P<scale>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})(?![\w/]))?",
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
        factor = _FACTORS.get(self.scale, 1)
        return Numeral(self.start, self.start + len(self.digits), self.digits, self.value / factor)

    def sharing(self, other: "Numeral") -> "Numeral":
        """With the scale of another, as the 2 of "2 to 3 million"."""
        if self.scale:
            return self
        value = self.value * _FACTORS.get(other.scale, 1)
        return Numeral(self.start, self.end, self.digits, value, other.scale)

    def compact(self, short: bool = True) -> str:
        """As in the text, but "3.1bn" for "3.1 billion" where it may be ``short``, and no "thousand"."""
        if self.scale in {"hundred", "thousand"}:
            return numeral(self.value)
        if not short or self.scale in {"", "lakh", "crore"}:
            return f"{self.digits} {self.scale}".strip()
        return self.digits + _SHORT.get(self.scale, self.scale)


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text that has them in digits."""
    for match in _NUMBER.finditer(text):
        digits = (match["digits"] or "").rstrip(",")
        if not digits and not match["vulgar"]:
            continue
        value = float(digits.replace(",", "") or 0) + _VULGAR.get(match["vulgar"], 0)
        scale = (match["scale"] or "").lower()
        written = digits + (match["vulgar"] or "")
        end = match.end() if scale else match.start() + len(written)
        yield Numeral(match.start(), end, written, value * _FACTORS.get(scale, 1), scale)


def numeral(number: Number) -> str:
    """A number in digits: in groups of three, whole millions and more in short: "1,240", "4.5m"."""
    for scale, sign in _SCALES:
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
