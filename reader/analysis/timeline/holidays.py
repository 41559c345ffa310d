"""Holidays: which day of a year each falls on."""

from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from reader.analysis import lexicon

Rule = dict[str, Any]


def rules() -> dict[str, Rule]:
    """How each holiday is computed, by its name in lower case."""
    found: dict[str, Rule] = lexicon.load("holidays")
    return found


def day_of(name: str, year: int) -> date | None:
    """The day of a holiday in a year, None where the calendar has none."""
    rule = rules().get(name)
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
