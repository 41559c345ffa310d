"""Years: in figures and in words, of an era, in pairs."""

from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression
from reader.analysis.timeline.rules.common import dated, month_of, spelt_year, year_of

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
