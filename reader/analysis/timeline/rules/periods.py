"""Quarters, halves, seasons, decades, centuries, fiscal years, weekends."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import THAT_YEAR, Calendar, Expression, Step
from reader.analysis.timeline.rules.common import dated, full_year, spelt_year, year_of

macro(
    HALFOF="(?: the )? (?: ordinal | latter | lastord ) (?: half | quarter | third ) of (?: the )?",
    # The year a period belongs to when it stands before it: "this year's", "the 1988", "the year-ago".
    ITSYEAR="(?: the )? (?: (?P<year> YEAR ) (?: poss )? | (?P<back> this | last | next | previous | following ) year poss"
    "| (?P<ago> year ) hyphen? (?: ago | earlier ) )?",
    FISCAL="(?: fiscal | financial ) hyphen?",
    LATER="hyphen? (?: of | in )? (?: the | its )? (?: fiscal | calendar )? (?: (?P<late> YEAR ) | (?P<backlate> this | last | next | previous | following | that ) year ) (?! poss | hyphen )",
)

_MONTHS = 12
_BACK = {"this": 0, "that": 0, "last": -1, "previous": -1, "next": 1, "following": 1}


def _year(match: Match) -> int | Step | None:
    """The year that stands before or after the period's name."""
    if match.has("ago"):
        return Step("Y", -1, "story")
    if match.has("late"):
        return full_year(match.word("late"))
    if match.has("backlate"):
        word = match.word("backlate")
        return Step("Y", _BACK[word], "story" if word in ("that", "previous", "following") else "published")
    return year_of(match)


@rule(
    "(?: THEMOD )? (?: ITSYEAR ) (?: FISCAL )? (?P<which> ordinal ) (?: FISCAL )? quarter (?: LATER )?",
    "(?: FISCAL )? (?P<which> ordinal ) hyphen quarter (?: LATER )?",
    "(?: the )? (?P<which> lastord ) quarter LATER",
)
def quarter(match: Match) -> Iterator[Expression]:
    """ "the third quarter", "fourth-quarter", "this year's first quarter", "the third quarter of 1990"."""
    number = vocabulary.value("ordinal", match.word("which")) or int(
        re.sub(r"\D", "", match.word("which")) or 0
    )
    if match.value("which", "lastord") == -1:
        number = 4
    if 1 <= number <= 4:
        yield match.express(Calendar(quarter=number, year=_year(match)))


@rule("(?P<which> quarternum ) (?: (?: of )? (?P<year> YEAR ) )?", "(?P<year> YEAR ) (?P<which> quarternum )")
def quarter_number(match: Match) -> Iterator[Expression]:
    """ "Q3 2019", "Q1"."""
    yield match.express(Calendar(quarter=int(match.word("which").strip("qQ")), year=year_of(match)))


@rule(
    "(?: the )? quarter (?= ended (?: on )? (?: the )? (?: (?P<month> MONTH ) | DAY of? (?P<month2> MONTH ) ) (?: DAY )? (?: comma? (?P<year> YEAR ) )? )"
)
def quarter_ended(match: Match) -> Iterator[Expression]:
    """ "the quarter ended July 31": the calendar's quarter that most of it lies in."""
    month = match.value("month", "monthname", "monthabbr") or match.value("month2", "monthname", "monthabbr")
    middle = (month - 2) % _MONTHS  # from 0, the month before the last one
    year = year_of(match)
    if isinstance(year, int) and month == 1:
        year -= 1
    yield match.express(Calendar(quarter=middle // 3 + 1, year=year, lean=None if year else -1))


@rule("(?: the )? (?P<year> yearnum ) (?: poss )? (?: quarter | period )")
def quarter_of_year(match: Match) -> Iterator[Expression]:
    """ "the 1988 quarter": the quarter in question, of that year."""
    yield match.express(Calendar(quarter=0, period="quarter" not in match.all, year=year_of(match)))


@rule(
    "the? (?: corresponding | same | comparable )? (?P<ago> year ) hyphen? (?: ago | earlier ) (?: quarter | period )",
    "year hyphen (?: ago | earlier )",
    "the (?: corresponding | same | comparable | year hyphen earlier )? (?: period | quarter ) (?: of | in )? (?: last year | a year (?: ago | earlier | before ) )",
    "last year poss (?: quarter | period )",
)
def year_ago_period(match: Match) -> Iterator[Expression]:
    """ "the year-ago period", "year-earlier"."""
    yield match.express(Calendar(quarter=0, period="quarter" not in match.all, year=Step("Y", -1, "story")))


@rule(
    "(?: THEMOD )? (?: ITSYEAR ) (?: FISCAL )? (?P<which> ordinal | latter | lastord ) hyphen? half (?: LATER )? (?! hyphen | (?: a | an ) | dozen )",
    "(?: the )? (?P<which> first | last ) two quarters LATER",
)
def half_year(match: Match) -> Iterator[Expression]:
    """ "the first half of 1990", "the second half of last year", "the first two quarters of 1990"."""
    word = match.word("which")
    number = {"first": 1, "opening": 1, "second": 2, "latter": 2, "last": 2}.get(word)
    if number:
        yield match.express(Calendar(half=number, year=_year(match)))


@rule(
    "(?: THEMOD )? (?P<which> season ) (?: LATER )?",
    "(?: THEMOD )? (?P<which> season ) (?: of )? (?: ERAYEAR )",
    "(?: THEMOD )? (?P<which> season ) of (?P<spelt> SPELT )",
    "(?: the )? (?P<late> YEAR ) (?P<which> season ) (?! games | olympics | paralympics )",
)
def season(match: Match) -> Iterator[Expression]:
    """ "the summer of 1990", "the summer of nineteen ninety", "in autumn"."""
    year = spelt_year(match.words("spelt")) if match.has("spelt") else _year(match)
    if year is not None or not match.has("spelt"):
        yield match.express(Calendar(season=match.value("which", "season"), year=year))


@rule("that (?P<which> season )")
def that_season(match: Match) -> Iterator[Expression]:
    """ "By that autumn the town was empty": of the year that was told of."""
    yield match.express(Calendar(season=match.value("which", "season"), year=THAT_YEAR))


@rule(
    "(?P<first> (?: the )? (?P<which> season ) ) (?: and | to | through | or | hyphen ) (?: the )? (?P<second> season ) (?: of )? (?: ERAYEAR )"
)
def seasons(match: Match) -> Iterator[Expression]:
    """ "the spring and summer of 1990": the year is both's."""
    year = year_of(match)
    yield match.express(Calendar(season=match.value("which", "season"), year=year), group="first")
    second = match.express(Calendar(season=match.value("second", "season"), year=year), group="second")
    yield replace(second, end=match.express(second.meaning).end)


@rule(
    "(?: THEMOD )? (?: early hyphen? (?: to hyphen? early hyphen? )? )? (?P<decade> decadenum ) (?: ERA )?",
    "(?: HALFOF ) (?P<decade> decadenum | decadename ) (?: ERA )?",
    "the (?: early hyphen? )? (?: nineteen )? (?P<decade> decadename )",
)
def decade(match: Match) -> Iterator[Expression]:
    """ "the early 1990s", "the '60s", "the nineties"."""
    word = match.words("decade")[-1]
    number = vocabulary.value("decadename", word)
    if number is None:
        number = int(re.sub(r"\D", "", word))
    yield match.express(Calendar(decade=dated(number if number > 100 else number + 1900, match.word("era"))))


@rule("(?: THEMOD | HALFOF )? (?P<which> ordinal ) (?: hyphen )? century (?: ERA )?")
def century(match: Match) -> Iterator[Expression]:
    """ "the 20th century", "the fourth century BC"."""
    number = vocabulary.value("ordinal", match.word("which")) or int(
        re.sub(r"\D", "", match.word("which")) or 0
    )
    if 1 <= number <= 30:
        yield match.express(Calendar(century=dated(number, match.word("era"))))


@rule("(?: THEMOD )? (?: FISCAL ) (?: year )? (?P<year> YEAR )", "(?P<short> fiscalyear )")
def fiscal_year(match: Match) -> Iterator[Expression]:
    """ "fiscal 1989", "FY2019"."""
    year = full_year(re.sub(r"\D", "", match.word("short"))) if match.has("short") else year_of(match)
    yield match.express(Calendar(year=year))


@rule(
    "(?: (?: PARTOF ) | early )? (?: the )? (?P<which> this | last | next | previous | following | the ) weekend"
)
def weekend(match: Match) -> Iterator[Expression]:
    """ "last weekend", "over the weekend"."""
    words = match.words("which")
    count = match.value("which", "last", "next") or 0
    if words:
        yield match.express(Step("WE", count))
