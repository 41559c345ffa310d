"""Whether two amounts can both be true."""

import math
import re

from reader.analysis.model import Claim

ABOUT = 0.1  # how far "about" reaches, as a share of the number
ROUNDED = 0.05  # how far a number is from the one it is rounded from, at most
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_ENOUGH = 3  # digits of a number that people round


def disagree(one: Claim, other: Claim) -> bool:
    """Whether no amount fits both claims; a rise and a fall never do."""
    if one.change and other.change and one.change != other.change:
        return True
    (low, high), (least, most) = _interval(one), _interval(other)
    return (high < least or most < low) and not (_rounds(one, other) or _rounds(other, one))


def ends(claim: Claim) -> tuple[float, float]:
    """The lowest and the highest number of a claim."""
    return claim.value if isinstance(claim.value, tuple) else (claim.value, claim.value)


def _interval(claim: Claim) -> tuple[float, float]:
    """The amounts that a claim allows."""
    low, high = ends(claim)
    if isinstance(claim.value, tuple) and _VAGUE.search(claim.text):
        return low, math.inf  # "hundreds" of those known so far
    if claim.comparator in {"<", "<="}:
        return -math.inf, high
    if claim.comparator in {">", ">="}:
        return low, math.inf
    if claim.comparator == "~":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    return low, high


def _rounds(rough: Claim, fine: Claim) -> bool:
    """Whether one is the other in fewer digits: "£18m" of "£18.2m", "600 homes" of "612 homes", but not 40 of 41."""
    if isinstance(rough.value, tuple) or isinstance(fine.value, tuple) or not rough.value or not fine.value:
        return False
    digits, precise = _digits(rough.value), _digits(fine.value)
    told = precise >= _ENOUGH or (_has_fraction(fine) and not _has_fraction(rough))
    near = abs(rough.value - fine.value) <= ROUNDED * abs(fine.value)
    return (
        digits < precise
        and told
        and near
        and math.isclose(float(f"{fine.value:.{digits - 1}e}"), rough.value)
    )


def _digits(value: float) -> int:
    """How many digits say something: two of 18,000,000."""
    return len(f"{value:.12e}".split("e")[0].replace(".", "").replace("-", "").rstrip("0")) or 1


def _has_fraction(claim: Claim) -> bool:
    return bool(re.search(r"\d[.,]\d{1,2}(?!\d)", claim.text))
