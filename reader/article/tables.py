"""A table in lines: its columns below one another, numbers to the right, cells that are too long in several rows."""

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

_BETWEEN = "  "
_WIDTH = 92  # cells of a whole table
_NARROWEST = 10  # cells of a column that others are made narrower for
_AMOUNT = re.compile(r"[^\w]*[A-Z]{0,3}[$£€¥₹]?\s?\d[\d.,:\s/]*\s?(?:[%°‰]|\w{1,2})?[^\w]*|[–—-]?")


def drawn(rows: Sequence[Sequence[str]], heads: int = 0) -> str:
    """The lines of a table, "" where there is none.

    Args:
        rows: the texts of the cells, row by row; rows may be of different lengths.
        heads: how many of the first rows are heads; a line parts them from the rest.
    """
    columns = list(zip_longest(*rows, fillvalue=""))
    kept = [column for column in columns if any(column)]
    widths = _narrowed([max(map(_width, column)) for column in kept])
    to_the_right = [_is_amounts(column[heads:]) for column in kept]
    lines: list[str] = []
    for number, row in enumerate(zip(*kept, strict=True)):
        if number == heads and heads:
            lines.append(_BETWEEN.join("─" * width for width in widths))
        lines += _row(row, widths, to_the_right)
    return "\n".join(lines)


def _row(cells: Sequence[str], widths: list[int], to_the_right: list[bool]) -> list[str]:
    """One row, in as many lines as its longest cell takes."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        _BETWEEN.join(
            " " * (width - _width(cell)) + cell if right else cell + " " * (width - _width(cell))
            for cell, width, right in zip(line, widths, to_the_right, strict=True)
        ).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _wrapped(cell: str, width: int) -> list[str]:
    return [cell] if _width(cell) <= width else textwrap.wrap(cell, width) or [""]


def _narrowed(widths: list[int]) -> list[int]:
    """The widths of columns, the widest made narrower until they have room beside one another."""
    room = max(_WIDTH - len(_BETWEEN) * (len(widths) - 1), _NARROWEST * len(widths))
    while sum(widths) > room:
        widest = max(range(len(widths)), key=widths.__getitem__)
        second = max((width for at, width in enumerate(widths) if at != widest), default=0)
        least = max(_NARROWEST, min(second, widths[widest] - 1), widths[widest] - (sum(widths) - room))
        if least >= widths[widest]:
            break
        widths[widest] = least
    return widths


def _is_amounts(column: Sequence[str]) -> bool:
    return any(column) and all(_AMOUNT.fullmatch(cell) for cell in column)


def _width(text: str) -> int:
    """Cells that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(cells_wide(sign) for sign in text)


def cells_wide(sign: str) -> int:
    """Cells that one sign takes on a terminal."""
    if sign.isascii():
        return 1
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
