"""What expressions say together: "10 p.m." and "Wednesday" are one, and one date shows how another in figures is read."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.timeline.expressions import clock, dates, relative
from reader.analysis.timeline.meaning import Calendar, Expression, OfDay, Step

_BESIDE = re.compile(r",?[ \n]|,? ?\(|")
_ON = re.compile(r"(?: \w+ time)? on (?:the )?")
_OF = re.compile(r" of ")
_TO = re.compile(r" (?:to|and|until|till|through) | ?[-–] ?")
_PARTS = ("TMO", "TAF", "TEV", "TNI")
_NOTHING_ALONE = (clock.part_of, relative.beside_day)


def join(text: str, expressions: list[Expression]) -> list[Expression]:
    """The same expressions with those that belong together made one."""
    joined: list[Expression] = []
    for expression in expressions:
        if joined and (one := _pair(text, joined[-1], expression)):
            joined[-1] = one
        else:
            joined.append(expression)
    return [expression for expression in joined if not expression.is_by(*_NOTHING_ALONE)]


def day_after(text: str, time: Expression, following: Sequence[Expression]) -> Expression | None:
    """The day of "10 p.m. on 3 May", whose two parts stay two expressions; of "from 9 a.m. to 5 p.m. on Monday" too.

    Args:
        following: the expressions behind it; the first two are looked at.
    """
    if not following or not isinstance(time.meaning, OfDay):
        return None
    second = following[0]
    gap = text[time.end : second.start]
    if _TO.fullmatch(gap):
        if isinstance(second.meaning, OfDay):
            return day_after(text, second, following[1:2]) or _night_after(text, second, following[1:2])
        if isinstance(second.meaning, Calendar | Step) and second.meaning.clock:
            return replace(second, meaning=replace(second.meaning, clock=""))
    if _is_day(second) and _ON.fullmatch(gap):
        return second
    return _night_after(text, time, following[:1])


def _night_after(text: str, time: Expression, following: Sequence[Expression]) -> Expression | None:
    """The day of "between 7 and 9 last night"."""
    if not following or text[time.end : following[0].start] not in (" ", " on "):
        return None
    meaning = following[0].meaning
    if not isinstance(meaning, Calendar | Step) or meaning.clock not in _PARTS:
        return None
    return replace(following[0], meaning=replace(meaning, clock=""))


def _pair(text: str, first: Expression, second: Expression) -> Expression | None:
    """Two neighbours as one, None where they are two."""
    gap = text[first.end : second.start]
    if first.is_by(relative.beside_day):
        return _beside(first, second) if gap == " " and _is_day(second) else None
    between = _OF if first.is_by(clock.part_of) else _BESIDE
    if isinstance(first.meaning, OfDay) and _is_day(second) and between.fullmatch(gap):
        return _timed(first, second, first.meaning.clock, second)
    if (
        isinstance(second.meaning, OfDay)
        and not second.is_by(clock.part_of)
        and _is_day(first)
        and gap in (" ", ", ")
    ):
        return _timed(first, second, second.meaning.clock, first)
    return None


def _is_day(expression: Expression) -> bool:
    """Whether an expression names one day and no time of it."""
    meaning = expression.meaning
    if isinstance(meaning, Step):
        return meaning.unit == "D" and not meaning.clock
    return (
        isinstance(meaning, Calendar)
        and bool(meaning.day or meaning.weekday or meaning.holiday)
        and not meaning.clock
    )


def _beside(first: Expression, day: Expression) -> Expression | None:
    """The day after the one named: "the day after Christmas"."""
    if not isinstance(first.meaning, Step) or not isinstance(day.meaning, Calendar):
        return None
    meaning = replace(day.meaning, plus=first.meaning.count or 0)
    return Expression(first.start, day.end, meaning, (*day.why, *first.why), day.approximate)


def _timed(first: Expression, second: Expression, clock: str, day: Expression) -> Expression:
    """Both as one: the day with the time."""
    meaning = day.meaning
    if not isinstance(meaning, Calendar | Step):
        return day
    approximate = first.approximate or second.approximate
    time = second if day is first else first
    return Expression(
        first.start, second.end, replace(meaning, clock=clock), (*day.why, *time.why), approximate
    )


_MONTHS = 12


def in_order(expressions: list[Expression]) -> list[Expression]:
    """The same expressions, their dates in figures read day first where the text puts the day first.

    The grammar has read them month first; a figure over twelve, "3 May" and "May 3" are the evidence.
    """
    if sum(map(_evidence, expressions)) <= 0:
        return expressions
    return [_turned(expression) for expression in expressions]


def _evidence(expression: Expression) -> int:
    """1 for a day before its month, -1 for one after, 0 for neither."""
    return expression.is_by(dates.day_month, dates.day_first) - expression.is_by(dates.month_day)


def _turned(expression: Expression) -> Expression:
    """Day and month the other way round, where both ways there is such a day."""
    meaning = expression.meaning
    if (
        not expression.is_by(dates.slashed)
        or not isinstance(meaning, Calendar)
        or (meaning.day or 0) > _MONTHS
    ):
        return expression
    return replace(expression, meaning=replace(meaning, day=meaning.month, month=meaning.day))
