"""Now, the past and the future: references without a calendar day."""

from collections.abc import Iterator

from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Expression, Reference

macro(NOPERIOD="(?! (?: NUMBER | few | several | couple | UNIT | season | weekday | monthname ) )")


@rule(
    "(?P<word> presentref )",
    "at this (?: time | moment ) (?! last | next | in )",
    "at (?: the moment | present )",
    "these days",
    "right presentref",
)
def present(match: Match) -> Iterator[Expression]:
    """ "now", "these days"."""
    yield match.express(Reference("PRESENT_REF"))


@rule("(?: more | most )? (?P<word> pastref )", "the (?: recent )? past NOPERIOD", "in recent times")
def past(match: Match) -> Iterator[Expression]:
    """ "recently", "the past"."""
    yield match.express(Reference("PAST_REF"))


@rule("the (?: near | foreseeable | immediate | distant )? future")
def future(match: Match) -> Iterator[Expression]:
    """ "the near future"."""
    yield match.express(Reference("FUTURE_REF"))
