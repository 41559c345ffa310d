"""Steps with a day or a month of their own: "a week from Friday", "a year ago today", "the week before last"."""

from calendar import monthrange
from collections.abc import Iterator

from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression, Step
from reader.analysis.timeline.rules.common import month_of, year_of
from reader.analysis.timeline.rules.lengths import amount

macro(WEEKS="AMOUNT (?P<unit> week | weeks )")

_MOST_WEEKDAYS = 5  # in a month
_COMMON_YEAR = 2001
_LONGER = frozenset({"W", "M", "Y"})


@rule(
    "the (?P<unit> unit ) (?P<way> before last | after next ) (?! unit | weekday | monthname | monthabbr | holiday )"
)
def but_one(match: Match) -> Iterator[Expression]:
    """ "the week before last", "the year after next"."""
    unit = match.value("unit", "unit")
    if not unit.startswith("T"):
        yield match.express(Step(unit, -2 if "last" in match.words("way") else 2))


@rule("WEEKS ago (?: on )? (?P<weekday> weekday )")
def weeks_ago_on(match: Match) -> Iterator[Expression]:
    """ "two weeks ago Friday": the Friday of that week."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Calendar(weekday=match.value("weekday", "weekday"), weeks=-round(count)))


@rule(
    "(?: the )? (?P<nth> ordinal | lastord ) (?P<weekday> weekday ) (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?"
)
def nth_weekday(match: Match) -> Iterator[Expression]:
    """ "the first Monday in May", "the last Sunday of May 1990"."""
    nth = match.value("nth", "ordinal", "lastord")
    if nth and nth <= _MOST_WEEKDAYS:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(year=year_of(match), month=month_of(match), weekday=weekday, nth=nth))


@rule("(?: the )? (?P<nth> ordinal | lastord ) day (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?")
def nth_day(match: Match) -> Iterator[Expression]:
    """ "the first day of May", "the last day of June 1990"."""
    month, nth = month_of(match), match.value("nth", "ordinal", "lastord")
    last = monthrange(_COMMON_YEAR, month)[1]
    if nth and nth <= last:
        yield match.express(Calendar(year=year_of(match), month=month, day=last if nth < 0 else nth))


@rule("the (?P<weekday> weekday ) (?P<way> before last | after next )")
def weekday_but_one(match: Match) -> Iterator[Expression]:
    """ "the Sunday before last", "the Monday after next"."""
    way = -1 if "last" in match.words("way") else 1
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), lean=way, plus=7 * way))


@rule("the (?P<weekday> weekday ) (?= before | after )")
def weekday_beside(match: Match) -> Iterator[Expression]:
    """ "the Friday before the vote": which one, nobody has said."""
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), unsaid=True))


@rule("WEEKS from (?P<day> today )")
def weeks_from_today(match: Match) -> Iterator[Expression]:
    """ "a week from today", "two weeks from tomorrow"."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Step("D", 7 * round(count) + match.value("day", "today")))


@rule("WEEKS from (?P<weekday> weekday )")
def weeks_from(match: Match) -> Iterator[Expression]:
    """ "a week from Friday": as many weeks after the one to come."""
    count, _, _ = amount(match)
    if count is not None:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(weekday=weekday, lean=1, plus=7 * round(count)))


@rule("AMOUNT (?P<unit> unit | units ) ago (?P<grain> today | yesterday | this month )")
def ago_today(match: Match) -> Iterator[Expression]:
    """ "a year ago today", "a year ago this month"."""
    count, unit, _ = amount(match)
    if count is None or unit not in _LONGER or (unit == "W" and "month" in match.words("grain")):
        return
    grain = "M" if "month" in match.words("grain") else "D"
    if "yesterday" not in match.words("grain"):
        yield match.express(Step(unit, -round(count), grain=grain))


@rule(
    "AMOUNT (?P<unit> year | years ) ago (?: in | this | last )? (?P<month> MONTH ) (?! daynum | dayord )",
    "AMOUNT (?P<unit> year | years ) ago (?: this | last | in the ) (?P<season> season )",
)
def years_ago_in(match: Match) -> Iterator[Expression]:
    """ "two years ago in May", "a year ago last May", "two years ago this fall"."""
    count, _, _ = amount(match)
    month = month_of(match) if match.has("month") else None
    if count is not None:
        season = match.value("season", "season")
        yield match.express(Calendar(month=month, season=season, year=Step("Y", -round(count))))
