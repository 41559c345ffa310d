"""The value of a place in a year that is known, and of one whose year nobody knows."""

from datetime import MAXYEAR

from reader.analysis.timeline import days, holidays
from reader.analysis.timeline.meaning import Calendar
from reader.analysis.timeline.story import Story


def value_in(named: Calendar, year: int, story: Story) -> str:
    """The value of a place in a known year; a day that year does not have stays open."""
    stem = days.year_value(year)
    if named.holiday:
        day = holidays.day_of(named.holiday, year)
        return day.isoformat() if day else stem
    if named.quarter is not None:
        return stem + (f"-Q{named.quarter}" if named.quarter else story.reported(named.period))
    if named.half:
        return f"{stem}-H{named.half}"
    if named.season:
        return f"{stem}-{named.season}"
    if named.month and named.day:
        full = f"{stem}-{named.month:02}-{named.day:02}"
        return full if year < 0 or days.interval(full) else open_value(named)
    if named.month and named.nth and named.weekday and 0 < year < MAXYEAR:
        return _nth(year, named.month, named.weekday, named.nth)
    return f"{stem}-{named.month:02}" if named.month else stem


def _nth(year: int, month: int, weekday: int, nth: int) -> str:
    """The nth such weekday of a month; the month where it has none."""
    day = holidays.nth_weekday(year, month, weekday, nth)
    return day.isoformat() if day.month == month else f"{year:04}-{month:02}"


def open_value(named: Calendar) -> str:
    """The value of a place whose year nobody knows."""
    if named.quarter is not None:
        return f"XXXX-Q{named.quarter or 'X'}"
    if named.half:
        return f"XXXX-H{named.half}"
    if named.season:
        return f"XXXX-{named.season}"
    if named.month and named.day:
        return f"XXXX-{named.month:02}-{named.day:02}"
    if named.month:
        return f"XXXX-{named.month:02}"
    return f"XXXX-WXX-{named.weekday}" if named.weekday else "XXXX-XX-XX"
