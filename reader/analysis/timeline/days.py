"""Calendar arithmetic: TIMEX3 values from days, the days a value spans, and the day a holiday falls on."""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from reader.analysis import lexicon

Interval = tuple[date, date]

# The months a season spans, the northern half's, as TIMEX3 has them.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def shift(day: date, unit: str, count: int) -> date | None:
    """The day so many units on, or None when the calendar does not reach that far."""
    try:
        if unit in ("D", "W", "2W", "WE"):
            return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14, "WE": 7}[unit])
        months = {"M": 1, "Q": 3, "H": 6, "SE": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}[unit]
        return day + relativedelta(months=months * count)
    except (OverflowError, ValueError):
        return None


def year_value(year: int) -> str:
    """ "1990", or "BC0044" for year -44."""
    return f"BC{-year:04}" if year < 0 else f"{year:04}"


def decade_value(year: int) -> str:
    """The decade of a year: "199"."""
    return f"BC{-year // 10:03}" if year < 0 else f"{year // 10:03}"


def century_value(year: int) -> str:
    """The century of a year, as its years begin: "19" for 1990."""
    return f"BC{-year // 100:02}" if year < 0 else f"{year // 100:02}"


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds a day: "2022-W01" for a week."""
    match unit:
        case "D" | "TH" | "TM" | "TS":
            return day.isoformat()
        case "W" | "2W" | "WE":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "H":
            return f"{day.year:04}-H{(day.month + 5) // 6}"
        case "DE":
            return decade_value(day.year)
        case "CE" | "ML":
            return century_value(day.year)
    return year_value(day.year)


_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"(\d{4})-(\d\d)-(\d\d)", "day"),
        (r"(\d{4})-(\d\d)", "month"),
        (r"(\d{4})-W(\d\d)", "week"),
        (r"(\d{4})-W(\d\d)-WE", "weekend"),
        (r"(\d{4})-Q([1-4])", "quarter"),
        (r"(\d{4})-H([12])", "half"),
        (r"(\d{4})-(SP|SU|FA|WI)", "season"),
        (r"(\d{4})", "year"),
        (r"(\d{3})", "decade"),
        (r"(\d{2})", "century"),
    )
)


def interval(value: str) -> Interval | None:
    """The first and last day of a TIMEX3 value, or None when it names no closed stretch of days."""
    plain = value.partition("T")[0]
    for pattern, kind in _FORMS:
        if match := pattern.fullmatch(plain):
            try:
                return _span(kind, match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _span(kind: str, parts: tuple[str, ...]) -> Interval:
    """The days of a value that has been taken apart; raises ValueError for an impossible one."""
    first = int(parts[0])
    match kind:
        case "day":
            day = date(first, int(parts[1]), int(parts[2]))
            return day, day
        case "month" | "quarter" | "half":
            length = {"month": 1, "quarter": 3, "half": 6}[kind]
            last = length * int(parts[1])
            return date(first, last - length + 1, 1), month_end(first, last)
        case "week":
            return date.fromisocalendar(first, int(parts[1]), 1), date.fromisocalendar(
                first, int(parts[1]), 7
            )
        case "weekend":
            return date.fromisocalendar(first, int(parts[1]), 6), date.fromisocalendar(
                first, int(parts[1]), 7
            )
        case "season":
            begin, end = SEASONS[parts[1]]
            return date(first, begin, 1), month_end(first + (end < begin), end)
    years = {"year": 1, "decade": 10, "century": 100}[kind]
    return date(max(first * years, MINYEAR), 1, 1), date(min(first * years + years - 1, MAXYEAR), 12, 31)


HolidayRow = dict[str, Any]


def holidays() -> dict[str, HolidayRow]:
    """How each holiday is computed, by its name in lower case."""
    found: dict[str, HolidayRow] = lexicon.load("holidays")
    return found


def holiday_on(name: str, year: int) -> date | None:
    """The day of a holiday in a year, None where the calendar has none."""
    rule = holidays().get(name)
    if rule is None or not 1583 <= year <= 4099:
        return None
    if "easter" in rule:
        return easter(year) + timedelta(days=rule["easter"])
    if "weekday" in rule:
        return nth_weekday(year, rule["month"], rule["weekday"], rule["nth"]) + timedelta(
            days=rule.get("plus", 0)
        )
    return date(year, rule["month"], rule["day"])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, 1 being Monday; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    after = date(year + month // 12, month % 12 + 1, 1)
    last = after - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
