"""What a text has named so far, and whether it is told from its own day or from the past."""

from dataclasses import dataclass
from datetime import date

from reader.analysis.timeline import days
from reader.analysis.timeline.meaning import Calendar, Expression, OfDay, Step


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
    year: int | None = None
    quarter: str = ""  # the last quarter named

    @property
    def day(self) -> date | None:
        """The first day of what was named last."""
        span = days.interval(self.value)
        return span[0] if span else None

    def tell(self, value: str) -> None:
        """Remember a value that has just been found."""
        if value.startswith("BC"):
            self.year = -int(value[2:6]) if value[2:6].isdigit() else self.year
            self.value = value
            return
        if days.interval(value) is None:
            return
        self.value = value.partition("T")[0]
        if len(self.value) >= 4 and self.value[:4].isdigit():
            self.year = int(self.value[:4])
        if "-Q" in value:
            self.quarter = value


def is_narrative(expressions: list[Expression], published: date | None) -> bool:
    """Whether a text tells of the past: it states years of its own, and hardly ever counts from its own day."""
    stated = deictic = 0
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Calendar):
            if isinstance(meaning.year, int):
                stated += published is None or abs(meaning.year - published.year) > 1
                deictic += published is not None and abs(meaning.year - published.year) <= 1
            elif meaning.weekday and not meaning.day:
                deictic += 1
        elif isinstance(meaning, Step) and meaning.base == "published":
            deictic += 1
        elif isinstance(meaning, OfDay):
            continue
    return stated >= 4 and stated > 3 * deictic
