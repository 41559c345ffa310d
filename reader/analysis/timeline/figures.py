"""Whether "7/1/2022" is a day of January or of July: told by how the rest of the text writes its dates."""

from dataclasses import replace

from reader.analysis.timeline.meaning import Calendar, Expression

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
    match expression.rule:
        case "day_month" | "day_first":
            return 1
        case "month_day":
            return -1
    return 0


def _turned(expression: Expression) -> Expression:
    """Day and month the other way round, where both ways there is such a day."""
    meaning = expression.meaning
    if expression.rule != "slashed" or not isinstance(meaning, Calendar) or (meaning.day or 0) > _MONTHS:
        return expression
    return replace(expression, meaning=replace(meaning, day=meaning.month, month=meaning.day))
