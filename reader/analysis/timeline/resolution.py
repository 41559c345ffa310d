"""From what an expression says to the TIMEX3 value it has where it stands."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reader.analysis.model import Anchor, TimexType
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.timeline import days, places
from reader.analysis.timeline.meaning import (
    MIDNIGHT,
    THAT_YEAR,
    Calendar,
    Expression,
    Length,
    OfDay,
    Reference,
    Repeat,
    Step,
)
from reader.analysis.timeline.story import Story

# What a step has for a value while nobody knows what it is counted from.
OPEN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "H": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "XX", "SE": "XXXX-XX",
}  # fmt: skip
_SATURDAY = 6
_MINUTES = {"TH": 60, "TM": 1}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d")
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value, what it was counted from (None for nothing), and the rules that chose it."""

    type: TimexType
    value: str
    anchor: Anchor | None = None
    why: tuple[str, ...] = ()


def resolve(expression: Expression, story: Story, lean: int) -> Resolved:
    """The value of an expression where the story stands.

    Args:
        lean: which way its clause looks, from -2 (surely back) to 2 (surely ahead).
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
            return _of_day(meaning, story, lean)
        case Step():
            return _timed(_step(meaning, story, lean), meaning.clock)
        case Calendar():
            return _timed(_calendar(meaning, story, lean), meaning.clock)


def _timed(resolved: Resolved, clock: str) -> Resolved:
    """The same with a time of day, where there is a day: no calendar has the one before the first."""
    if not clock or resolved.value.endswith("_REF"):
        return resolved
    return replace(resolved, type="TIME", value=resolved.value + clock)


def _of_day(meaning: OfDay, story: Story, lean: int) -> Resolved:
    """A time of the day named last, or of the publication day."""
    today = story.published.isoformat() if story.published else ""
    over = DAY_OVER.first(story, lean)
    if len(story.value) == len("YYYY-MM-DD") and not over:
        return _clocked(meaning.clock, lean, story.value, story.value == today, "narrative")
    if not today or story.narrative:
        return Resolved("TIME", OPEN["D"] + meaning.clock)
    found = _clocked(meaning.clock, lean, today, True, "published")
    return replace(found, why=(over.rule, *found.why)) if over else found


def _clocked(clock: str, lean: int, day: str, today: bool, anchor: Anchor) -> Resolved:
    """A time of a day."""
    if past := MIDNIGHT_PAST.first(clock, lean, today):
        return Resolved("TIME", f"{day}T00:00", anchor, (past.rule,))
    return Resolved("TIME", day + clock, anchor)


@rule(
    "timeline.day_still_to_come",
    "A time of day in a clause that tells of the past is not of a day that is still to come.",
    decides=[
        reads(
            "The mill will open on Monday. By noon it had received 600 claims.",
            when("noon", value="2026-03-12T12:00"),
        )
    ],
    leaves=[
        reads(
            "The mill will open on Monday. At noon the bells will ring.",
            when("noon", value="2026-03-16T12:00"),
        )
    ],
)
def day_still_to_come(story: Story, lean: int) -> bool:
    """Whether the day named last cannot be meant."""
    return lean < 0 and story.is_ahead


@rule(
    "timeline.midnight_that_is_past",
    "A midnight that is past when the text is published began that day; the one that ends it is to come.",
    decides=[reads("The mill was shut at midnight.", when("midnight", value="2026-03-12T00:00"))],
    leaves=[reads("The mill is to shut at midnight.", when("midnight", value="2026-03-12T24:00"))],
)
def midnight_that_is_past(clock: str, lean: int, today: bool) -> bool:
    """Whether it began the day."""
    return clock == MIDNIGHT and today and lean < 0


@rule(
    "timeline.day_of_an_aside",
    "A time of day is not of a day in another paragraph that lies more than a week from the publication day.",
    decides=[
        reads(
            "The mill was last checked on 4 November 2025.\n\nThe last crew left it at 1.04pm.",
            when("1.04pm", value="2026-03-12T13:04"),
        )
    ],
    leaves=[
        reads(
            "The mill burnt on 4 November 2025. The last crew left it at 1.04pm.",
            when("1.04pm", value="2025-11-04T13:04"),
        )
    ],
)
def day_of_an_aside(story: Story, lean: int) -> bool:
    """Whether the day named last was named in passing."""
    return not story.narrative and story.is_aside


DAY_OVER: "Order[[Story, int], bool]" = Order(
    "Can the day named last not be meant?", day_still_to_come, day_of_an_aside
)
MIDNIGHT_PAST: "Order[[str, int, bool], bool]" = Order("Did a midnight begin the day?", midnight_that_is_past)


def _base(step: Step, story: Story) -> tuple[date | None, Anchor]:
    """The day a step is counted from, and what it is."""
    if not story.narrative and (step.base == "published" or not story.value):
        later = step.base == "story" and step.sign > 0  # later than nobody has said
        return (None if later else story.published), "published"
    if (
        step.unit in ("D", "W", "WE", "M")
        and story.recent
        and (not story.narrative or not story.day or story.recent.year == story.day.year)
    ):
        return story.recent, "narrative"
    return story.day, "narrative"


def _step(step: Step, story: Story, lean: int = 0) -> Resolved:
    """So many units from the base."""
    if step.count is None:
        return Resolved("DATE", "PAST_REF" if step.sign < 0 else "FUTURE_REF")
    if last := WEEKEND.first(step, story, lean):
        return replace(_step(replace(step, count=-1), story), why=(last.rule,))
    if reported := REPORTED.first(step, story):
        return Resolved("DATE", reported.answer, "narrative", (reported.rule,))
    if step.unit.startswith("T"):
        return Resolved(
            "TIME", _later_that_day(step, story) or OPEN["D"] + "TXX", "narrative" if story.moment else None
        )
    base, anchor = _base(step, story)
    if anchor == "narrative" and (known := _as_far_as_known(step, story, base)):
        return Resolved("DATE", known, anchor)
    return _moved(step, step.count, base, anchor)


def _later_that_day(step: Step, story: Story) -> str:
    """ "An hour later" than the last time of a day; empty where none was told, or its minute is not known."""
    minutes = (step.count or 0) * _MINUTES.get(step.unit, 0)
    if not minutes or step.base != "story" or not _MOMENT.fullmatch(story.moment):
        return ""
    return (datetime.fromisoformat(story.moment) + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def _as_far_as_known(step: Step, story: Story, base: date | None) -> str:
    """The value of a step from what is known no closer than the step is long: "that day" of a month; else nothing."""
    if step.unit in _YEARS and story.year is not None:
        return _years_on(step, story.year)
    if step.unit in ("D", "W", "M") and len(story.value) == len("YYYY") and base == story.day:
        return story.value + OPEN[step.unit].removeprefix("XXXX")
    if step.unit in ("D", "W") and story.recent_month and base == story.recent:
        return f"{story.recent_month}-XX" if step.unit == "D" else f"{story.recent_month[:4]}-WXX"
    return ""


def _moved(step: Step, count: int, base: date | None, anchor: Anchor) -> Resolved:
    """So many units from a day, None where it is not known."""
    moved = days.shift(base, step.unit, count) if base else None
    if base and moved is None:  # "100 million years ago": no calendar reaches there
        return Resolved("DATE", "PAST_REF" if count < 0 else "FUTURE_REF")
    if moved is None:
        return Resolved("DATE", OPEN[step.grain or step.unit])
    return Resolved("DATE", days.value_of(moved, step.grain or step.unit), anchor)


@rule(
    "timeline.weekend_that_was",
    "“The weekend” in a clause that tells of the past is, on a working day, the last one.",
    decides=[reads("The mill was shut over the weekend.", when("the weekend", value="2026-W10-WE"))],
    leaves=[reads("The mill will be shut over the weekend.", when("the weekend", value="2026-W11-WE"))],
)
def weekend_that_was(step: Step, story: Story, lean: int) -> bool:
    """Whether it is the last one."""
    working = story.published is not None and story.published.isoweekday() < _SATURDAY
    return step.unit == "WE" and step.count == 0 and lean < 0 and working


WEEKEND: "Order[[Step, Story, int], bool]" = Order("Is this weekend over?", weekend_that_was)


def _years_on(step: Step, year: int) -> str:
    """Years, decades or centuries from a year, which may lie before Christ."""
    moved = year + (step.count or 0) * _YEARS[step.unit]
    if not -9999 < moved < 10000:
        return OPEN[step.unit]
    if step.unit == "Y":
        return days.year_value(moved)
    return days.decade_value(moved) if step.unit == "DE" else days.century_value(moved)


@rule(
    "timeline.quarter_of_the_report",
    "“The quarter” is the one a report is on, else the last that is over.",
    decides=[reads("Costs fell in the quarter.", when("the quarter", value="2025-Q4"))],
    leaves=[reads("Costs fell this quarter.", when("this quarter", value="2026-Q1"))],
)
def quarter_of_the_report(step: Step, story: Story) -> str:
    """The quarter; nothing in a narrative."""
    if story.narrative or step.unit != "Q" or step.count != 0 or step.base != "story":
        return ""
    return story.completed_quarter()


@rule(
    "timeline.year_before_the_report",
    "“A year earlier” is, in a report, what its last figures are for, a year before.",
    decides=[
        reads(
            "Sales rose in the third quarter. They were 9 crowns a year earlier.",
            when("a year earlier", value="2024-Q3"),
        )
    ],
    leaves=[
        reads("Sales rose last year from 9 crowns a year earlier.", when("a year earlier", value="2024"))
    ],
)
def year_before_the_report(step: Step, story: Story) -> str:
    """The same a year before; nothing in a narrative, or where figures are for no such time."""
    if story.narrative or step.unit != "Y" or step.count != -1 or not step.sign:
        return ""
    return story.year_before()


REPORTED: "Order[[Step, Story], str]" = Order(
    "What of a report is meant?", quarter_of_the_report, year_before_the_report
)


def _calendar(named: Calendar, story: Story, lean: int) -> Resolved:
    """A place in the calendar, its year found where it is missing."""
    if isinstance(named.year, Step):
        if named.year != THAT_YEAR or not named.season or story.narrative or story.year is not None:
            return _in_step(named, named.year, story)
        named = replace(named, year=None)  # "that summer", where no year was told of
    if story.narrative and lean != places.SINCE:
        lean = 0
    found = places.placed(named, story, named.lean if named.lean is not None else lean)
    return Resolved("DATE", found.value, found.anchor, found.why)


def _in_step(named: Calendar, step: Step, story: Story) -> Resolved:
    """ "August of that year", "last year's third quarter", "the year-ago quarter"."""
    if step.base == "story" and not story.narrative and story.published:
        quarter = story.completed_quarter()
        of_quarter = named.quarter is not None and quarter  # none was over before the first of all
        year = int(quarter[:4]) if of_quarter else story.year or story.published.year
        return Resolved("DATE", places.value_in(named, year + (step.count or 0), story), "narrative")
    found = _step(step, story)
    if not found.value.removeprefix("BC").isdigit():
        return Resolved("DATE", places.open_value(named))
    year = -int(found.value[2:]) if found.value.startswith("BC") else int(found.value)
    return Resolved("DATE", places.value_in(named, year, story), found.anchor)
