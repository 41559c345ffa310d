"""What the parts of a number are worth."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

from text_to_num import text2num

from reader.analysis.lexicon.patterns import squeeze
from reader.analysis.numerals import grammar
from reader.analysis.numerals.words import SCALES, Number

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]*)?")
_SMALL_WORDS = frozenset({"a", "an", "and", "-"})


def tidy(number: Decimal | float) -> Number:
    """A whole number as an int, anything else as a float."""
    return int(number) if number == int(number) else float(number)


def in_digits(text: str) -> Number | None:
    """The value of digits, None where it is not all digits: "1,200", "0.5"."""
    text = text.replace(",", "")
    return tidy(Decimal(text)) if _DIGITS.fullmatch(text) else None


def spelled(words: str) -> Number | None:
    """The value of number words, None where they are no number: "five six"."""
    try:
        return int(text2num(squeeze(words.lower()), "en"))
    except (ValueError, OverflowError):
        return None


def small(text: str) -> Number:
    """The value of one numeral, in digits or one or two words; 0 when it is neither."""
    return in_digits(text) or spelled(text.replace("-", " ")) or 0


def scale_of(words: str | None) -> int:
    """The product of scale words: "hundred million"."""
    found = re.findall(grammar.SCALE, (words or "").lower())
    return math.prod(SCALES[word] for word in found)


def of_tokens(words: Sequence[str]) -> Number | None:
    """The number some tokens name: 24 for "twenty - four", 200 for "a hundred", 1,500,000 for "1.5 million"."""
    said = [word for word in words if word not in _SMALL_WORDS]
    if said and (number := in_digits(said[0])) is not None:
        return tidy(number * scale_of(" ".join(said[1:])))
    return spelled(" ".join(said))
