"""Dates by day, month, weekday and holiday, in words and in figures, and years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reader.analysis.rules import no, reads, when
from reader.analysis.timeline.expressions.parts import (
    FROM_PUBLICATION,
    dated,
    full_year,
    month_of,
    spelt_year,
    year_of,
)
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression

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
    lean: int | None = match.value("lean", *FROM_PUBLICATION)
    return lean


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
        yield Expression(start, end, meaning, (match.rule,), match.has("approx"))


@rule(
    "timeline.day_month",
    "(?: MOD )? ON (?: the )? DAYS (?: of )? (?P<month> MONTH ) (?: OFYEAR )?",
    decides=[
        reads("The mill burnt on Friday, 12 May 1989.", when("Friday, 12 May 1989", value="1989-05-12")),
        reads(
            "The fair ran from 3 to 5 May 2019.",
            when("3", value="2019-05-03"),
            when("5 May 2019", value="2019-05-05"),
        ),
    ],
    leaves=[reads("They sold 40 May roses.", no(when("40 May")))],
)
def day_month(match: Match) -> Iterator[Expression]:
    """A day before its month, alone or in a row of days: 12 May 1990; Friday, the 3rd of May; 3 to 5 May."""
    yield from _each_day(match, "last")


@rule(
    "timeline.month_day",
    "(?: MOD )? (?: (?P<lean> last | this | next ) )? ON (?P<month> MONTH ) (?: the )? DAYS NOUNIT (?: OFYEAR )?",
    decides=[
        reads("The mill burnt on May 12, 1989.", when("May 12, 1989", value="1989-05-12")),
        reads(
            "The fair runs from June 3 to 5.",
            when("June 3", value="2026-06-03"),
            when("5", value="2026-06-05"),
        ),
    ],
    leaves=[
        reads("In June 12 million crowns were spent.", when("June", value="2025-06"), no(when("June 12")))
    ],
)
def month_day(match: Match) -> Iterator[Expression]:
    """A day behind its month, alone or in a row of days: May 12, 1990; Friday, May 3; May 3 to 5."""
    yield from _each_day(match, "first")


@rule(
    "timeline.stretch_of_days",
    "(?P<first> (?P<day> DAY ) (?P<month> MONTH ) ) TO (?P<second> (?P<untilday> DAY ) (?P<untilmonth> MONTH ) ERAS )",
    "(?P<first> (?P<month> MONTH ) (?P<day> DAY ) ) TO (?P<second> (?P<untilmonth> MONTH ) (?P<untilday> DAY ) ERAS )",
    "(?P<first> (?P<month> MONTH ) ) TO (?P<second> (?P<untilmonth> MONTH ) (?: in )? ERAS )",
    decides=[
        reads(
            "The siege lasted from 26 June – 4 August 1952.",
            when("26 June", value="1952-06-26"),
            when("4 August 1952", value="1952-08-04"),
        ),
        reads(
            "The siege lasted from November to May 1952.",
            when("November", value="1951-11"),
            when("May 1952", value="1952-05"),
        ),
    ],
    leaves=[
        reads(
            "Staff fell from June to 40 in August.",
            when("June", value="2025-06"),
            when("August", value="2025-08"),
        )
    ],
)
def stretch_of_days(match: Match) -> Iterator[Expression]:
    """Two days or months of which the second names the year of both: 26 June – 4 August 1952."""
    months = [match.value(group, "monthname", "monthabbr") for group in ("month", "untilmonth")]
    days = [day_number(match.word(group)) if match.has(group) else None for group in ("day", "untilday")]
    year = year_of(match)
    backwards = (months[0], days[0] or 0) > (months[1], days[1] or 0)
    first = year - 1 if isinstance(year, int) and backwards else year
    yield match.express(Calendar(year=first, month=months[0], day=days[0]), group="first")
    yield match.express(Calendar(year=year, month=months[1], day=days[1]), group="second")


@rule(
    "timeline.span_of_days",
    "from (?P<first> (?P<month> MONTH ) (?P<day> DAY ) ) (?: to | until | till | through ) (?P<second> (?P<untilmonth> MONTH ) (?P<untilday> DAY ) ) (?! comma? in? YEAR )",
    "from (?P<first> (?P<day> DAY ) (?P<month> MONTH ) ) (?: to | until | till | through ) (?P<second> (?P<untilday> DAY ) (?P<untilmonth> MONTH ) ) (?! comma? in? YEAR )",
    "from (?P<first> (?P<month> MONTH ) (?P<year> yearnum ) ) (?: to | until | till | through ) (?P<second> (?P<untilmonth> MONTH ) ) (?! comma? in? (?: YEAR | DAY ) )",
    decides=[
        reads(
            "The show runs from Sept. 5 to Jan. 10.",
            when("Sept. 5", value="2026-09-05"),
            when("Jan. 10", value="2027-01-10"),
        ),
        reads(
            "The lake was frozen from November 2019 to March.",
            when("November 2019", value="2019-11"),
            when("March", value="2020-03"),
        ),
    ],
    leaves=[reads("The show opens on Jan. 10.", when("Jan. 10", value="2027-01-10"))],
)
def span_of_days(match: Match) -> Iterator[Expression]:
    """A stretch whose end is the first such day or month after its beginning: from Sept. 5 to Jan. 10."""
    months = [match.value(group, "monthname", "monthabbr") for group in ("month", "untilmonth")]
    days = [day_number(match.word(group)) if match.has(group) else None for group in ("day", "untilday")]
    year = year_of(match)
    backwards = (months[0], days[0] or 0) > (months[1], days[1] or 0)
    last = Calendar(month=months[1], day=days[1], base="story", lean=1)
    if isinstance(year, int):
        last = Calendar(year=year + backwards, month=months[1], day=days[1])
    yield match.express(Calendar(year=year, month=months[0], day=days[0]), group="first")
    yield match.express(last, group="second")


@rule(
    "timeline.year_before_a_span",
    "(?P<said> (?P<year> yearnum ) ) comma? from (?P<first> (?P<month> MONTH ) ) (?: to | until | till | through ) (?P<second> (?P<untilmonth> MONTH ) )",
    decides=[
        reads(
            "In 2018 from February to December sales grew.",
            when("2018", value="2018"),
            when("February", value="2018-02"),
            when("December", value="2018-12"),
        )
    ],
    leaves=[reads("In 2018 sales grew from February.", when("2018", value="2018"), when("February"))],
)
def year_before_a_span(match: Match) -> Iterator[Expression]:
    """A year and two months of it: in 2018 from February to December."""
    months = [match.value(group, "monthname", "monthabbr") for group in ("month", "untilmonth")]
    year = year_of(match)
    yield match.express(Calendar(year=year), group="said")
    yield match.express(Calendar(year=year, month=months[0]), group="first")
    yield match.express(Calendar(year=year, month=months[1]), group="second")


@rule(
    "timeline.day_of_that_month",
    "the (?P<day> dayord | ordinal ) (?: day )? of (?: the | (?P<way> this | last | next ) ) month (?! of )",
    decides=[
        reads(
            "He wrote to them on the 23rd of last month.", when("the 23rd of last month", value="2026-02-23")
        ),
        reads(
            "Rents go up on the second of next month.", when("the second of next month", value="2026-04-02")
        ),
    ],
    leaves=[reads("It was the second of three fires last month.", when("last month", value="2026-02"))],
)
def day_of_that_month(match: Match) -> Iterator[Expression]:
    """A day of this, last or next month: the 23rd of last month."""
    day = match.value("day", "ordinal") or day_number(match.word("day"))
    if day and day <= _LONGEST_MONTH:
        yield match.express(
            Calendar(day=day, months=match.value("way", *FROM_PUBLICATION) or 0, base="story")
        )


@rule(
    "timeline.month_by_number",
    "the (?P<nth> ordinal ) month of (?: ERAYEAR )",
    decides=[
        reads("The shop shut in the second month of 2021.", when("the second month of 2021", value="2021-02"))
    ],
    leaves=[reads("It was the second month of rain.", no(when("the second month")))],
)
def month_by_number(match: Match) -> Iterator[Expression]:
    """A month by its number: the second month of 2021."""
    number = match.value("nth", "ordinal")
    if number and number <= _MONTHS:
        yield match.express(Calendar(year=year_of(match), month=number))


@rule(
    "timeline.hyphened_day",
    "(?P<day> daynum ) hyphen (?P<month> MONTH ) hyphen (?P<of> yearnum | twodigits )",
    decides=[reads("The order was signed on 19-Nov-12.", when("19-Nov-12", value="2012-11-19"))],
    leaves=[reads("The part is number 19-Nov.", no(when("19-Nov-12")))],
)
def hyphened_day(match: Match) -> Iterator[Expression]:
    """Day, month and year with hyphens between them: 19-Nov-2012."""
    yield match.express(
        Calendar(year=full_year(match.word("of")), month=month_of(match), day=day_number(match.word("day")))
    )


@rule(
    "timeline.abbreviated_weekday",
    "(?: on | this | last | next ) (?P<said> (?P<weekday> weekdayabbr ) dot? )",
    "(?P<said> (?P<weekday> weekdayshort ) dot? )",
    decides=[reads("The school was shut on Thurs. and again on Weds.", when("Weds.", value="2026-03-11"))],
    leaves=[reads("They sat in the sun.", no(when("sat")), no(when("sun")))],
)
def abbreviated_weekday(match: Match) -> Iterator[Expression]:
    """A weekday cut short: on Thurs., this Sat., Tues. night."""
    lean = match.value("lean", *FROM_PUBLICATION) if match.has("lean") else None
    yield match.express(
        Calendar(weekday=match.value("weekday", "weekdayabbr", "weekdayshort"), lean=lean), group="said"
    )


@rule(
    "timeline.day_known_by_its_date",
    "(?P<day> knownday )",
    decides=[reads("He was a boy on 9/11.", when("9/11", value="2001-09-11"))],
    leaves=[reads("The score was 9/10.", no(when("9/10")))],
)
def day_known_by_its_date(match: Match) -> Iterator[Expression]:
    """A day that is known by its date: 9/11."""
    year, month, day = map(int, str(match.value("day", "knownday")).split("-"))
    yield match.express(Calendar(year=year, month=month, day=day))


@rule(
    "timeline.bare_day",
    "on (?P<said> the (?P<day> dayord ) ) (?= comma | dot | close | and | mark )",
    decides=[reads("The court sits on the 15th.", when("the 15th", value="2026-03-15"))],
    leaves=[reads("She lives on the 15th floor.", no(when("the 15th")))],
)
def bare_day(match: Match) -> Iterator[Expression]:
    """The 15th, after “on” and before a stop, is a day of the month in question."""
    yield match.express(Calendar(day=day_number(match.word("day"))), group="said")


@rule(
    "timeline.week_of",
    "the (?P<whole> week | weekend ) of (?P<month> MONTH ) (?P<day> DAY ) (?: hyphen DAY )? (?: OFYEAR )?",
    "the (?P<whole> week | weekend ) of (?: the )? (?P<day> DAY ) (?: hyphen DAY )? (?: of )? (?P<month> MONTH ) (?: OFYEAR )?",
    decides=[reads("The fair opens in the week of April 6.", when("the week of April 6", value="2026-W15"))],
    leaves=[
        reads(
            "The week of rain ended on April 6.",
            when("April 6", value="2025-04-06"),
            no(when("The week of rain")),
        )
    ],
)
def week_of(match: Match) -> Iterator[Expression]:
    """The week or weekend around a day: the week of March 6, the weekend of 11-12 May."""
    day = day_number(match.word("day"))
    yield match.express(
        Calendar(year=year_of(match), month=month_of(match), day=day, whole=match.value("whole", "unit"))
    )


@rule(
    "timeline.spoken_day",
    "(?: MOD )? (?: the )? (?P<tens> card )? hyphen? (?P<day> ordinal ) of (?P<month> MONTH ) (?: SPOKENYEAR )?",
    "(?: MOD )? (?: this? (?: coming | next | last | past ) )? ON (?P<month> MONTH ) (?: the )? (?P<tens> card )? hyphen? (?P<day> ordinal ) (?: SPOKENYEAR )? (?! hyphen? (?: UNIT | half ) )",
    decides=[
        reads(
            "The mill burnt on May fourth, nineteen seventy.",
            when("May fourth, nineteen seventy", value="1970-05-04"),
        ),
        reads("The fair opens on the first of April.", when("the first of April", value="2026-04-01")),
    ],
    leaves=[reads("It was the first of many fires.", no(when("the first")))],
)
def spoken_day(match: Match) -> Iterator[Expression]:
    """A day and its month in words: the first of May, March twenty-third, May fourth, nineteen seventy."""
    day = match.value("day", "ordinal")
    tens = match.value("tens", "card") or 0
    year = spelt_year(match.words("spelt")) if match.has("spelt") else year_of(match)
    if day and tens in (0, 20, 30) and (not tens or day < _TEN) and tens + day <= _LONGEST_MONTH:
        yield match.express(Calendar(year=year, month=month_of(match), day=tens + day))


@rule(
    "timeline.month_year",
    "(?: MOD )? (?P<month> MONTH ) (?: OFYEAR )",
    "the month of (?P<month> MONTH ) (?: OFYEAR )?",
    decides=[reads("The mill burnt in late May 1990.", when("late May 1990", value="1990-05"))],
    leaves=[
        reads(
            "The mill burnt in May and 1990 people fled.",
            when("May"),
            no(when("May and 1990")),
        )
    ],
)
def month_year(match: Match) -> Iterator[Expression]:
    """A month with its year: May 1990, late in August of that year, the month of May."""
    yield match.express(Calendar(year=year_of(match), month=month_of(match)))


@rule(
    "timeline.month",
    "(?: MOD )? (?P<month> MONTH )",
    decides=[reads("The mill burnt in October.", when("October", value="2025-10"))],
    leaves=[reads("They march at dawn.", no(when("march")))],
)
def month(match: Match) -> Iterator[Expression]:
    """A month alone, of the year that brings it nearest: in October."""
    yield match.express(Calendar(month=month_of(match)))


_TOGETHER = 3  # days between two that are named together and follow each other


@rule(
    "timeline.stretch_of_weekdays",
    "(?P<first> weekday ) (?: through | to | until | till | hyphen | (?P<both> and ) ) (?P<second> weekday )",
    decides=[
        reads(
            "They will strike on Tuesday and Thursday.",
            when("Tuesday", value="2026-03-17"),
            when("Thursday", value="2026-03-19"),
        )
    ],
    leaves=[
        reads(
            "They met on Monday, and Friday was calm.",
            when("Monday", value="2026-03-09"),
            when("Friday", value="2026-03-06"),
        )
    ],
)
def stretch_of_weekdays(match: Match) -> Iterator[Expression]:
    """Two weekdays of one stretch, on whichever side it lies: Monday through Friday, Tuesday and Thursday."""
    first, second = (match.value(group, "weekday") for group in ("first", "second"))
    length = (second - first) % 7
    if match.has("both") and length > _TOGETHER:
        return  # "Friday and Thursday"
    yield match.express(Calendar(weekday=first, stretch=length), group="first")
    yield match.express(Calendar(weekday=second, stretch=-length), group="second")


@rule(
    "timeline.weekday",
    "(?P<weekday> weekday )",
    decides=[reads("The mill burnt on Tuesday.", when("Tuesday", value="2026-03-10"))],
    leaves=[reads("The man Friday's hut burnt in 1990.", when("1990", value="1990"))],
)
def weekday(match: Match) -> Iterator[Expression]:
    """A day of the week alone, the nearest on the side the clause looks: on Friday."""
    yield match.express(Calendar(weekday=weekday_of(match)))


@rule(
    "timeline.holiday",
    "(?: MOD )? (?: the )? (?P<holiday> holiday ) (?: of? (?P<year> YEAR ) )? (?: (?P<part> part ) | (?P<whole> week | weekend ) )?",
    decides=[
        reads("The mill burnt on Christmas Eve.", when("Christmas Eve", value="2025-12-24")),
        reads("The shop was shut on Easter Monday 2019.", when("Easter Monday 2019", value="2019-04-22")),
    ],
    leaves=[reads("They sang White Christmas.", no(when("Christmas")))],
)
def holiday(match: Match) -> Iterator[Expression]:
    """A holiday, with its year, a part of it or the week around it: Christmas 1990, Boxing Day morning, Easter week."""
    clock = f"T{match.value('part', 'part')}" if match.has("part") else ""
    name = match.word("holiday").replace("’", "'")
    whole = match.value("whole", "unit") or ""
    yield match.express(Calendar(holiday=name, year=year_of(match), clock=clock, whole=whole))


_MONTHS = 12


@rule(
    "timeline.iso",
    "(?P<date> iso )",
    decides=[reads("The report is dated 2023-11-04.", when("2023-11-04", value="2023-11-04"))],
    leaves=[reads("The part is number 2023-99-04.", no(when("2023-99-04")))],
)
def iso(match: Match) -> Iterator[Expression]:
    """Year, month and day in figures: 2022-01-07."""
    yield from _parts(match, *map(int, match.word("date")[:10].split("-")))


@rule(
    "timeline.day_first",
    "(?P<date> slashed )",
    decides=[reads("The form is dated 31/1/2022.", when("31/1/2022", value="2022-01-31"))],
    leaves=[reads("The form is dated 7/1/2022.", when("7/1/2022", value="2022-07-01"))],
)
def day_first(match: Match) -> Iterator[Expression]:
    """Figures that can only be read day first: 31/1/2022, 7.1.2022."""
    first, second, last = re.split(r"[/.]", match.word("date"))
    if "." in match.word("date") or int(first) > _MONTHS:
        yield from _parts(match, full_year(last), int(second), int(first))


@rule(
    "timeline.slashed",
    "(?P<date> slashed )",
    decides=[reads("The form is dated 7/1/2022.", when("7/1/2022", value="2022-07-01"))],
    leaves=[reads("The form is dated 31/1/2022.", when("31/1/2022", value="2022-01-31"))],
)
def slashed(match: Match) -> Iterator[Expression]:
    """Figures parted by slashes, read month first unless the text's other dates tell otherwise: 7/1/2022."""
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
    "timeline.year",
    "(?: MOD )? (?: the year )? (?: ERAYEAR )",
    "the year (?P<spelt> SPELT )",
    "(?: in | since ) (?P<spelt> SPELT ) (?! any | UNIT | hyphen | card )",
    "(?P<month> MONTH ) (?P<spelt> SPELT )",
    "(?P<spelt> (?: seventeen | eighteen | nineteen ) card (?: hyphen? card )? )",
    decides=[
        reads("The mill burnt in early 1990.", when("early 1990", value="1990")),
        reads("The mill closed in nineteen ninety-six.", when("nineteen ninety-six", value="1996")),
    ],
    leaves=[reads("The mill sold 1990 bags.", no(when("1990")))],
)
def year(match: Match) -> Iterator[Expression]:
    """A year in figures or in words: 1990, early 1990, the year 2000, 44 BC, nineteen ninety-six."""
    if not match.has("spelt"):
        short = len(match.words("year")[-1].strip("'’")) == len("98") and not match.has("era")
        yield match.express(Calendar(year=year_of(match), short=short))
    elif year := spelt_year(match.words("spelt")):
        month = month_of(match) if match.has("month") else None
        whole = match.has("month") or match.holds("a_year")
        yield match.express(Calendar(year=year, month=month), group=0 if whole else "spelt")


@rule(
    "timeline.year_of_era",
    "(?P<era> era ) (?P<year> oldyear | digits )",
    "(?P<first> (?P<era> era ) (?P<year> oldyear | digits ) ) (?: and | to | or | hyphen ) (?P<until> digits ) (?! UNIT )",
    decides=[reads("The town was burnt in AD 70.", when("AD 70", value="0070"))],
    leaves=[reads("The town was burnt in 480 BC.", when("480 BC", value="BC0480"))],
)
def year_of_era(match: Match) -> Iterator[Expression]:
    """A year behind its era: AD 70."""
    if not 0 < (year := int(match.word("year"))) < 3000:
        return
    group: str | int = "first" if match.has("until") else 0
    yield match.express(Calendar(year=dated(year, match.word("era"))), group=group)
    if match.has("until"):
        yield match.express(Calendar(year=dated(int(match.word("until")), match.word("era"))), group="until")


@rule(
    "timeline.years",
    "(?P<first> (?P<year> yearnum ) ) (?: hyphen | slash ) (?P<until> yearnum | twodigits )",
    "(?P<first> (?P<year> yearnum ) ) to (?P<until> yearnum )",  # not "from 27 in 2014 to 18 last year"
    "(?P<first> (?P<year> digits ) (?: ERA )? ) (?: hyphen | to | and | or ) (?P<until> digits ) (?P<lastera> era )",
    decides=[
        reads("Ms Pell led the union in 2019–21.", when("2019", value="2019"), when("21", value="2021"))
    ],
    leaves=[reads("The paint is sold as 2019-14.", no(when("14")))],
)
def years(match: Match) -> Iterator[Expression]:
    """Two years with a mark or a word between them: 2019-21, 2019 to 2021, 264 to 241 BC."""
    era = match.word("era") or match.word("lastera")
    first, last = match.word("year"), match.word("until")
    until = int(first[:2] + last) if len(last) == 2 and len(first) == 4 else int(last)
    if not era and until <= int(first):
        return
    yield match.express(Calendar(year=dated(int(first), era)), group="first")
    second = match.express(Calendar(year=dated(until, match.word("lastera"))), group="until")
    yield replace(second, end=match.express(second.meaning).end)
