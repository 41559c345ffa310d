"""A date as it stands in a column: with its value in ten cells, or as people write it."""

import re
from datetime import date

from reader.analysis.model import TimelineEntry

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_AS_IT_STANDS = re.compile(r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]|H[12]|W\d\d))?")
_SEASON = re.compile(r"\d\d(\d\d)-(SP|SU|FA|WI)")
_DECADE = re.compile(r"\d{3}")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
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


def for_people(entry: TimelineEntry) -> str:
    """When something was, as people write it: "9 Jan 2024", "2–8 Jan 2017", "Nov 2023", "winter 2021", "Q4 2023"."""
    value = entry.value.partition("T")[0]
    if season := _SEASON.fullmatch(value):
        return f"{SEASONS[season[2]]} {value[:4]}"
    if _DECADE.fullmatch(value):
        return f"{value}0s"
    if part := _PART_OF_YEAR.fullmatch(value):
        return f"{part[2]} {part[1]}"
    if month := _MONTH.fullmatch(value):
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}" if 1 <= int(month[2]) <= 12 else value
    if _AS_IT_STANDS.fullmatch(value) and len(value) == 4:
        return value
    return days_for_people(entry.earliest, entry.latest)


def days_for_people(first: date | None, last: date | None = None) -> str:
    """One day, or several from the first to the last: "9 Jan 2024", "30 Jan–5 Feb 2017"."""
    if first is None:
        return ""
    whole = f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if last is None or last == first:
        return whole
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day}–{end}"
    return f"{first.day} {_MONTHS[first.month - 1]}–{end}" if first.year == last.year else f"{whole}–{end}"
