"""The rules of the grammar, by what they find; :func:`grammar` compiles them once a process."""

from functools import cache

from reader.analysis.timeline.expressions import clock, dates, lengths, periods, relative
from reader.analysis.timeline.grammar import Grammar

# Of rules that fit equally far the earlier wins.
RULES = (dates, clock, periods, relative, lengths)


@cache
def grammar() -> Grammar:
    """The one grammar."""
    return Grammar([module.__name__ for module in RULES])
