"""A quantity as a person would write it in a table."""

from collections.abc import Iterable

from reader.analysis.model import Claim

SIGNS = {"=": "", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ ", "~": "~ "}
CHANGES = {"up": "↑ ", "down": "↓ "}
SCALES = ((10**12, " tn"), (10**9, " bn"), (10**6, " m"))

Number = float | int


def quantity(claim: Claim) -> str:
    """The number of a claim with its comparator and change: "≤ 15,000", "↑ 3.5", "2 m–6 m"."""
    return SIGNS[claim.comparator] + (CHANGES[claim.change] if claim.change else "") + value(claim.value)


def value(number: Number | tuple[Number, Number]) -> str:
    """A number, or both ends of a range."""
    ends: Iterable[Number] = number if isinstance(number, tuple) else (number,)
    return "–".join(_one(end) for end in ends)


def size(claim: Claim) -> float:
    """What a claim is sorted by: its number, or the lower end of its range."""
    return float(claim.value[0] if isinstance(claim.value, tuple) else claim.value)


def _one(number: Number) -> str:
    for scale, sign in SCALES:
        if abs(number) >= scale and round(number / scale, 3) * scale == number:
            return f"{_plain(number / scale)}{sign}"
    return _plain(number)


def _plain(number: Number) -> str:
    """Digits in groups of three, with no more decimals than the number has."""
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.6f}".rstrip("0").rstrip(".")
