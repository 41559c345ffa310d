"""Quarters, halves, seasons, decades, centuries, fiscal years, weekends."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.rules import no, reads, when
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.expressions.parts import counted_year, dated, full_year, spelt_year, year_of
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import THAT_YEAR, Calendar, Expression, Step

macro(
    HALFOF="(?: the )? (?: ordinal | latter | lastord ) (?: half | quarter | third ) of (?: the )?",
    # The year a period belongs to when it stands before it: "this year's", "the 1988", "the year-ago".
    ITSYEAR="(?: the )? (?: (?P<year> YEAR ) (?: poss )? | (?P<back> this | last | next | previous | following ) year poss"
    "| (?P<ago> year ) hyphen? (?: ago | earlier ) )?",
    FISCAL="(?: fiscal | financial ) hyphen?",
    LATER="hyphen? (?: of | in )? (?: the | its )? (?: fiscal | calendar )? (?: (?P<late> YEAR ) | (?P<backlate> this | last | next | previous | following | that ) year ) (?! poss | hyphen )",
)

_MONTHS, _HUNDRED = 12, 100
_OLD, _YOUNG = 1000, 2000  # hundreds of years, not their first ten: the 1700s


def _year(match: Match) -> int | Step | None:
    """The year that stands before or after the period's name."""
    if match.has("ago"):
        return Step("Y", -1, "story")
    if match.has("late"):
        return full_year(match.word("late"))
    if match.has("backlate"):
        return counted_year(match, "backlate")
    return year_of(match)


@rule(
    "timeline.quarter",
    "(?: THEMOD )? (?: ITSYEAR ) (?: FISCAL )? (?P<which> ordinal ) (?: FISCAL )? quarter (?: LATER )?",
    "(?: FISCAL )? (?P<which> ordinal ) hyphen quarter (?: LATER )?",
    "(?: the )? (?P<which> lastord ) quarter LATER",
    decides=[
        reads("Sales fell in the third quarter of 1990.", when("the third quarter of 1990", value="1990-Q3")),
        reads("The fourth-quarter loss grew.", when("fourth-quarter", value="2025-Q4")),
    ],
    leaves=[reads("Her fifth quarter of beef was sold.", no(when("fifth quarter")))],
)
def quarter(match: Match) -> Iterator[Expression]:
    """A quarter by its number in words: the third quarter, fourth-quarter, this year's first quarter."""
    number = vocabulary.value("ordinal", match.word("which")) or int(
        re.sub(r"\D", "", match.word("which")) or 0
    )
    if match.value("which", "lastord") == -1:
        number = 4
    if 1 <= number <= 4:
        yield match.express(Calendar(quarter=number, year=_year(match)))


@rule(
    "timeline.quarter_number",
    "(?P<which> quarternum ) (?: (?: of )? (?P<year> YEAR ) )?",
    "(?P<year> YEAR ) (?P<which> quarternum )",
    "(?P<which> quarternum ) (?P<fiscal> fiscalyear )",
    "(?P<whole> quarteryear )",
    decides=[reads("Sales fell in Q3 2019.", when("Q3 2019", value="2019-Q3"))],
    leaves=[reads("They built the Q7 in 2019.", when("2019", value="2019"), no(when("Q7")))],
)
def quarter_number(match: Match) -> Iterator[Expression]:
    """A quarter by its number in figures: Q3 2019, 3Q."""
    if match.has("whole"):
        number, _, year = match.word("whole").partition("q")
        yield match.express(Calendar(quarter=int(number), year=full_year(year)))
        return
    fiscal = full_year(re.sub(r"\D", "", match.word("fiscal"))) if match.has("fiscal") else year_of(match)
    yield match.express(Calendar(quarter=int(match.word("which").strip("qQ")), year=fiscal))


@rule(
    "timeline.quarter_ended",
    "(?: the )? quarter (?= ended (?: on )? (?: the )? (?: (?P<month> MONTH ) | DAY of? (?P<month2> MONTH ) ) (?: DAY )? (?: comma? (?P<year> YEAR ) )? )",
    decides=[reads("Sales fell in the quarter ended July 31.", when("the quarter", value="2025-Q2"))],
    leaves=[reads("The quarter was poor.", when("The quarter", value="2025-Q4"))],
)
def quarter_ended(match: Match) -> Iterator[Expression]:
    """The calendar's quarter that most of a firm's own quarter lies in: the quarter ended July 31."""
    month = match.value("month", "monthname", "monthabbr") or match.value("month2", "monthname", "monthabbr")
    middle = (month - 2) % _MONTHS  # from 0, the month before the last one
    year = year_of(match)
    if isinstance(year, int) and month == 1:
        year -= 1
    yield match.express(Calendar(quarter=middle // 3 + 1, year=year, lean=None if year else -1))


@rule(
    "timeline.quarter_of_year",
    "(?: the )? (?P<year> yearnum ) (?: poss )? (?: quarter | period )",
    decides=[reads("Sales fell below those of the 1988 quarter.", when("the 1988 quarter", value="1988-Q4"))],
    leaves=[reads("A quarter of the 1988 buyers left.", when("1988", value="1988"))],
)
def quarter_of_year(match: Match) -> Iterator[Expression]:
    """The quarter in question, of another year: the 1988 quarter, the 1988 period."""
    yield match.express(Calendar(quarter=0, period=not match.holds("a_quarter"), year=year_of(match)))


@rule(
    "timeline.year_ago_period",
    "the? (?: corresponding | same | comparable )? (?P<ago> year ) hyphen? (?: ago | earlier ) (?: quarter | period )",
    "year hyphen (?: ago | earlier )",
    "the (?: corresponding | same | comparable | year hyphen earlier )? (?: period | quarter ) (?: of | in )? (?: last year | a year (?: ago | earlier | before ) )",
    "last year poss (?: quarter | period )",
    decides=[
        reads(
            "Sales fell from 9 crowns in the year-ago period.", when("the year-ago period", value="2024-Q4")
        )
    ],
    leaves=[reads("A year ago sales fell.", when("A year ago", value="2025"))],
)
def year_ago_period(match: Match) -> Iterator[Expression]:
    """The quarter or period in question, a year before: the year-ago period, the year-earlier quarter."""
    yield match.express(Calendar(quarter=0, period=not match.holds("a_quarter"), year=Step("Y", -1, "story")))


@rule(
    "timeline.half_year",
    "(?: THEMOD )? (?: ITSYEAR ) (?: FISCAL )? (?P<which> ordinal | latter | lastord ) hyphen? half (?: LATER )? (?! hyphen | (?: a | an ) | dozen )",
    "(?: the )? (?P<which> first | last ) two quarters LATER",
    decides=[
        reads("Profit fell in the first half of 1990.", when("the first half of 1990", value="1990-H1"))
    ],
    leaves=[reads("A third half of beer was drunk.", no(when("third half")))],
)
def half_year(match: Match) -> Iterator[Expression]:
    """Half of a business year: the first half of 1990, the second half, the first two quarters of 1990."""
    number = match.value("which", "halves")
    if number:
        yield match.express(Calendar(half=number, year=_year(match)))


@rule(
    "timeline.half_number",
    "(?P<said> (?P<which> halfnum ) (?: (?: of )? (?P<year> YEAR ) ) )",
    "(?: in | for | of | during | from ) (?P<said> (?P<which> halfnum ) ) (?! of? YEAR )",
    "(?P<said> (?P<whole> halfyear ) )",
    decides=[
        reads("The bank lost money in H2 2024.", when("H2 2024", value="2024-H2")),
        reads("Profit fell in H1.", when("H1", value="2025-H1")),
        reads("Sales fell in 2H25.", when("2H25", value="2025-H2")),
    ],
    leaves=[reads("They closed the H1 in 2019.", when("2019", value="2019"), no(when("H1")))],
)
def half_number(match: Match) -> Iterator[Expression]:
    """Half of a business year in figures: H2 2024, in H1, 2H25."""
    if match.has("whole"):
        number, _, year = match.word("whole").partition("h")
        yield match.express(Calendar(half=int(number), year=full_year(year)), group="said")
    else:
        number = match.word("which").strip("hH")
        yield match.express(Calendar(half=int(number), year=year_of(match)), group="said")


@rule(
    "timeline.season",
    "(?: THEMOD )? (?P<which> season ) (?: LATER )?",
    "(?: THEMOD )? (?P<which> season ) (?: of )? (?: ERAYEAR )",
    "(?: THEMOD )? (?P<which> season ) of (?P<spelt> SPELT )",
    "(?: the )? (?P<late> YEAR ) (?P<which> season ) (?! games | olympics | paralympics )",
    decides=[
        reads("The mill burnt in the summer of 1990.", when("the summer of 1990", value="1990-SU")),
        reads("The mill burnt in autumn.", when("autumn", value="2025-FA")),
    ],
    leaves=[reads("The fall of the mill was slow.", no(when("The fall")))],
)
def season(match: Match) -> Iterator[Expression]:
    """A season, with its year where it is said: the summer of 1990, in autumn."""
    year = spelt_year(match.words("spelt")) if match.has("spelt") else _year(match)
    if year is not None or not match.has("spelt"):
        yield match.express(Calendar(season=match.value("which", "season"), year=year))


@rule(
    "timeline.that_season",
    "that (?P<which> season )",
    decides=[
        reads(
            "The mill burnt in 1950. By that autumn the town was empty.", when("that autumn", value="1950-FA")
        )
    ],
    leaves=[reads("The mill burnt in 1950. That oven was old.", no(when("That")))],
)
def that_season(match: Match) -> Iterator[Expression]:
    """A season of the year that was told of: by that autumn."""
    yield match.express(Calendar(season=match.value("which", "season"), year=THAT_YEAR))


@rule(
    "timeline.seasons",
    "(?P<first> (?: the )? (?P<which> season ) ) (?: and | to | through | or | hyphen ) (?: the )? (?P<second> season ) (?: of )? (?: ERAYEAR )",
    decides=[
        reads(
            "It rained in the spring and summer of 1990.",
            when("the spring", value="1990-SP"),
            when("summer of 1990", value="1990-SU"),
        )
    ],
    leaves=[
        reads("It rained in the spring. The summer of 1990 was dry.", when("the spring", value="2026-SP"))
    ],
)
def seasons(match: Match) -> Iterator[Expression]:
    """Two seasons of which the second names the year of both: the spring and summer of 1990."""
    year = year_of(match)
    yield match.express(Calendar(season=match.value("which", "season"), year=year), group="first")
    second = match.express(Calendar(season=match.value("second", "season"), year=year), group="second")
    yield replace(second, end=match.express(second.meaning).end)


@rule(
    "timeline.decade",
    "(?: THEMOD )? (?: early hyphen? (?: to hyphen? early hyphen? )? )? (?P<decade> decadenum ) (?: ERA )?",
    "(?: HALFOF ) (?P<decade> decadenum | decadename ) (?: ERA )?",
    "the (?: early hyphen? )? (?: nineteen )? (?P<decade> decadename )",
    decides=[
        reads("The mill burnt in the early 1990s.", when("the early 1990s", value="199")),
        reads("The mill burnt in the nineties.", when("the nineties", value="199")),
    ],
    leaves=[reads("She sold ninety mills.", no(when("ninety")))],
)
def decade(match: Match) -> Iterator[Expression]:
    """A decade: the early 1990s, the '60s, the nineties."""
    word = match.words("decade")[-1]
    number = vocabulary.value("decadename", word)
    if number is None:
        number = int(re.sub(r"\D", "", word))
    if number % 100 == 0 and _OLD <= number < _YOUNG:  # "the 1300s"
        yield match.express(Calendar(century=number // 100 + 1))
        return
    yield match.express(Calendar(decade=dated(number if number > 100 else number + 1900, match.word("era"))))


@rule(
    "timeline.two_decades",
    "(?P<first> (?: the )? (?: early hyphen? )? (?P<decade> decadenum ) ) (?: and | or | to ) (?P<second> (?: the )? (?: early hyphen? )? (?P<until> decadenum ) )",
    decides=[
        reads(
            "She sat during the 1970s and 80s.",
            when("the 1970s", value="197"),
            when("80s", value="198"),
        )
    ],
    leaves=[reads("She sat during the 1970s.", when("the 1970s", value="197"))],
)
def two_decades(match: Match) -> Iterator[Expression]:
    """Two decades, of which the second may be cut short: the 1970s and 80s."""
    first, second = (int(re.sub(r"\D", "", match.word(group))) for group in ("decade", "until"))
    if first < _HUNDRED:
        return
    second += first // _HUNDRED * _HUNDRED if second < _HUNDRED else 0
    yield match.express(Calendar(decade=first), group="first")
    yield match.express(Calendar(decade=second), group="second")


@rule(
    "timeline.century",
    "(?: THEMOD | HALFOF )? (?P<which> ordinal ) (?: hyphen )? century (?: ERA )?",
    decides=[reads("The mill was built in the 12th century.", when("the 12th century", value="11"))],
    leaves=[reads("The war lasted a century.", when("a century", value="P100Y"))],
)
def century(match: Match) -> Iterator[Expression]:
    """A century by its number: the 20th century, the fourth century BC."""
    number = vocabulary.value("ordinal", match.word("which")) or int(
        re.sub(r"\D", "", match.word("which")) or 0
    )
    if 1 <= number <= 30:
        yield match.express(Calendar(century=dated(number, match.word("era"))))


@rule(
    "timeline.fiscal_year",
    "(?: THEMOD )? (?: FISCAL ) (?: year )? (?P<year> YEAR )",
    "(?P<short> fiscalyear )",
    decides=[reads("Sales fell in fiscal 1989.", when("fiscal 1989", value="1989"))],
    leaves=[reads("The fiscal plan of 1989 failed.", when("1989", value="1989"))],
)
def fiscal_year(match: Match) -> Iterator[Expression]:
    """A business year, taken for the calendar's: fiscal 1989, FY2019."""
    year = full_year(re.sub(r"\D", "", match.word("short"))) if match.has("short") else year_of(match)
    yield match.express(Calendar(year=year))


@rule(
    "timeline.weekend",
    "(?: (?: PARTOF ) | early )? (?: the )? (?P<which> this | last | next | previous | following | the ) weekend",
    decides=[
        reads("The mill burnt over the weekend.", when("the weekend", value="2026-W10-WE")),
    ],
    leaves=[reads("A weekend in Orrin is dear.", when("A weekend", value="P1WE"))],
)
def weekend(match: Match) -> Iterator[Expression]:
    """A weekend, the last one on a working day in a clause that tells of the past: last weekend, over the weekend."""
    words = match.words("which")
    count = match.value("which", "last", "next") or 0
    if words:
        yield match.express(Step("WE", count))
