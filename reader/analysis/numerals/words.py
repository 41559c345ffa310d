"""The words of numbers, from the lexicon, with what they are worth."""

from typing import Any

from reader.analysis import lexicon

Number = int | float

_LEXICON: dict[str, Any] = lexicon.load("numbers")
CARDINALS: dict[str, int] = _LEXICON["cardinals"]
SCALES: dict[str, int] = _LEXICON["scales"]
SUFFIXES: dict[str, int] = _LEXICON["suffixes"]
VAGUE: dict[str, int] = _LEXICON["vague"]
FRACTIONS: dict[str, int] = _LEXICON["fractions"]
VULGAR: dict[str, list[int]] = _LEXICON["vulgar"]
MULTIPLES: dict[str, dict[str, float]] = _LEXICON["multiples"]


def between(low: int, high: int) -> list[str]:
    """The cardinals from one value to another, both included."""
    return [word for word, value in CARDINALS.items() if low <= value <= high]
