"""What the parts of a number are worth."""

import math
import re
from decimal import Decimal

from text_to_num import text2num

from reader.analysis.claims import numerals
from reader.analysis.claims.quantity import Form, Number, Quantity, Value
from reader.analysis.lexicon.patterns import squeeze

Match = re.Match[str]


def tidy(number: Decimal | float) -> Number:
    """A whole number as an int, anything else as a float."""
    return int(number) if number == int(number) else float(number)


def spelled(words: str) -> Number | None:
    """The value of number words, None where they are no number: "five six"."""
    try:
        return int(text2num(squeeze(words.lower()), "en"))
    except (ValueError, OverflowError):
        return None


def small(text: str) -> Number:
    """The value of one numeral, in digits or one or two words; 0 when it is neither."""
    text = text.lower().replace(",", "")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text):
        return tidy(Decimal(text))
    return spelled(text.replace("-", " ")) or 0


def valued(match: Match, value: Value, form: Form, scale: int = 1, group: int | str = 0) -> Quantity:
    """The quantity that a match, or a group of it, is worth."""
    start, end = match.span(group)
    return Quantity(start, end, start, end, value, form, scale)


def scale_of(words: str | None) -> int:
    """The product of scale words: "hundred million"."""
    found = re.findall(numerals.SCALE, (words or "").lower())
    return math.prod(numerals.SCALES[word] for word in found)
