"""What a text has named so far, and whether it is told from its own day or from the past."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.timeline import days
from reader.analysis.timeline.meaning import Calendar, Expression, Step

# A narrative states at least so many years, and so many for each time it counts from its own day.
STATED, TO_ONE = 4, 4
FAR = 15  # years
_YEAR = re.compile(r"(BC)?(\d{4})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = re.compile(r"P\d+M|P1Y|\d{4}-H[12]")


@dataclass(slots=True)
class Story:
    """The dates a text is about at one point of it.

    Args:
        published: the publication day, when it is known.
        narrative: whether the text tells of the past, so that what it leaves open follows the date named last.
    """

    published: date | None
    narrative: bool
    value: str = ""  # the last value that names days
    year: int | None = None  # its year, negative before Christ
    recent: date | None = None  # the last day or month that was named, and whether it was no day
    recent_month: str = ""
    far: int | None = None  # a year far from it that was named in passing
    quarter: str = ""  # the quarter the text reports on
    period: str | None = None  # what its last figures are for: a quarter, a day, or "" for what has no value

    @property
    def day(self) -> date | None:
        """The first day of what was named last."""
        span = days.interval(self.value)
        return span[0] if span else None

    @property
    def is_ahead(self) -> bool:
        """Whether the day named last is still to come when the text is published."""
        return bool(self.published and self.day and self.day > self.published)

    def tell(self, value: str, over: bool = False) -> None:
        """Remember a value that has just been found.

        Args:
            over: whether its clause tells of the past.
        """
        plain = value.partition("T")[0]
        if self._digresses(plain):
            return
        if match := _YEAR.match(plain):
            self.year = -int(match[2]) if match[1] else int(match[2])
            self.value = plain
        span = days.interval(plain)
        if span and (span[1] - span[0]).days <= 31:
            self.recent = span[0]
            self.recent_month = plain if len(plain) == len("YYYY-MM") else ""
        if "-Q" in plain and self._reports_on(plain, over):
            self.quarter = plain

    def report(self, value: str, closing: bool) -> None:
        """Remember what the figures that follow are for.

        Args:
            closing: whether figures are given as of this value, or for a time that ended then.
        """
        if "-Q" in value:
            self.period = self.quarter
        elif _MONTHS.fullmatch(value):
            self.period = ""
        elif closing and self.period == "" and _DAY.fullmatch(value):
            self.period = value

    def year_before(self) -> str:
        """The same a year before, for the "a year earlier" of a report; empty where it is for no such time."""
        return f"{int(self.period[:4]) - 1:04}{self.period[4:]}" if self.period else ""

    def _digresses(self, value: str) -> bool:
        """Whether a narrative mentions a year far from its own, once: "for the first time since 1614"."""
        if not (self.narrative and self.year is not None and value.isdigit() and len(value) == len("YYYY")):
            return False
        year = int(value)
        if abs(year - self.year) <= FAR or (self.far is not None and abs(year - self.far) <= FAR):
            self.far = None
            return False
        self.far = year
        return True

    def _reports_on(self, quarter: str, told: bool) -> bool:
        """Whether a quarter is the one in question: the latest named that was over when the text was written.

        Or one that goes on by the calendar, where the text begins with what came of it: a firm's fourth
        quarter may end in September.
        """
        span = days.interval(quarter)
        if span is None or self.published is None:
            return span is not None and quarter > self.quarter
        if told and not self.quarter:
            return span[0] <= self.published
        return span[1] < self.published and quarter > self.quarter

    def reported(self, period: bool) -> str:
        """What a report is on within its year: "-Q3", or nothing where a ``period`` that is no quarter is meant."""
        if period and self.period is not None and "-Q" not in self.period:
            return ""
        return self.completed_quarter()[len("YYYY") :]

    def completed_quarter(self) -> str:
        """The quarter in question, else the last that was over on the publication day."""
        if self.quarter or self.published is None:
            return self.quarter
        before = days.shift(self.published, "Q", -1)
        return days.value_of(before, "Q") if before else ""


_HISTORY = "The mill stood in 1950, in 1951, in 1952 and in 1953."


@rule(
    "timeline.tells_of_the_past",
    "A text that states its years, and hardly ever counts from its own day, follows the date named last.",
    decides=[reads(f"{_HISTORY} It burnt in June.", when("June", value="1953-06"))],
    leaves=[reads("The mill stood in 1950. It burnt in January.", when("January", value="2026-01"))],
)
def tells_of_the_past(expressions: Iterable[Expression]) -> bool:
    """Whether a text is a narrative."""
    stated = deictic = 0
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Calendar):
            stated += isinstance(meaning.year, int)
            deictic += bool(meaning.weekday and not meaning.day)
        elif isinstance(meaning, Step):
            deictic += meaning.base == "published"
    return stated >= STATED and stated > TO_ONE * deictic


NARRATIVE: "Order[[Iterable[Expression]], bool]" = Order("Is a text told of the past?", tells_of_the_past)
