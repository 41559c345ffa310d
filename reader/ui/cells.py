"""Text and widgets fitted to the cells of a terminal."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[: max(0, width)]
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def pad(text: str, width: int, right: bool = False) -> str:
    """``text`` in exactly ``width`` cells, at the left edge or the right one."""
    text = cut(text, width)
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def share_out(needs: Sequence[int], room: int) -> tuple[int, ...]:
    """What each gets of ``room``: all it needs where that is a fair share or less, else a fair share.

    Example:
        >>> share_out([3, 20, 20], 20)
        (3, 8, 9)
    """
    given = [0] * len(needs)
    waiting = sorted(range(len(needs)), key=needs.__getitem__)
    for place, index in enumerate(waiting):
        given[index] = max(0, min(needs[index], room // (len(waiting) - place)))
        room -= given[index]
    return tuple(given)


ONE_PANE, BESIDE, STACKED = 60, 92, 100
"""Columns from which the panels stand below the text, beside it as tabs, beside it in a stack."""
