"""Places in the calendar: "Friday", "12 May", "the third quarter", and the year that is meant."""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from reader.analysis.model import Anchor
from reader.analysis.rules import Order, Rule, reads, rule, when
from reader.analysis.syntax.tense import Direction
from reader.analysis.timeline import days
from reader.analysis.timeline.meaning import Calendar
from reader.analysis.timeline.story import Story

_NEAR = 31  # so many days after the last day named, a narrative goes on from there
_MONDAY, _MIDWEEK = 1, 3
_WEEKDAY_REACH = 3  # years either way among which a weekday tells the one that is meant
_OPEN = {"": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}
SINCE = -4  # beyond Direction.ITS_PAST: "since January" looks back in any text


@dataclass(frozen=True, slots=True)
class Placed:
    """The value of a place, what it was counted from, and the rules that kept it from a nearer one."""

    value: str
    anchor: Anchor | None = None
    why: tuple[str, ...] = ()


def placed(named: Calendar, story: Story, lean: int) -> Placed:
    """Where a place lies.

    Args:
        lean: which way the words or the clause look: SINCE, or a `Direction`.
    """
    found = _place(named, story, lean)
    return replace(found, value=_beside(named, found.value)) if named.plus or named.whole else found


def _beside(named: Calendar, place: str) -> str:
    """The day before or after a day, its week, or its weekend: a Monday's is the one before it."""
    span = days.interval(place)
    back = span is not None and named.whole == "WE" and span[0].isoweekday() == _MONDAY
    moved = days.shift(span[0], "D", -1 if back else named.plus) if span else None
    return days.value_of(moved, named.whole or "D") if moved else _OPEN[named.whole]


def _place(named: Calendar, story: Story, lean: int) -> Placed:
    if named.unsaid:
        return Placed(open_value(named))
    if named.decade is not None:
        return Placed(days.decade_value(named.decade))
    if named.century is not None:
        before = named.century - 1 if named.century > 0 else named.century + 1
        return Placed(days.century_value(before * 100))
    if named.months is not None:
        return _month_on(named, named.months, story)
    if isinstance(named.year, int):
        return Placed(value_in(named, _century(named, named.year, story), story))
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


@rule(
    "timeline.weekday_to_come",
    "A weekday of a clause that looks ahead is the next one, else the last one: they will strike on Tuesday.",
    decides=[reads("They will strike on Tuesday.", when("Tuesday", value="2026-03-17"))],
    leaves=[reads("They struck on Tuesday.", when("Tuesday", value="2026-03-10"))],
)
def weekday_to_come(lean: int) -> bool:
    """Whether it lies ahead."""
    return lean > 0


WEEKDAY: "Order[[int], bool]" = Order("Is a weekday still to come?", weekday_to_come)


def _weekday(named: Calendar, story: Story, lean: int) -> Placed:
    """The nearest such weekday on the side the words say; "last" and "next" never mean the base itself."""
    base = story.recent if story.narrative else story.published
    if named.base == "story" and story.recent:
        base = story.recent
    if base is None or named.weekday is None:
        return Placed(open_value(named))
    if named.stretch * (1 if lean > 0 else -1) < 0:  # the other end of the stretch is found first
        end = (named.weekday + named.stretch - 1) % 7 + 1
        other = replace(named, weekday=end, stretch=0, plus=-named.stretch)
        found = _weekday(other, story, lean)
        return replace(found, value=_beside(other, found.value))
    why: tuple[str, ...] = ()
    ahead = (named.weekday - base.isoweekday()) % 7
    if named.weeks is not None:
        ahead = named.weekday - base.isoweekday() + 7 * named.weeks
    elif ahead == 0:
        ahead = 7 * (named.lean or 0)
    elif story.narrative and named.lean is None:
        ahead -= 7 if ahead > _MIDWEEK else 0
    elif to_come := WEEKDAY.first(lean):
        why = () if named.lean is not None else (to_come.rule,)
    else:
        ahead -= 7
    day = days.shift(base, "D", ahead)
    if day is None:
        return Placed(open_value(named))
    return Placed(day.isoformat(), "published" if base == story.published else "narrative", why)


def _month_on(named: Calendar, months: int, story: Story) -> Placed:
    """ "the 23rd of last month", "the last Friday of the month"."""
    base = story.day if named.base == "story" and story.narrative else story.published
    month = days.shift(base.replace(day=1), "M", months) if base else None
    if month is None:
        return Placed(_OPEN[""])
    value = value_in(replace(named, month=month.month), month.year, story)
    return Placed(value, "published" if base == story.published else "narrative")


def _in_month(named: Calendar, story: Story, lean: int) -> Placed:
    """ "on the 15th" of the month named last, or in news that names none of the month that brings it nearest."""
    if story.recent:
        named = replace(named, month=story.recent.month)
        return Placed(value_in(named, story.recent.year, story), "narrative")
    base = story.published
    if base is None or story.narrative:
        return Placed(_OPEN[""])
    months = [days.shift(base, "M", count) for count in (-1, 0, 1)]
    found = [value_in(replace(named, month=one.month), one.year, story) for one in months if one]
    spans = [(span, value) for value in found if (span := days.interval(value))]
    choices = [Choice(value, span, base, named, lean, False) for span, value in spans]
    return _best(choices, "published") or Placed(_OPEN[""])


def _nearest(named: Calendar, story: Story, lean: int) -> Placed:
    """The place in the year that brings it nearest to the base, on the side the words say."""
    base = _base(named, story)
    if story.narrative and isinstance(base, int):
        return Placed(value_in(named, base, story), "narrative")
    if not isinstance(base, date):
        return Placed(open_value(named))
    choices = []
    reach = _WEEKDAY_REACH if named.weekday and named.day else 1
    for year in range(max(base.year - reach, 1), min(base.year + reach + 1, 9999)):
        value = value_in(named, year, story)
        if span := days.interval(value):
            choices.append(Choice(value, span, base, named, lean, story.narrative))
    return _best(choices, "published" if base == story.published else "narrative") or Placed(
        open_value(named)
    )


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


# --- Which of several years is meant.


@dataclass(frozen=True, slots=True)
class Choice:
    """A place in one year, held against the day it is looked for from."""

    value: str
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


Holds = Rule[[Choice], bool]


@dataclass(frozen=True, slots=True)
class Penalty:
    """What a choice's distance is multiplied by and how many days are added to it, where a rule holds.

    ``spares`` marks one that is milder than the penalty that would hold without it.
    """

    row: Holds
    times: float = 1.0
    plus: int = 0
    spares: bool = False


def _best(choices: list[Choice], anchor: Anchor) -> Placed | None:
    """The nearest choice by its distance with its penalty; why not one that is nearer without."""
    if not choices:
        return None
    weighed = [(choice, _penalty(choice)) for choice in choices]
    chosen, spared = min(weighed, key=lambda one: (_distance(*one), one[0].value))
    passed = [penalty.row.name for choice, penalty in weighed if penalty and choice.gap < chosen.gap]
    spares = [spared.row.name] if spared and spared.spares else []
    return Placed(chosen.value, anchor, tuple(dict.fromkeys([*passed, *spares])))


def _distance(choice: Choice, penalty: Penalty | None) -> float:
    """Days to the base, with the penalty."""
    return choice.gap * penalty.times + penalty.plus if penalty else choice.gap


def _penalty(choice: Choice) -> Penalty | None:
    return next((one for one in PENALTIES if one.row.is_on and one.row.decide(choice)), None)


@rule(
    "timeline.last_is_not_this",
    "“Last” and “next” never mean the month, the season or the day the text was written in.",
    decides=[reads("The mill burnt last March.", when("last March", value="2025-03"))],
    leaves=[reads("The mill burnt this March.", when("this March", value="2026-03"))],
)
def last_is_not_this(choice: Choice) -> bool:
    """Whether it is the one that now is."""
    return choice.holds_base and choice.named.lean in (-1, 1)


@rule(
    "timeline.this_is_of_this_year",
    "“This” means the one of this year, however far: in March, this December.",
    decides=[reads("The mill closes this December.", when("this December", value="2026-12"))],
    leaves=[reads("The mill closed last December.", when("last December", value="2025-12"))],
)
def this_is_of_this_year(choice: Choice) -> bool:
    """Whether it is of another year."""
    return choice.named.lean == 0 and not choice.this_year and not choice.holds_base


@rule(
    "timeline.next_spring_is_of_next_year",
    "In February “next spring” is not the one that comes in March.",
    decides=[
        reads(
            "The mill will open next spring.",
            when("next spring", value="2027-SP"),
            published=date(2026, 2, 2),
        )
    ],
    leaves=[
        reads("The mill will open next May.", when("next May", value="2026-05"), published=date(2026, 2, 2))
    ],
)
def next_spring_is_of_next_year(choice: Choice) -> bool:
    """Whether it is this year's season."""
    return choice.named.lean == 1 and bool(choice.named.season) and choice.this_year


@rule(
    "timeline.last_february_is_not_last_month",
    "In March “last February” is another year's: this one's is “last month”.",
    decides=[reads("The mill burnt last February.", when("last February", value="2025-02"))],
    leaves=[reads("The mill burnt last December.", when("last December", value="2025-12"))],
)
def last_february_is_not_last_month(choice: Choice) -> bool:
    """Whether it is the month that has just ended."""
    named = choice.named
    month = named.lean == -1 and bool(named.month) and not named.day
    return month and not choice.holds_base and not choice.ahead and choice.gap <= _NEAR


@rule(
    "timeline.against_its_words",
    "“Last” is never ahead, and “next” never behind.",
    decides=[reads("The mill will open next December.", when("next December", value="2026-12"))],
    leaves=[reads("The mill burnt last December.", when("last December", value="2025-12"))],
)
def against_its_words(choice: Choice) -> bool:
    """Whether it lies on the other side."""
    return bool(choice.named.lean) and choice.ahead != ((choice.named.lean or 0) > 0)


_HISTORY = "The mill stood in 1950, in 1951, in 1952 and in 1953. It burnt on 1 June 1953."


@rule(
    "timeline.narrative_goes_on",
    "What a narrative leaves open rather follows the date named last than goes before it.",
    decides=[reads(f"{_HISTORY} It was sold in December.", when("December", value="1953-12"))],
    leaves=[reads(f"{_HISTORY} It was sold in March.", when("March", value="1953-03"))],
)
def narrative_goes_on(choice: Choice) -> bool:
    """Whether it would go back."""
    return choice.narrative and choice.lean != SINCE and not choice.ahead


@rule(
    "timeline.since_looks_back",
    "What a time is counted since lies behind: since April.",
    decides=[reads("Orvane has lost 45 percent since April.", when("April", value="2025-04"))],
    leaves=[reads("Orvane will close in April.", when("April", value="2026-04"))],
)
def since_looks_back(choice: Choice) -> bool:
    """Whether it lies ahead."""
    return choice.ahead and choice.lean == SINCE


@rule(
    "timeline.half_that_is_over",
    "What is told in the past of a half of the year is told of one that is over: profit fell in H1.",
    decides=[reads("Profit fell in H1.", when("H1", value="2025-H1"))],
    leaves=[reads("Profit will fall in H1.", when("H1", value="2026-H1"))],
)
def half_that_is_over(choice: Choice) -> bool:
    """Whether it is the half that now is."""
    return bool(choice.named.half) and choice.holds_base and choice.lean < 0


@rule(
    "timeline.its_verb_looks_back",
    "What is told in the past tense of a time looks back, however near the one ahead is: died in April.",
    decides=[reads("Ilse Brandt died in April.", when("April", value="2025-04"))],
    leaves=[reads("Ilse Brandt will die in April.", when("April", value="2026-04"))],
)
def its_verb_looks_back(choice: Choice) -> bool:
    """Whether it lies ahead."""
    return choice.ahead and choice.lean == Direction.ITS_PAST


@rule(
    "timeline.its_verb_looks_ahead",
    "What is told in the present tense of a time rather looks ahead, however much nearer the one behind is.",
    decides=[reads("The mill opens in November.", when("November", value="2026-11"))],
    leaves=[reads("The mill opened in November.", when("November", value="2025-11"))],
)
def its_verb_looks_ahead(choice: Choice) -> bool:
    """Whether it lies behind."""
    return not choice.ahead and not choice.holds_base and choice.lean == Direction.ITS_PRESENT


@rule(
    "timeline.past_looks_back",
    "A clause in the past tense looks back, unless what is ahead is much nearer: left before the May fair.",
    decides=[reads("The council closed the mill before May.", when("May", value="2025-05"))],
    leaves=[reads("The council left before the March 20 fair.", when("March 20", value="2026-03-20"))],
)
def past_looks_back(choice: Choice) -> bool:
    """Whether it lies ahead."""
    return choice.ahead and choice.lean == Direction.PAST


@rule(
    "timeline.participle_looks_back",
    "A clause that is likely past looks back, unless what is ahead is far nearer: a mill sold in August.",
    decides=[reads("The mill sold in August is empty.", when("August", value="2025-08"))],
    leaves=[reads("The mill will be sold in August.", when("August", value="2026-08"))],
)
def participle_looks_back(choice: Choice) -> bool:
    """Whether it lies ahead."""
    return choice.ahead and choice.lean == Direction.LIKELY_PAST


@rule(
    "timeline.news_looks_back",
    "Where the clause does not tell, news rather looks back.",
    decides=[reads("Fire at the mill on 30 August", when("30 August", value="2025-08-30"))],
    leaves=[reads("Fire at the mill on 30 April", when("30 April", value="2026-04-30"))],
)
def news_looks_back(choice: Choice) -> bool:
    """Whether it lies ahead, in a text that is no narrative."""
    return choice.ahead and choice.lean == Direction.NEITHER and not choice.narrative


@rule(
    "timeline.quarter_is_told_later",
    "A quarter behind can be looked ahead to: its figures come when it is over.",
    decides=[reads("Profit will fall in the fourth quarter.", when("the fourth quarter", value="2025-Q4"))],
    leaves=[reads("Profit will fall in December.", when("December", value="2026-12"))],
)
def quarter_is_told_later(choice: Choice) -> bool:
    """Whether it is a quarter that lies behind."""
    return not choice.ahead and choice.lean > 0 and bool(choice.named.quarter)


@rule(
    "timeline.present_looks_ahead",
    "A clause that is likely about what is to come looks ahead, unless what is behind is far nearer: opens in October.",
    decides=[reads("They want to open the mill in October.", when("October", value="2026-10"))],
    leaves=[reads("The mill opened in October.", when("October", value="2025-10"))],
)
def present_looks_ahead(choice: Choice) -> bool:
    """Whether it lies behind."""
    return not choice.ahead and choice.lean == Direction.LIKELY_AHEAD


@rule(
    "timeline.future_looks_ahead",
    "A clause that is surely about what is to come looks ahead: will open in November.",
    decides=[reads("The mill will open in November.", when("November", value="2026-11"))],
    leaves=[reads("The mill opened in November.", when("November", value="2025-11"))],
)
def future_looks_ahead(choice: Choice) -> bool:
    """Whether it lies behind."""
    return not choice.ahead and choice.lean == Direction.AHEAD


@rule(
    "timeline.weekday_tells_year",
    "A day told with its weekday is of a year in which it falls on it: Sunday 1 March.",
    decides=[
        reads(
            "Police ask about the fire on Saturday 15 March.", when("Saturday 15 March", value="2025-03-15")
        )
    ],
    leaves=[reads("Police ask about the fire on 15 March.", when("15 March", value="2026-03-15"))],
)
def weekday_tells_year(choice: Choice) -> bool:
    """Whether its weekday is another."""
    named = choice.named
    return bool(named.weekday and named.day) and choice.span[0].isoweekday() != named.weekday


_OUT = 5000  # days: more than any choice is away, so that it is taken only where there is no other
# The first that holds counts. What the words say about the direction comes first, then what kind of text it is, then
# which way the clause looks.
PENALTIES: tuple[Penalty, ...] = (
    Penalty(weekday_tells_year, plus=_OUT),
    Penalty(last_is_not_this, plus=_OUT),
    Penalty(this_is_of_this_year, plus=_OUT),
    Penalty(next_spring_is_of_next_year, plus=_OUT),
    Penalty(last_february_is_not_last_month, plus=_OUT // 2),
    Penalty(against_its_words, plus=_OUT),
    Penalty(narrative_goes_on, times=1.4),
    Penalty(since_looks_back, times=50),
    Penalty(half_that_is_over, plus=_OUT // 2),
    Penalty(its_verb_looks_back, times=60),
    Penalty(past_looks_back, times=12),
    Penalty(participle_looks_back, times=2.5),
    Penalty(news_looks_back, times=1.2),
    Penalty(quarter_is_told_later, times=2, spares=True),
    Penalty(its_verb_looks_ahead, times=6),
    Penalty(present_looks_ahead, times=2),
    Penalty(future_looks_ahead, times=50),
)


# --- In a year.


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
