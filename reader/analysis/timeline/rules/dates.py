"""Dates by day, month, weekday and holiday, in words and in figures, and years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression
from reader.analysis.timeline.rules.common import dated, full_year, month_of, spelt_year, year_of

macro(
    ON="(?: (?P<weekday> WEEKDAY ) comma? (?: the )? )?",
    DAYS="(?P<days> DAY (?: (?: comma | and | or | to | hyphen | through | until | till | comma and )+ DAY ){0,30} )",
    TO="(?: hyphen | dash | to | and | until | through )",
    ERAS="comma? (?: ERAYEAR )",
    SPOKENYEAR="OFYEAR | comma? (?P<spelt> SPELT )",
    NOUNIT="(?! hyphen? UNIT | scale )",
)


_LONGEST_MONTH, _TEN = 31, 10


def weekday_of(match: Match) -> int | None:
    """The weekday a match names, 1 for Monday."""
    number: int | None = match.value("weekday", "weekday", "weekdayabbr")
    return number


def lean_of(match: Match) -> int | None:
    """Which way "last" or "next" says a date lies: -1 for "last Oct. 23"."""
    return {"last": -1, "this": 0, "next": 1}.get(match.word("lean"))


def day_number(word: str) -> int | None:
    """12 for "12" and "12th", None for what is no day of a month."""
    return int(re.sub(r"\D", "", word)) if word[0].isdigit() else None


def _each_day(match: Match, keep: str) -> Iterator[Expression]:
    """One expression for each day of "3 to 5 May"; the one beside the month takes the whole rest."""
    first, after = match.found.span("days")
    places = [i for i in range(first, after) if match.scan.words[i][0].isdigit()]
    own = places[0] if keep == "first" else places[-1]
    for i in places:
        day = day_number(match.scan.words[i])
        if day is None or not 1 <= day <= 31:
            return
        meaning = Calendar(
            year=year_of(match),
            month=month_of(match),
            day=day,
            weekday=weekday_of(match),
            lean=lean_of(match),
        )
        start, end = match.scan.starts[i], match.scan.ends[i]
        if i == own:
            left, right = match.found.span()
            start = match.scan.starts[left] if keep == "first" or len(places) == 1 else start
            end = match.scan.ends[right - 1] if keep == "last" or len(places) == 1 else end
        yield Expression(start, end, meaning, match.has("approx"), match.rule)


@rule("(?: MOD )? ON (?: the )? DAYS (?: of )? (?P<month> MONTH ) (?: OFYEAR )?")
def day_month(match: Match) -> Iterator[Expression]:
    """ "12 May 1990", "Friday, the 3rd of May", "3 to 5 May"."""
    yield from _each_day(match, "last")


@rule(
    "(?: MOD )? (?: (?P<lean> last | this | next ) )? ON (?P<month> MONTH ) (?: the )? DAYS NOUNIT (?: OFYEAR )?"
)
def month_day(match: Match) -> Iterator[Expression]:
    """ "May 12, 1990", "Friday, May 3", "May 3 to 5"."""
    yield from _each_day(match, "first")


@rule(
    "(?P<first> (?P<day> DAY ) (?P<month> MONTH ) ) TO (?P<second> (?P<untilday> DAY ) (?P<untilmonth> MONTH ) ERAS )",
    "(?P<first> (?P<month> MONTH ) (?P<day> DAY ) ) TO (?P<second> (?P<untilmonth> MONTH ) (?P<untilday> DAY ) ERAS )",
    "(?P<first> (?P<month> MONTH ) ) TO (?P<second> (?P<untilmonth> MONTH ) ERAS )",
)
def stretch_of_days(match: Match) -> Iterator[Expression]:
    """ "26 June – 4 August 1952", "July to November 1954": the year is both's."""
    months = [match.value(group, "monthname", "monthabbr") for group in ("month", "untilmonth")]
    days = [day_number(match.word(group)) if match.has(group) else None for group in ("day", "untilday")]
    year = year_of(match)
    backwards = (months[0], days[0] or 0) > (months[1], days[1] or 0)
    first = year - 1 if isinstance(year, int) and backwards else year
    yield match.express(Calendar(year=first, month=months[0], day=days[0]), group="first")
    yield match.express(Calendar(year=year, month=months[1], day=days[1]), group="second")


@rule("on (?P<said> the (?P<day> dayord ) ) (?= comma | dot | close | and | mark )")
def bare_day(match: Match) -> Iterator[Expression]:
    """ "on the 15th": of the month in question."""
    yield match.express(Calendar(day=day_number(match.word("day"))), group="said")


@rule(
    "the (?P<whole> week | weekend ) of (?P<month> MONTH ) (?P<day> DAY ) (?: hyphen DAY )? (?: OFYEAR )?",
    "the (?P<whole> week | weekend ) of (?: the )? (?P<day> DAY ) (?: hyphen DAY )? (?: of )? (?P<month> MONTH ) (?: OFYEAR )?",
)
def week_of(match: Match) -> Iterator[Expression]:
    """ "the week of March 6", "the weekend of 11-12 May"."""
    day = day_number(match.word("day"))
    yield match.express(
        Calendar(year=year_of(match), month=month_of(match), day=day, whole=match.value("whole", "unit"))
    )


@rule(
    "(?: MOD )? (?: the )? (?P<tens> card )? hyphen? (?P<day> ordinal ) of (?P<month> MONTH ) (?: SPOKENYEAR )?",
    "(?: MOD )? (?: this? (?: coming | next | last | past ) )? ON (?P<month> MONTH ) (?: the )? (?P<tens> card )? hyphen? (?P<day> ordinal ) (?: SPOKENYEAR )? (?! hyphen? (?: UNIT | half ) )",
)
def spoken_day(match: Match) -> Iterator[Expression]:
    """ "the first of May", "March twenty third", "May fourth, nineteen seventy"."""
    day = match.value("day", "ordinal")
    tens = match.value("tens", "card") or 0
    year = spelt_year(match.words("spelt")) if match.has("spelt") else year_of(match)
    if day and tens in (0, 20, 30) and (not tens or day < _TEN) and tens + day <= _LONGEST_MONTH:
        yield match.express(Calendar(year=year, month=month_of(match), day=tens + day))


@rule("(?: MOD )? (?P<month> MONTH ) (?: OFYEAR )", "the month of (?P<month> MONTH ) (?: OFYEAR )?")
def month_year(match: Match) -> Iterator[Expression]:
    """ "May 1990", "late in August of that year", "the month of May"."""
    yield match.express(Calendar(year=year_of(match), month=month_of(match)))


@rule("(?: MOD )? (?P<month> MONTH )")
def month(match: Match) -> Iterator[Expression]:
    """ "in October"."""
    yield match.express(Calendar(month=month_of(match)))


_TOGETHER = 3  # days between two that are named together and follow each other


@rule(
    "(?P<first> weekday ) (?: through | to | until | till | hyphen | (?P<both> and ) ) (?P<second> weekday )"
)
def stretch_of_weekdays(match: Match) -> Iterator[Expression]:
    """ "Monday through Friday", "Tuesday and Wednesday": both of one stretch, whichever side it lies on."""
    first, second = (match.value(group, "weekday") for group in ("first", "second"))
    length = (second - first) % 7
    if match.has("both") and length > _TOGETHER:
        return  # "Friday and Thursday"
    yield match.express(Calendar(weekday=first, stretch=length), group="first")
    yield match.express(Calendar(weekday=second, stretch=-length), group="second")


@rule("(?P<weekday> weekday )")
def weekday(match: Match) -> Iterator[Expression]:
    """ "on Friday"."""
    yield match.express(Calendar(weekday=weekday_of(match)))


@rule(
    "(?: MOD )? (?: the )? (?P<holiday> holiday ) (?: of? (?P<year> YEAR ) )? (?: (?P<part> part ) | (?P<whole> week | weekend ) )?"
)
def holiday(match: Match) -> Iterator[Expression]:
    """ "Easter Monday", "Christmas 1990", "Boxing Day morning", "Easter week"."""
    clock = f"T{match.value('part', 'part')}" if match.has("part") else ""
    name = match.word("holiday").replace("’", "'")
    whole = match.value("whole", "unit") or ""
    yield match.express(Calendar(holiday=name, year=year_of(match), clock=clock, whole=whole))


_MONTHS = 12


@rule("(?P<date> iso )")
def iso(match: Match) -> Iterator[Expression]:
    """ "2022-01-07"."""
    yield from _parts(match, *map(int, match.word("date")[:10].split("-")))


@rule("(?P<date> slashed )")
def day_first(match: Match) -> Iterator[Expression]:
    """ "31/1/2022", "7.1.2022": there is no other way to read it."""
    first, second, last = re.split(r"[/.]", match.word("date"))
    if "." in match.word("date") or int(first) > _MONTHS:
        yield from _parts(match, full_year(last), int(second), int(first))


@rule("(?P<date> slashed )")
def slashed(match: Match) -> Iterator[Expression]:
    """ "7/1/2022": read month first; the rest of the text may tell otherwise."""
    first, second, last = re.split(r"[/.]", match.word("date"))
    yield from _parts(match, full_year(last), int(first), int(second))


def _parts(match: Match, year: int, month: int, day: int) -> Iterator[Expression]:
    try:
        date(year, month, day)
    except ValueError:
        return
    yield match.express(Calendar(year=year, month=month, day=day))


macro(
    # Years in words, as they are spoken: "nineteen ninety-six", "two thousand and four".
    SPELT="card card (?: hyphen? card )? | card (?: hundred | thousand ) (?: and? card (?: hyphen? card )? )?",
)


@rule(
    "(?: MOD )? (?: the year )? (?: ERAYEAR )",
    "the year (?P<spelt> SPELT )",
    "(?: in | since ) (?P<spelt> SPELT ) (?! any | UNIT | hyphen | card )",
    "(?P<month> MONTH ) (?P<spelt> SPELT )",
    "(?P<spelt> (?: seventeen | eighteen | nineteen ) card (?: hyphen? card )? )",
)
def year(match: Match) -> Iterator[Expression]:
    """ "1990", "early 1990", "the year 2000", "44 BC", "nineteen ninety-six"."""
    if not match.has("spelt"):
        short = len(match.words("year")[-1].strip("'’")) == len("98") and not match.has("era")
        yield match.express(Calendar(year=year_of(match), short=short))
    elif year := spelt_year(match.words("spelt")):
        month = month_of(match) if match.has("month") else None
        whole = match.has("month") or "year" in match.all
        yield match.express(Calendar(year=year, month=month), group=0 if whole else "spelt")


@rule("(?P<era> era ) (?P<year> oldyear | digits )")
def year_of_era(match: Match) -> Iterator[Expression]:
    """ "AD 70"."""
    if 0 < int(match.word("year")) < 3000:
        yield match.express(Calendar(year=year_of(match)))


@rule(
    "(?P<first> (?P<year> yearnum ) ) (?: hyphen | slash ) (?P<until> yearnum | twodigits )",
    "(?P<first> (?P<year> yearnum ) ) to (?P<until> yearnum )",  # not "from 27 in 2014 to 18 last year"
    "(?P<first> (?P<year> digits ) (?: ERA )? ) (?: hyphen | to | and | or ) (?P<until> digits ) (?P<lastera> era )",
)
def years(match: Match) -> Iterator[Expression]:
    """ "2019-21": two years, each with a span of its own."""
    era = match.word("era") or match.word("lastera")
    first, last = match.word("year"), match.word("until")
    until = int(first[:2] + last) if len(last) == 2 and len(first) == 4 else int(last)
    if not era and until <= int(first):
        return
    yield match.express(Calendar(year=dated(int(first), era)), group="first")
    second = match.express(Calendar(year=dated(until, match.word("lastera"))), group="until")
    yield replace(second, end=match.express(second.meaning).end)
