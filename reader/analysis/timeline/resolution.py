"""From what an expression says to the TIMEX3 value it has where it stands."""

from dataclasses import dataclass
from datetime import date, timedelta

from reader.analysis.model import Anchor, TimexType
from reader.analysis.timeline import days, holidays
from reader.analysis.timeline.meaning import Calendar, Expression, Length, OfDay, Reference, Repeat, Step
from reader.analysis.timeline.story import Story

OPEN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "H": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "XX", "SE": "XXXX-XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value, and what it was counted from (None for nothing)."""

    type: TimexType
    value: str
    anchor: Anchor | None = None


def resolve(expression: Expression, story: Story, lean: int) -> Resolved:
    """The value of an expression where the story stands.

    Args:
        lean: -1 where its clause tells of the past, 1 where it looks ahead, 0 where it does not say.
    """
    meaning = expression.meaning
    match meaning:
        case Length():
            return Resolved("DURATION", meaning.value)
        case Repeat():
            return Resolved("SET", meaning.value)
        case Reference():
            return Resolved("DATE", meaning.value)
        case OfDay():
            return _of_day(meaning, story)
        case Step():
            return _timed(_step(meaning, story), meaning.clock)
        case Calendar():
            return _timed(_calendar(meaning, story, lean), meaning.clock)


def _timed(resolved: Resolved, clock: str) -> Resolved:
    """The same with a time of day."""
    return Resolved("TIME", resolved.value + clock, resolved.anchor) if clock else resolved


def _of_day(meaning: OfDay, story: Story) -> Resolved:
    """A time of the day named last, or of the publication day."""
    if len(story.value) == 10:
        return Resolved("TIME", story.value + meaning.clock, "narrative")
    if story.published and not story.narrative:
        return Resolved("TIME", story.published.isoformat() + meaning.clock, "published")
    return Resolved("TIME", OPEN["D"] + meaning.clock)


def _base(step: Step, story: Story) -> tuple[date | None, Anchor]:
    """The day a step is counted from."""
    if step.base == "published" and not story.narrative:
        return story.published, "published"
    if step.base == "story" and not story.narrative and not story.value:
        return story.published, "published"
    return story.day, "narrative"


def _step(step: Step, story: Story) -> Resolved:
    base, anchor = _base(step, story)
    if step.count is None:
        return Resolved("DATE", "PAST_REF" if step.sign < 0 else "FUTURE_REF", anchor if base else None)
    if step.unit.startswith("T"):
        return Resolved("TIME", OPEN["D"] + "TXX")
    if step.unit == "Q" and step.count == 0 and step.base == "story" and story.quarter:
        return Resolved("DATE", story.quarter, "narrative")
    if step.unit == "Y" and step.base == "story" and story.year is not None and story.narrative:
        return Resolved("DATE", days.year_value(story.year + step.count), "narrative")
    if base is None:
        return Resolved("DATE", OPEN[step.unit])
    moved = days.shift(base, step.unit, step.count)
    if moved is None:
        return Resolved("DATE", OPEN[step.unit])
    return Resolved("DATE", days.value_of(moved, step.unit), anchor)


def _calendar(named: Calendar, story: Story, lean: int) -> Resolved:
    """A place in the calendar, its missing year found."""
    lean = named.lean if named.lean is not None else lean
    if named.decade is not None:
        return Resolved("DATE", days.decade_value(named.decade))
    if named.century is not None:
        return Resolved(
            "DATE",
            days.century_value(named.century * 100 - 100 if named.century > 0 else named.century * 100 + 100),
        )
    if named.weekday and not named.day:
        return _weekday(named, story, lean)
    if isinstance(named.year, Step):
        return _in_step(named, named.year, story)
    if isinstance(named.year, int):
        return Resolved("DATE", _within(named, named.year, story))
    return _missing_year(named, story, lean)


def _in_step(named: Calendar, step: Step, story: Story) -> Resolved:
    """ "August of that year", "last year's third quarter"."""
    year = _step(step, story)
    if step.base == "story" and not story.narrative and step.count == -1 and story.published:
        base = int(story.quarter[:4]) if story.quarter else story.published.year
        return Resolved("DATE", _within(named, base - 1, story), "narrative")
    value = year.value
    if not value.isdigit():
        return Resolved("DATE", _open(named))
    return Resolved("DATE", _within(named, int(value), story), year.anchor)


def _within(named: Calendar, year: int, story: Story) -> str:
    """The value of a place in the calendar of a known year; of an impossible day only its month."""
    stem = days.year_value(year)
    if named.holiday and (day := holidays.day_of(named.holiday, year)):
        return day.isoformat()
    if named.quarter is not None:
        if named.quarter:
            return f"{stem}-Q{named.quarter}"
        return f"{stem}{story.quarter[4:]}" if story.quarter else stem
    if named.half:
        return f"{stem}-H{named.half}"
    if named.season:
        return f"{stem}-{named.season}"
    if named.month and named.day:
        value = f"{stem}-{named.month:02}-{named.day:02}"
        return value if year < 0 or days.interval(value) else f"{stem}-{named.month:02}"
    if named.month:
        return f"{stem}-{named.month:02}"
    return stem


def _open(named: Calendar) -> str:
    """The value of a place in the calendar whose year nobody knows."""
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
    if named.weekday:
        return f"XXXX-WXX-{named.weekday}"
    return OPEN["D"]


def _weekday(named: Calendar, story: Story, lean: int) -> Resolved:
    """The nearest such weekday on the side the words say; "last" and "next" never mean the day itself."""
    base: date | None = story.published
    anchor: Anchor = "published"
    if story.narrative:
        base, anchor = story.day, "narrative"
    if base is None or named.weekday is None:
        return Resolved("DATE", f"XXXX-WXX-{named.weekday}")
    ahead = (named.weekday - base.isoweekday()) % 7
    if named.lean == -1 and ahead == 0:
        ahead = -7
    elif named.lean == 1 and ahead == 0:
        ahead = 7
    elif lean <= 0 and ahead:
        ahead -= 7
    return Resolved("DATE", (base + timedelta(days=ahead)).isoformat(), anchor)


def _missing_year(named: Calendar, story: Story, lean: int) -> Resolved:
    """The year that brings the place nearest to the base, on the side the words say."""
    base = story.day if story.narrative else story.published
    anchor: Anchor = "narrative" if story.narrative else "published"
    if story.narrative and base is None and story.year is not None:
        return Resolved("DATE", _within(named, story.year, story), "narrative")
    if base is None:
        return Resolved("DATE", _open(named))
    choices = []
    for year in (base.year - 1, base.year, base.year + 1):
        value = _within(named, year, story)
        if span := days.interval(value):
            choices.append((_distance(span, base, named, lean, story.narrative), value))
    return Resolved("DATE", min(choices)[1], anchor) if choices else Resolved("DATE", _open(named))


def _distance(span: days.Interval, base: date, named: Calendar, lean: int, narrative: bool) -> float:
    """How far a candidate is from the base in days; the wrong side counts double and more."""
    if span[0] <= base <= span[1]:
        return 400 if named.lean in (-1, 1) else 0
    gap = (span[0] - base).days if span[0] > base else (base - span[1]).days
    ahead = span[0] > base
    if narrative:
        return gap if ahead else gap * 1.4
    if lean < 0:
        return gap + 500 if ahead else gap
    if lean > 0:
        return gap if ahead else gap + 200
    return gap * 1.2 if ahead else gap
