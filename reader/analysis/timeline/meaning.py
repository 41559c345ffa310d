"""What a temporal expression says before anything is known about when it was written.

The grammar makes these; :mod:`reader.analysis.timeline.resolution` turns them into TIMEX3 values.
Units are TIMEX3's letters (Y, M, W, D, Q, H, DE, CE, SE, WE), with a T before what is shorter
than a day (TH, TM, TS). Years before Christ are negative.
"""

from dataclasses import dataclass
from typing import Any, Literal

from reader.analysis.rules import Rule

MIDNIGHT = "T24:00"  # the one that ends the day, as TIMEX3 has it

Base = Literal["published", "story"]


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from a base: "yesterday", "two years ago", "the following day", "that year".

    ``count`` is None when the text does not say how many ("years later"); ``sign`` still says
    which way. ``clock`` is the part of the day ("TMO"), empty for a whole one; ``grain`` the unit that is
    meant there, where it is another ("a year ago today").
    """

    unit: str
    count: int | None
    base: Base = "published"
    sign: int = 0
    clock: str = ""
    grain: str = ""


THAT_YEAR = Step("Y", 0, "story")


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, as far as the text gives it: "Friday", "12 May", "the summer of 1990".

    ``year`` may itself be a step ("August of that year"). ``lean`` is what the words say about the
    direction: -1 for "last May", 1 for "next Friday", 0 for "this summer", None for nothing; ``base`` is "story"
    for "the previous Friday". ``plus`` is how many days before or after the place is meant ("the day after
    Christmas"), ``quarter`` 0 the one a report is on, ``period`` whatever its figures are for, ``weeks`` so many weeks on ("two
    weeks ago Friday"), ``months`` so many months on ("the 23rd of last month"), ``nth`` which of its weekdays a month is asked for (-1 the last), ``unsaid`` that nothing tells
    which one is meant ("the Friday before the vote"), ``stretch`` how many days from it a stretch ends or began ("Monday through Friday"), ``whole`` the unit around it that is ("the week of March 6").
    """

    year: int | Step | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int = 0
    unsaid: bool = False
    stretch: int = 0
    season: str | None = None
    quarter: int | None = None
    period: bool = False
    half: int | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    whole: str = ""
    plus: int = 0
    weeks: int | None = None
    months: int | None = None
    short: bool = False
    lean: int | None = None
    base: Base = "published"
    clock: str = ""


@dataclass(frozen=True, slots=True)
class OfDay:
    """A time of day whose day the text leaves open: "10 p.m.", "that morning"."""

    clock: str
    base: Base = "story"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: "a good two years" is P2Y, "weeks" is PXW."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: "every other Tuesday", "daily"."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Meaning = Step | Calendar | OfDay | Length | Repeat | Reference


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of the text with what it says.

    ``why`` names the rules that made it, the one of the grammar that found it first.
    """

    start: int
    end: int
    meaning: Meaning
    why: tuple[str, ...]
    approximate: bool = False

    def is_by(self, *rows: Rule[..., Any]) -> bool:
        """Whether one of these rules of the grammar found it."""
        return any(self.why[0] == row.name for row in rows)
