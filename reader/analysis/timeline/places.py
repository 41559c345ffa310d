"""Places in the calendar: "Friday", "12 May", "the third quarter", and the year that is meant."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from reader.analysis.model import Anchor
from reader.analysis.syntax.tense import Direction
from reader.analysis.timeline import days
from reader.analysis.timeline.meaning import Calendar
from reader.analysis.timeline.story import Story

_NEAR = 31  # so many days after the last day named, a narrative goes on from there
_MONDAY = 1
_OPEN = {"": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}


SINCE = -3  # beyond Direction.PAST: "since January" looks back in any text


def value(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """The value of a place, and what its year was found from."""
    place, anchor = _place(named, story, lean)
    return _beside(named, place) if named.plus or named.whole else place, anchor


def _beside(named: Calendar, place: str) -> str:
    """The day before or after a day, its week, or its weekend: a Monday's is the one before it."""
    span = days.interval(place)
    back = span is not None and named.whole == "WE" and span[0].isoweekday() == _MONDAY
    moved = days.shift(span[0], "D", -1 if back else named.plus) if span else None
    return days.value_of(moved, named.whole or "D") if moved else _OPEN[named.whole]


def _place(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    if named.unsaid:
        return open_value(named), None
    if named.decade is not None:
        return days.decade_value(named.decade), None
    if named.century is not None:
        return days.century_value(
            (named.century - 1) * 100 if named.century > 0 else (named.century + 1) * 100
        ), None
    if isinstance(named.year, int):
        return value_in(named, _century(named, named.year, story), story), None
    if named.weekday and not named.day and not named.nth:
        return _weekday(named, story, lean)
    if named.day and not named.month:
        return _in_month(named, story, lean)
    return _nearest(named, story, lean)


def _century(named: Calendar, year: int, story: Story) -> int:
    """The year "'89" stands for: in a narrative one of the century it is in."""
    if named.short and story.narrative and story.year is not None and story.year > 0:
        return story.year // 100 * 100 + year % 100
    return year


def _weekday(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """The nearest such weekday on the side the words say; "last" and "next" never mean the base itself."""
    base = story.recent if story.narrative else story.published
    if named.base == "story" and story.recent:
        base = story.recent
    if base is None or named.weekday is None:
        return open_value(named), None
    ahead = (named.weekday - base.isoweekday()) % 7
    if named.stretch * (1 if lean > 0 else -1) < 0:  # the other end of the stretch is found first
        other = replace(
            named, weekday=(named.weekday + named.stretch - 1) % 7 + 1, stretch=0, plus=-named.stretch
        )
        value, anchor = _weekday(other, story, lean)
        return _beside(other, value), anchor
    if named.weeks is not None:
        ahead = named.weekday - base.isoweekday() + 7 * named.weeks
    elif ahead == 0:
        ahead = 7 * (named.lean or 0)
    elif story.narrative and named.lean is None:
        ahead -= 7 if ahead > 3 else 0
    elif lean <= 0:
        ahead -= 7
    day = days.shift(base, "D", ahead)
    if day is None:
        return open_value(named), None
    return day.isoformat(), "published" if base == story.published else "narrative"


def _in_month(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """ "on the 15th" of the month named last, or in news that names none of the month that brings it nearest."""
    if story.recent:
        named = replace(named, month=story.recent.month)
        return value_in(named, story.recent.year, story), "narrative"
    base = story.published
    if base is None or story.narrative:
        return _OPEN[""], None
    months = [days.shift(base, "M", count) for count in (-1, 0, 1)]
    found = [(replace(named, month=one.month), one.year) for one in months if one]
    spans = [(days.interval(value := value_in(place, year, story)), value) for place, year in found]
    ranked = [(_distance(Choice(span, base, named, lean, False)), value) for span, value in spans if span]
    return (min(ranked)[1], "published") if ranked else (_OPEN[""], None)


def _nearest(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """The place in the year that brings it nearest to the base, on the side the words say."""
    base = _base(named, story)
    if story.narrative and isinstance(base, int):
        return value_in(named, base, story), "narrative"
    if not isinstance(base, date):
        return open_value(named), None
    choices = []
    for year in range(max(base.year - 1, 1), min(base.year + 2, 9999)):
        found = value_in(named, year, story)
        if span := days.interval(found):
            choices.append((_distance(Choice(span, base, named, lean, story.narrative)), found))
    if not choices:
        return open_value(named), None
    return min(choices)[1], "published" if base == story.published else "narrative"


def _base(named: Calendar, story: Story) -> date | int | None:
    """What the year is found from: a day it is near to, or in a narrative the year named last."""
    if not story.narrative:
        return story.day if named.base == "story" and story.day else story.published
    recent = story.recent
    if recent is None or story.year is None or recent.year == story.year:
        return recent or story.year
    if named.day:
        follows = days.interval(value_in(named, recent.year, story))
        if follows and 0 <= (follows[0] - recent).days <= _NEAR:
            return recent
    return story.year


@dataclass(frozen=True, slots=True)
class Choice:
    """A place in one year, held against the day it is looked for from."""

    span: days.Interval
    base: date
    named: Calendar
    lean: int
    narrative: bool

    @property
    def holds_base(self) -> bool:
        """Whether the base is one of its days."""
        return self.span[0] <= self.base <= self.span[1]

    @property
    def ahead(self) -> bool:
        """Whether it comes after the base."""
        return self.span[0] > self.base

    @property
    def gap(self) -> int:
        """Days between it and the base."""
        if self.holds_base:
            return 0
        return (self.span[0] - self.base if self.ahead else self.base - self.span[1]).days

    @property
    def this_year(self) -> bool:
        """Whether it begins in the base's year."""
        return self.span[0].year == self.base.year


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a candidate's distance is multiplied by and how many days are added to it, where something holds."""

    name: str
    holds: Callable[[Choice], bool]
    times: float = 1.0
    plus: int = 0


_OUT = 5000  # days: more than any candidate is away, so that it is taken only where there is no other
# The first that holds counts. What the words say about the direction comes first, then what kind of text it is, then
# which way the clause looks.
PENALTIES = (
    Penalty("last_or_next_is_not_this", lambda c: c.holds_base and c.named.lean in (-1, 1), plus=_OUT),
    Penalty("now", lambda c: c.holds_base),
    Penalty("this_is_of_this_year", lambda c: c.named.lean == 0 and not c.this_year, plus=_OUT),
    Penalty("this", lambda c: c.named.lean == 0),
    # In February "next spring" is not the one that comes in March.
    Penalty(
        "next_season_is_of_another_year",
        lambda c: c.named.lean == 1 and bool(c.named.season) and c.this_year,
        plus=_OUT,
    ),
    # In March "last February" is another year's: this one's is "last month".
    Penalty(
        "last_february_is_not_last_month",
        lambda c: (
            c.named.lean == -1 and bool(c.named.month) and not c.named.day and not c.ahead and c.gap <= _NEAR
        ),
        plus=_OUT // 2,
    ),
    Penalty(
        "against_the_words", lambda c: bool(c.named.lean) and c.ahead != ((c.named.lean or 0) > 0), plus=_OUT
    ),
    Penalty("as_the_words_say", lambda c: bool(c.named.lean)),
    Penalty("a_narrative_goes_on", lambda c: c.narrative and c.lean != SINCE and c.ahead),
    Penalty("a_narrative_goes_back", lambda c: c.narrative and c.lean != SINCE, times=1.4),
    Penalty("ahead_since", lambda c: c.ahead and c.lean == SINCE, times=50),
    Penalty("ahead_in_the_past", lambda c: c.ahead and c.lean == Direction.PAST, times=12),
    Penalty("ahead_in_what_may_be_past", lambda c: c.ahead and c.lean == Direction.LIKELY_PAST, times=2.5),
    Penalty("ahead_in_either", lambda c: c.ahead and c.lean == Direction.NEITHER, times=1.2),
    # "Its third-quarter profit will be lower": that is told when the quarter is over.
    Penalty("a_quarter_behind", lambda c: not c.ahead and c.lean > 0 and bool(c.named.quarter), times=2),
    Penalty("behind_what_may_be_ahead", lambda c: not c.ahead and c.lean == Direction.LIKELY_AHEAD, times=2),
    Penalty("behind_what_is_ahead", lambda c: not c.ahead and c.lean == Direction.AHEAD, times=50),
)


def _distance(choice: Choice) -> float:
    """How far a candidate is from the base in days, with its penalty."""
    penalty = next((penalty for penalty in PENALTIES if penalty.holds(choice)), None)
    return choice.gap * penalty.times + penalty.plus if penalty else choice.gap


def value_in(named: Calendar, year: int, story: Story) -> str:
    """The value of a place in a known year; a day that year does not have stays open."""
    stem = days.year_value(year)
    if named.holiday:
        day = days.holiday_on(named.holiday, year)
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
    day = days.nth_weekday(year, month, weekday, nth)
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
