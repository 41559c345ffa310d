"""Room dealt out to those who need it: heights of panels, widths of columns."""

from collections.abc import Sequence


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
