"""What of a sorted list begins in a span, without going through all of it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, TypeVar

from reader.analysis.model import Span

P = TypeVar("P", bound=tuple[Any, ...])


def within(places: Sequence[P], span: Span) -> Sequence[P]:
    """Those of the sorted ``places``, each led by where it starts, that start in a span."""
    return places[bisect_left(places, span.start, key=_start) : bisect_left(places, span.end, key=_start)]


def _start(place: tuple[Any, ...]) -> int:
    start: int = place[0]
    return start
