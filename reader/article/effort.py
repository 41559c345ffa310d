"""What it takes to take Markdown apart, counted beforehand, so that no file keeps a person waiting for long."""

import re

from reader.late import late

MOST = 200_000
"""Of what :func:`effort` counts; a second or two. A long book has less, thousands of links or rows of a table more."""
_SIGNS, _BRACKETS = "*_`!<&\\~|", "[]"
# The signs that open blocks at the beginning of a line, each inside the one before it.
_OPENERS = late(r"^(?:[ \t]*+(?:[-+*>#|`~<\[=]|\d{1,9}[.)]))++", re.M)
_A_LINE, _A_BLOCK, _A_SIGN, _A_BRACKET = 2, 6, 2, 6  # times five microseconds


def effort(source: str) -> int:
    """How much there is to do: lines, blocks and how deep they lie, signs in the text."""
    openers = [match.end() - match.start() for match in _OPENERS.finditer(source)]
    return (
        _A_LINE * source.count("\n")
        + _A_BLOCK * len(openers)
        + sum(openers)
        + _A_SIGN * sum(map(source.count, _SIGNS))
        + _A_BRACKET * sum(map(source.count, _BRACKETS))
    )
