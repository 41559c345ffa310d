"""Dates all in figures: "2022-01-07", "7/1/2022"."""

import re
from collections.abc import Iterator
from datetime import date

from reader.analysis.timeline.grammar import Match, rule
from reader.analysis.timeline.meaning import Calendar, Expression
from reader.analysis.timeline.rules.common import full_year

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
