"""Places in the calendar: "Friday", "12 May", "the third quarter", and the year that is meant."""

from dataclasses import replace
from datetime import date

from reader.analysis.model import Anchor
from reader.analysis.timeline import days, within
from reader.analysis.timeline.meaning import Calendar
from reader.analysis.timeline.story import Story

# What a day on the other side of the base counts for, by how surely the clause looks that way.
_AHEAD_WHEN_BACK = {-3: 50.0, -2: 12.0, -1: 2.5, 0: 1.2, 1: 1.0, 2: 1.0}
_BACK_WHEN_AHEAD = {-3: 1.0, -2: 1.0, -1: 1.0, 0: 1.0, 1: 2.0, 2: 50.0}
_BACK_IN_NARRATIVE = 1.4
_NEAR = 31  # so many days after the last day named, a narrative goes on from there
_OFF = 5000.0
_MONDAY = 1
_OPEN = {"": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}
SINCE = -3  # "since January" looks back in any text


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
        return within.open_value(named), None
    if named.decade is not None:
        return days.decade_value(named.decade), None
    if named.century is not None:
        return days.century_value(
            (named.century - 1) * 100 if named.century > 0 else (named.century + 1) * 100
        ), None
    if isinstance(named.year, int):
        return within.value_in(named, _century(named, named.year, story), story), None
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
        return within.open_value(named), None
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
        return within.open_value(named), None
    return day.isoformat(), "published" if base == story.published else "narrative"


def _in_month(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """ "on the 15th" of the month named last, or in news that names none of the month that brings it nearest."""
    if story.recent:
        named = replace(named, month=story.recent.month)
        return within.value_in(named, story.recent.year, story), "narrative"
    base = story.published
    if base is None or story.narrative:
        return _OPEN[""], None
    months = [days.shift(base, "M", count) for count in (-1, 0, 1)]
    found = [(replace(named, month=one.month), one.year) for one in months if one]
    spans = [(days.interval(value := within.value_in(place, year, story)), value) for place, year in found]
    ranked = [(_distance(span, base, named, lean, False), value) for span, value in spans if span]
    return (min(ranked)[1], "published") if ranked else (_OPEN[""], None)


def _nearest(named: Calendar, story: Story, lean: int) -> tuple[str, Anchor | None]:
    """The place in the year that brings it nearest to the base, on the side the words say."""
    base = _base(named, story)
    if story.narrative and isinstance(base, int):
        return within.value_in(named, base, story), "narrative"
    if not isinstance(base, date):
        return within.open_value(named), None
    choices = []
    for year in range(max(base.year - 1, 1), min(base.year + 2, 9999)):
        found = within.value_in(named, year, story)
        if span := days.interval(found):
            choices.append((_distance(span, base, named, lean, story.narrative), found))
    if not choices:
        return within.open_value(named), None
    return min(choices)[1], "published" if base == story.published else "narrative"


def _base(named: Calendar, story: Story) -> date | int | None:
    """What the year is found from: a day it is near to, or in a narrative the year named last."""
    if not story.narrative:
        return story.day if named.base == "story" and story.day else story.published
    recent = story.recent
    if recent is None or story.year is None or recent.year == story.year:
        return recent or story.year
    if named.day:
        follows = days.interval(within.value_in(named, recent.year, story))
        if follows and 0 <= (follows[0] - recent).days <= _NEAR:
            return recent
    return story.year


def _distance(span: days.Interval, base: date, named: Calendar, lean: int, narrative: bool) -> float:
    """How far a candidate is from the base in days, the wrong side counting for more."""
    if span[0] <= base <= span[1]:
        return _OFF if named.lean in (-1, 1) else 0
    ahead = span[0] > base
    gap = float((span[0] - base).days if ahead else (base - span[1]).days)
    if named.lean == 0:
        return gap + (_OFF if span[0].year != base.year else 0)  # "this September"
    if named.lean == 1 and named.season and span[0].year == base.year:
        return _OFF  # in February "next spring" is not the one that comes in March
    if named.lean == -1 and named.month and not named.day and not ahead and gap <= _NEAR:
        return gap + _OFF / 2  # in March "last February" is another year's: this one's is "last month"
    if named.lean:
        return gap + (_OFF if ahead != (named.lean > 0) else 0)
    if narrative and lean != SINCE:
        return gap if ahead else gap * _BACK_IN_NARRATIVE
    if named.quarter and lean > 0:
        lean = 1  # "its third-quarter profit will be lower": it is told when the quarter is over
    return gap * (_AHEAD_WHEN_BACK if ahead else _BACK_WHEN_AHEAD)[lean]
