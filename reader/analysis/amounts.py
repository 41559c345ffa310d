"""An amount as people write it in a column: as the article words it, made compact, and never false.

Digits stay as the article has them ("€1.10", "1,500,000"); scale and unit are shortened ("£42m", "6 km",
"29 %-points"), comparators become signs ("≤ 15,000"), plain number words become digits ("two" is "2");
shares and what is vague stay in words ("one in five", "dozens"). What does not come to the value that
was found is written from the value instead.
"""

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.model import Claim
from reader.analysis.numerals import ANY_SCALE, MULTIPLES, PLAIN, SCALES, SUFFIXES, VULGAR, VULGARS, Number
from reader.late import late

# --- Digits as they are written in a column, and read back from a text that has them.

_SCALE_SIGNS = {10**12: "tn", 10**9: "bn", 10**6: "m"}  # of scales, the largest first
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
        sign = _SCALE_SIGNS.get(_FACTORS[self.scale], self.scale)
        if sign in SCALES:
            return numeral(self.value)
        touches = short and (sign in _SCALE_SIGNS.values() or len(sign) <= 1)
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
    for scale, sign in _SCALE_SIGNS.items():
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


# --- The amount of a claim.

SIGNS = {"=": "", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ ", "~": "~ "}
CHANGES = {"up": "↑ ", "down": "↓ "}
_EACH = late(r"(?:\s+(?:an?|per|each)\s+|\s*/\s*)(?=\w)")
_TO = late(r".*?\s*(?:[-–—]|\bto\b-?|\band\b|\bor\b)\s*")


def amount(claim: Claim) -> str:
    """The amount of a claim: "≤ 15,000", "↑ 3.5%", "£2m–£6m", "one in five", "18 months"."""
    core = bare(claim.text)
    change = "" if claim.change is None or multiplies(core) else CHANGES[claim.change]
    return change + SIGNS[claim.comparator] + _number(core, claim)


def size(claim: Claim) -> float:
    """What a claim is sorted by: its number, or the lower end of its range."""
    return float(_ends(claim)[0])


def counted(claim: Claim) -> str:
    """What is counted: "soldiers". Nothing for what is measured, whose unit stands with the number."""
    return (claim.unit or "") if claim.kind == "count" else ""


def _number(core: str, claim: Claim) -> str:
    if claim.kind == "ratio" and claim.unit != "times":
        return re.sub(r"\b(in|of) every\b", r"\1", core[:1].lower() + core[1:])
    if any(map(str.isdigit, core)):
        return _as_written(core, claim) or _by_value(core, claim)
    return _vague(core, claim) or _by_value(core, claim)


def _as_written(core: str, claim: Claim) -> str | None:
    """With the digits of the text; None where they do not come to the value of the claim."""
    found = _fitting(list(numerals(core)), _ends(claim))
    if not found:
        return None
    written = lead = core[: found[0].start]
    for number, following in zip(found, [*found[1:], None], strict=True):
        # "6m metres" would be hard to read
        written += number.compact(short=claim.unit != "metre")
        if following:
            written += "–" + _TO.sub("", core[number.end : following.start], count=1)
    return written + _tail(core[found[-1].end :], bool(lead.strip()), claim)


def _fitting(found: list[Numeral], ends: tuple[float, ...]) -> list[Numeral]:
    """The numbers of the text as far as they are the ends of the amount: all of them, or none."""
    if len(found) != len(ends):
        return []
    read = ((number, number.unscaled(), number.sharing(found[-1])) for number in found)
    fits = [
        next((each for each in readings if math.isclose(each.value, end, rel_tol=1e-9)), None)
        for readings, end in zip(read, ends, strict=True)
    ]
    return [each for each in fits if each is not None] if None not in fits else []


def _tail(words: str, led: bool, claim: Claim) -> str:
    """The unit behind the last number: by its sign, in the article's words, or by its name.

    Args:
        led: whether something, such as the sign of a currency, stands before the number.
    """
    whole, _, each = (claim.unit or "").partition(" per ")
    words = words.strip()
    if claim.kind == "count":
        return ""
    if claim.kind == "money" and led:
        return f"/{each}" if each else ""
    if re.search(r"\bold$", words):
        return _unit(claim) + " old"
    if len(words) < 2 or words[0] == "-" or words == whole or sign_of(claim.unit or "") or sign_of(whole):
        return _unit(claim)  # also where the text has "37m" or "a 40 yard line"
    return " " + (_EACH.sub("/", words, count=1) if each else words)


def _vague(core: str, claim: Claim) -> str | None:
    """ "dozens", "tens of thousands of euros": a range that the article does not give in numbers."""
    if not isinstance(claim.value, tuple) or re.search(r"\b(?:to|and|or)\b|[-–]", core):
        return None
    at = core.casefold().find(counted(claim).casefold() or "\0")
    return (core[:at] if at > 0 else core).lower().strip().removesuffix(" of").rstrip(" “‘\"'")


def _by_value(core: str, claim: Claim) -> str:
    if not all(exact(end) for end in _ends(claim)):
        return core  # "1/128 of a gallon"
    return "–".join(map(numeral, _ends(claim))) + ("" if claim.kind == "count" else _unit(claim))


def _unit(claim: Claim) -> str:
    return unit_words(claim.unit, one=claim.value == 1)


def _ends(claim: Claim) -> tuple[float | int, ...]:
    return claim.value if isinstance(claim.value, tuple) else (claim.value,)


# --- The unit behind it.


def unit_words(unit: str | None, one: bool = False) -> str:
    """A unit by its canonical name, with the space that parts it from the number.

    Args:
        one: whether the number before it is 1.
    """
    if not unit:
        return ""
    whole, _, each = unit.partition(" per ")
    if sign := sign_of(unit):
        return sign if sign in _unit_words()["attached"] else f" {sign}"
    return unit_words(whole, one) + f"/{each}" if each else f" {unit if one else plural(unit)}"


def sign_of(unit: str) -> str | None:
    """The sign of a unit, where it has one that nobody takes for another."""
    sign: str | None = _unit_words()["signs"].get(unit)
    return sign


def plural(unit: str) -> str:
    """The name of a unit in the plural: "feet", "Swedish kronor", "years"."""
    before, _, last = unit.rpartition(" ")
    made = _unit_words()["plurals"].get(last)
    if made is None and last.endswith("y") and last[-2:-1] not in "aeiou":
        made = last[:-1] + "ies"
    made = made or (last if last.endswith("s") else last + "s")
    return f"{before} {made}".strip()


def _unit_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = lexicon.load("unit_words")
    return words


# --- What is left of the words of an amount without those that say how exact it is: number and unit. Nearly all
# amounts are told apart by plain words: the panels are filled before a pattern of all of them is made.

_OPENS_RANGE = ("between", "from")


def bare(words: str) -> str:
    """ "well over 1,000 people" -> "1,000 people"; a text that says nothing else stays as it is."""
    words = " ".join(words.split())
    while 0 < (end := _begins(words)) < len(words):
        words = words[end:]
    small = words.lower()
    return (
        _exactness_after().sub("", words)
        if any(phrase in small for phrase in _phrases_exactness_after())
        else words
    )


def multiplies(core: str) -> bool:
    """Whether an amount is a word that says which way, too: "doubled", "halving"."""
    stems = (verb.removesuffix("e") for way in MULTIPLES.values() for verb in way)
    return core.casefold().startswith(tuple(stems))


def _begins(words: str) -> int:
    """Where an amount begins behind a phrase that says how exact it is, 0 where there is none."""
    small = words.lower()
    if not small.startswith(_phrases_before()):
        return 0
    phrases = (phrase for phrase in _phrases_before() if small.startswith(phrase))
    return next((end for phrase in phrases if (end := _parted(words, len(phrase)))), 0)


def _parted(words: str, end: int) -> int:
    """Where words go on that are parted from what ends there; 0 where they are not."""
    following = words[end : end + 1]
    if following in {" ", "-"}:
        return end + 1
    is_sign = bool(following) and not (following.isalnum() or following == "_")
    return end if is_sign or following.isdecimal() else 0


@cache
def _phrases_before() -> tuple[str, ...]:
    comparators = lexicon.load("comparators")
    between = [word for word in comparators["between"] if word not in ("a", "an")]  # "a third"
    phrases = [phrase for phrases in comparators["before"].values() for phrase in phrases]
    return _longest_first([*phrases, *between, *_OPENS_RANGE])


@cache
def _phrases_exactness_after() -> tuple[str, ...]:
    after = lexicon.load("comparators")["after"]
    return _longest_first([phrase for phrases in after.values() for phrase in phrases])


@cache
def _exactness_after() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s?{alternatives(_phrases_exactness_after())}(?!\w)", re.IGNORECASE)


def _longest_first(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted((phrase.lower() for phrase in phrases), key=len, reverse=True))
