"""The day, or longer stretch of days, that a person gives for a date: TIMEX3 values as a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.article.frontmatter import as_date
from reader.late import late

if TYPE_CHECKING:
    from reader.analysis.timeline.days import Interval

_CLOCK = late(r"T(?:(?:[01]\d|2[0-3])(?::[0-5]\d)?|24:00|MO|AF|EV|NI|DT|MI)")
_ALONE = late(r"[\dWQHSPUFAIE-]+(?:T[\w:]+)?")


def as_value(said: str) -> str | None:
    """The TIMEX3 value of what was typed: "9 January 2026" or a value such as "2026-Q1"; None of neither."""
    written = "".join(said.split()).upper()
    if _ALONE.fullmatch(written):
        return written if days_of(written) else None
    if "/" in written:  # two days, or one that half the world reads the other way round
        return None
    day = as_date(said)
    return day.isoformat() if day else None


def days_of(value: str) -> Interval | None:
    """The first and last day of a TIMEX3 value, None when it names none or its time of day is none."""
    from reader.analysis.timeline.days import interval  # brings in a calendar, which few need

    day, parted, clock = value.partition("T")
    if len(day) < len("2026") or (
        parted and not (len(day) == len("2026-01-09") and _CLOCK.fullmatch(f"T{clock}"))
    ):
        return None
    return interval(day)
