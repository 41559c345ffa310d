"""The rules of the grammar, by what they find; :func:`grammar` compiles them once a process."""

from functools import cache

from reader.analysis.timeline.grammar import Grammar
from reader.analysis.timeline.rules import (
    beside,
    clock,
    dates,
    figures,
    lengths,
    periods,
    references,
    relative,
    repeats,
    years,
)

# Of rules that fit equally far the earlier wins.
RULES = (dates, figures, years, clock, periods, beside, relative, lengths, repeats, references)


@cache
def grammar() -> Grammar:
    """The one grammar."""
    return Grammar([module.__name__ for module in RULES])
