"""What "m", "k", "bn" after digits mean: a scale, a unit, or nothing."""

import re
from functools import cache

from reader.analysis import lexicon
from reader.analysis.claims.units import currency_before
from reader.analysis.lexicon.patterns import alternatives
from reader.analysis.numerals.words import SUFFIXES


@cache
def _metres() -> re.Pattern[str]:
    cues = alternatives(lexicon.load("units")["metre_cues"])
    return re.compile(rf"[\s-]{cues}\b|\s?\(\s?[0-9][0-9.,]*\s?(?:ft|feet|foot|yards?)\b", re.IGNORECASE)


def read(match: re.Match[str]) -> tuple[int, int]:
    """The scale a numeral's suffix stands for, and where the numeral then ends."""
    written = match["suffix"] or match["letter"]
    if not written:
        return 1, match.end()
    start = match.start("suffix" if match["suffix"] else "letter")
    if _is_scale(match, written, start):
        return SUFFIXES[written.strip().lower()], match.end()
    return 1, len(match.string[:start].rstrip()) if match["suffix"] else start


def _is_scale(match: re.Match[str], written: str, start: int) -> bool:
    money = currency_before(match.string, match.start()) is not None
    sign, spaced = written.strip(), written[0].isspace() or match.string[start - 1].isspace()
    if sign.lower() in ("t", "mm"):
        return money
    if sign in ("b", "k", "m") and spaced:
        return money
    if sign == "K" and not money:
        return len(match["digits"] or "") > 1
    if sign == "m" and not money:
        return not ("." not in (match["digits"] or ".") and _metres().match(match.string, match.end()))
    return True
