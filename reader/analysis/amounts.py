"""An amount as people write it in a column: as the article words it, made compact, and never false.

Digits stay as the article has them ("€1.10", "1,500,000"); scale and unit are shortened ("£42m", "6 km",
"29 %-points"), comparators become signs ("≤ 15,000"), plain number words become digits ("two" is "2");
shares and what is vague stay in words ("one in five", "dozens"). What does not come to the value that
was found is written from the value instead.
"""

import math
import re

from reader.analysis.bareamounts import bare, multiplies
from reader.analysis.model import Claim
from reader.analysis.numerals.columns import Numeral, exact, numeral, numerals
from reader.analysis.unitwords import sign_of, unit_words
from reader.late import late

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
