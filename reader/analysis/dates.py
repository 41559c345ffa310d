"""A date as people write it in a column, in at most ten cells."""

import re
from datetime import date

from reader.analysis.model import TimelineEntry

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_AS_IT_STANDS = re.compile(r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]|H[12]|W\d\d))?")
_SEASON = re.compile(r"\d\d(\d\d)-(SP|SU|FA|WI)")
_DECADE = re.compile(r"\d{3}")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
PARTS = {
    "TMO": "morning",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
    "TMI": "midday",
}


def label(entry: TimelineEntry) -> str:
    """The day, month, year, quarter or season an entry names: "2022-01-07", "2022-01", "winter ’21"."""
    value = entry.value.partition("T")[0]
    if _AS_IT_STANDS.fullmatch(value):
        return value
    if season := _SEASON.fullmatch(value):
        return f"{SEASONS[season[2]]} ’{season[1]}"
    if _DECADE.fullmatch(value):
        return f"{value}0s"
    return day(entry.earliest)


def time_of_day(entry: TimelineEntry) -> str:
    """The time or part of the day an entry names: "14:30", "morning"; else nothing."""
    if clock := _CLOCK.search(entry.value):
        return "midnight" if clock[1] in {"00:00", "24:00"} else clock[1]
    return next((name for part, name in PARTS.items() if entry.value.endswith(part)), "")


def day(when: date | None) -> str:
    """A calendar day, in full."""
    return when.isoformat() if when else ""
