"""The order of a timeline: earliest first, what holds the rest of its days before it, the undated at the end."""

import re

from reader.analysis.model import TimelineEntry

_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})")
_DAYS_A_YEAR = 366
_DATED, _OPEN, _APART = range(3)


def ordered(entries: list[TimelineEntry]) -> list[TimelineEntry]:
    """Earliest first; a year before its months; on one day in text order; durations and sets apart, last."""
    return sorted(entries, key=_place)


def _place(entry: TimelineEntry) -> tuple[int, int, int, int]:
    if entry.type in ("DURATION", "SET"):
        return _APART, 0, 0, entry.start
    if entry.earliest is not None and entry.latest is not None:
        return _DATED, entry.earliest.toordinal(), -entry.latest.toordinal(), entry.start
    if match := _BEFORE_CHRIST.match(entry.value):
        year = int(match[1].ljust(4, "0"))
        return _DATED, -year * _DAYS_A_YEAR, 0, entry.start
    return _OPEN, 0, 0, entry.start
