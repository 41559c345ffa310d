"""Now, the past and the future: references without a calendar day."""

from collections.abc import Iterator

from reader.analysis.timeline.grammar import Match, rule
from reader.analysis.timeline.meaning import Expression, Reference


@rule("(?P<word> present )")
def present(match: Match) -> Iterator[Expression]:
    """ "now", "these days"."""
    yield match.express(Reference("PRESENT_REF"))


@rule("(?: more | most )? (?P<word> past )")
def past(match: Match) -> Iterator[Expression]:
    """ "recently", "the past"."""
    yield match.express(Reference("PAST_REF"))


@rule("(?P<word> future )")
def future(match: Match) -> Iterator[Expression]:
    """ "the near future"."""
    yield match.express(Reference("FUTURE_REF"))
