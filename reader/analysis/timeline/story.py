"""What a text has named so far, and whether it is told from its own day or from the past."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.syntax.tense import Direction, direction, is_told_now
from reader.analysis.syntax.view import Syntax
from reader.analysis.timeline import days
from reader.analysis.timeline.expressions import relative
from reader.analysis.timeline.meaning import Calendar, Expression, Step

# A narrative states at least so many years, and so many for each time it counts from its own day.
STATED, TO_ONE = 4, 4
PURE = 20  # years stated for each time that a text counts from its own day: it tells of nothing but the past
FAR = 15  # years
_WEEK = 7  # days
# "At the end of the year", which in what is told may be that of any year.
_OF_THE_STORY = (relative.the_unit, relative.year_end)
_YEAR = re.compile(r"(BC)?(\d{4})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = re.compile(r"P\d+M|P1Y|\d{4}-H[12]")


@dataclass(slots=True)
class Story:
    """The dates a text is about at one point of it.

    Args:
        published: the publication day, when it is known.
        narrative: whether the passage tells of the past, so that what it leaves open follows the date named last.
    """

    published: date | None
    narrative: bool = False
    value: str = ""  # the last value that names days
    year: int | None = None  # its year, negative before Christ
    recent: date | None = None  # the last day or month that was named, and whether it was no day
    recent_month: str = ""
    far: int | None = None  # a year far from it that was named in passing
    quarter: str = ""  # the quarter the text reports on
    moment: str = ""  # the last time of a day: "2026-03-12T18:00"
    place: int = -1  # the paragraph in which the last value was named, and the one that is read
    here: int = -1
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

    @property
    def is_aside(self) -> bool:
        """Whether the day named last is of another paragraph and of another week than the publication day."""
        if self.day is None or self.published is None or self.place == self.here:
            return False
        return abs((self.day - self.published).days) > _WEEK

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
_LONG = "The mill stood in 1949, in 1950, in 1951, in 1952 and in 1953."


@dataclass(frozen=True, slots=True)
class Passage:
    """A time with what its paragraph tells before it.

    Attributes:
        counts: whether a time of the paragraph is counted from the day it was written: "on Wednesday", "last week".
        stated: whether the paragraph names a year before the time.
        ahead: how surely the clause of the time looks ahead from that day: "will open", "is due to open", "opens".
        pure: whether hardly a time of the whole text is counted from that day.
    """

    counts: bool
    stated: bool
    ahead: int
    pure: bool


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
        stated += _states_year(expression)
        deictic += _counts_from_now(expression)
    return stated >= STATED and stated > TO_ONE * deictic


@rule(
    "timeline.day_of_the_news",
    "In a text that tells of the past, a paragraph with a weekday or “last week” is told from the publication day.",
    decides=[
        reads(
            f"{_LONG}\n\nIts owner, who bought it in 1951, died on Wednesday.",
            when("Wednesday", value="2026-03-11"),
        )
    ],
    leaves=[reads(f"{_HISTORY} It was sold in December.", when("December", value="1953-12"))],
)
def day_of_the_news(passage: Passage) -> bool:
    """Whether a time of the paragraph is counted from the publication day."""
    return passage.counts and not passage.pure


@rule(
    "timeline.paragraph_without_a_year",
    "A paragraph that names no year, in a text that also tells the news, is told from the publication day.",
    decides=[
        reads(
            f"{_LONG}\n\nIts owner, Hans Feld, died on Wednesday.\n\nHe had left the mill in May.",
            when("May", value="2025-05"),
        )
    ],
    leaves=[
        reads(
            "Hans Feld died on Wednesday.\n\nThe mill stood in 1950, in 1951, in 1952, in 1953 and in 1954. It burnt in May.",
            when("May", value="1954-05"),
        )
    ],
)
def paragraph_without_a_year(passage: Passage) -> bool:
    """Whether no year is named before the time."""
    return not passage.stated and not passage.pure


@rule(
    "timeline.told_from_now",
    "A clause that looks ahead in the future or the present is told from the publication day.",
    decides=[
        reads(
            f"{_HISTORY}\n\nA book on the mill will be published in May.",
            when("May", value="2026-05"),
        )
    ],
    leaves=[
        reads(f"{_HISTORY}\n\nA book on the mill was published in May.", when("May", value="1953-05")),
    ],
)
def told_from_now(passage: Passage) -> bool:
    """Whether the clause surely says so; a likely one is enough where the text also tells the news."""
    if passage.pure:
        return passage.ahead == Direction.AHEAD and not passage.stated
    return passage.ahead > 0


NARRATIVE: "Order[[Iterable[Expression]], bool]" = Order("Is a text told of the past?", tells_of_the_past)
NEWS: "Order[[Passage], bool]" = Order(
    "Is a passage of it told from the publication day?",
    day_of_the_news,
    paragraph_without_a_year,
    told_from_now,
)


class Passages:
    """Which passages of a text are told from the past, and which from its own day.

    A text that does not tell of the past is told from its own day throughout, as is none whose day is unknown.
    """

    def __init__(self, view: Syntax, expressions: Sequence[Expression], published: date | None) -> None:
        self._view, self._published = view, published
        self._past = NARRATIVE.first(expressions)
        counts = {
            self._paragraph(one) for one in expressions if _counts_from_now(one) and not self._said(one)
        }
        stated = [one for one in expressions if _states_year(one)]
        self._counts, self._pure = counts, len(stated) > PURE * len(counts)
        self._year: dict[int, int] = {}  # where in a paragraph the first year stands
        for one in reversed(stated):
            self._year[self._paragraph(one)] = one.start

    def told(self, expression: Expression) -> tuple[bool, tuple[str, ...]]:
        """Whether a time is told from the past, and the rules that say so or keep it from being so."""
        if self._past is None:
            return False, ()
        news = NEWS.first(self._passage(expression)) if self._published is not None else None
        return (False, (news.rule,)) if news is not None else (True, (self._past.rule,))

    def _passage(self, expression: Expression) -> Passage:
        paragraph = self._paragraph(expression)
        return Passage(
            counts=paragraph in self._counts,
            stated=self._year.get(paragraph, expression.start) < expression.start,
            ahead=self._ahead(expression),
            pure=self._pure,
        )

    def _paragraph(self, expression: Expression) -> int:
        return self._view.paragraph_of(self._view.tokens_of(0, expression.start)[1]).index

    def _said(self, expression: Expression) -> bool:
        """Whether it stands in somebody's own words, which may be of another day."""
        token = self._view.at(expression.start)
        return token is not None and self._view.is_marked(token)

    def _ahead(self, expression: Expression) -> int:
        token = self._view.at(expression.start)
        if token is None or self._view.is_marked(token) or not is_told_now(token):
            return 0
        return direction(token)


def _states_year(expression: Expression) -> bool:
    return isinstance(expression.meaning, Calendar) and isinstance(expression.meaning.year, int)


def _counts_from_now(expression: Expression) -> bool:
    """Whether it says by itself that it is counted from the day of writing: "Wednesday", "last week", not "two years ago"."""
    meaning = expression.meaning
    if isinstance(meaning, Calendar):
        return bool(meaning.weekday and not meaning.day and not meaning.nth)
    return isinstance(meaning, Step) and meaning.base == "published" and not expression.is_by(*_OF_THE_STORY)
