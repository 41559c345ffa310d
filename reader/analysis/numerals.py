"""The words and digits of numbers, from the lexicon, with what they are worth."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from text_to_num import text2num

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives, squeeze

Number = int | float

_LEXICON: dict[str, Any] = lexicon.load("numbers")
CARDINALS: dict[str, int] = _LEXICON["cardinals"]
SCALES: dict[str, int] = _LEXICON["scales"]
SUFFIXES: dict[str, int] = _LEXICON["suffixes"]
VAGUE: dict[str, int] = _LEXICON["vague"]
FRACTIONS: dict[str, int] = _LEXICON["fractions"]
VULGAR: dict[str, list[int]] = _LEXICON["vulgar"]
MULTIPLES: dict[str, dict[str, float]] = _LEXICON["multiples"]
# "600.000": as much of the world marks thousands.
THOUSANDS_BY_POINT = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_BY_POINT = re.compile(rf"(?<![0-9.,]){THOUSANDS_BY_POINT}(?![0-9]|[.,][0-9])")
_BY_COMMA = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])")
_COMMA_PART = re.compile(r"(?<![0-9.,])[0-9]{1,3},[0-9]{1,2}(?![0-9,])(?=\s?(?:[a-z%€]))")


def marks_thousands_by_point(text: str) -> bool:
    """Whether an article has the habit to write 600.000 and 1,9 million: no thousand in it is marked by a comma."""
    points = len(_BY_POINT.findall(text))
    if not points or _BY_COMMA.search(text):
        return False
    return points + len(_COMMA_PART.findall(text)) > 1 or ".000" in text


def between(low: int, high: int) -> list[str]:
    """The cardinals from one value to another, both included."""
    return [word for word, value in CARDINALS.items() if low <= value <= high]


_FACTORS = {**SCALES, **SUFFIXES}
CARDINAL, SCALE = alternatives(CARDINALS), alternatives(SCALES)
ANY_SCALE = alternatives({*SCALES, *SUFFIXES})
DIGIT, SMALL, TENS = (alternatives(between(*ends)) for ends in ((0, 9), (1, 12), (20, 90)))
# No more digits than a news figure can have; longer runs are serial numbers.
PLAIN = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}|[0-9]{1,15})(?:\.[0-9]{1,10})?|\.[0-9]{1,6}"
VULGARS = f"[{''.join(VULGAR)}]"
# Blanks between groups of three; whether they are thousands marks is told by what stands around: `claims/numbers`.
BLANKS = " \u00a0\u2009\u202f"
BLANKED = rf"[1-9][0-9]{{0,2}}(?:[{BLANKS}][0-9]{{3}}){{1,4}}(?![{BLANKS}]?[0-9])(?:\.[0-9]{{1,3}})?"

_LARGEST = 2**63
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]*)?")
_SMALL_WORDS = frozenset({"a", "an", "and", "-"})


def tidy(number: Decimal | float) -> Number:
    """A whole number as an int, anything else, and what no machine word holds, as a float."""
    return int(number) if number == int(number) and -_LARGEST < number < _LARGEST else float(number)


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
    """The product of scale words: "hundred million", "lakh crore"."""
    found = re.findall(ANY_SCALE, (words or "").lower())
    return math.prod(_FACTORS[word] for word in found)


def shared_scale(words: str) -> int:
    """The scale words that number words end in, as a factor: 1000 for "four thousand"."""
    factor = 1
    for word in reversed(re.findall("[a-z]+", words.lower())):
        if word not in SCALES:
            return factor
        factor *= SCALES[word]
    return 1


def of_tokens(words: Sequence[str]) -> Number | None:
    """The number some tokens name: 24 for "twenty - four", 200 for "a hundred", 1,500,000 for "1.5 million"."""
    said = [word for word in words if word not in _SMALL_WORDS]
    if said and (number := in_digits(said[0])) is not None:
        return tidy(number * scale_of(" ".join(said[1:])))
    return spelled(" ".join(said))
