"""When and where a claim holds, as its sentence says, and whether two can speak of one event."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from reader.analysis.model import Claim, Reading, Span, TimelineEntry
from reader.article import Article

Days = tuple[date, date]
P = TypeVar("P", bound=tuple[Any, ...])
NEWS = timedelta(days=31)  # how long before its publication what an undated report tells may have happened
PERIODS = timedelta(days=100)  # the same for amounts, which are told by the quarter
ONE_EVENT = timedelta(days=8)  # two stretches of days up to this long are of one event when they meet


@dataclass(frozen=True, slots=True)
class Setting:
    """The days and names that stand with a claim.

    Args:
        days: the stretch of days stated nearest to it in its sentence, None when none is.
        recent: whether that is close enough before publication to be what a report without a day is about.
        places: the names of places in its sentence.
        bodies: the organisations in its sentence, but for the one that says so, and who owns the amount.
    """

    days: Days | None
    recent: bool
    places: frozenset[str]
    bodies: frozenset[str]

    def fits(self, other: "Setting", kind: str) -> bool:
        """Whether both can speak of one event, or of the amount of one owner."""
        owners = kind == "count" or _meet(self.bodies, other.bodies)
        return self._meets(other) and _meet(self.places, other.places) and owners

    def _meets(self, other: "Setting") -> bool:
        if self.days is None or other.days is None:
            return self.recent and other.recent
        if self.days == other.days:
            return True
        (first, last), (begin, end) = self.days, other.days
        return max(last - first, end - begin) <= ONE_EVENT and first <= end and begin <= last


class Settings:
    """Finds the setting of each claim of an article, without going through all of it for every one."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._published = article.published
        self._speakers = {speaker.id: speaker.name.casefold() for speaker in reading.speakers}
        self._days = sorted(_dated(reading.timeline))
        self._names = sorted(
            (mention.start, entity.kind, entity.name.casefold())
            for entity in reading.entities
            for mention in entity.mentions
        )

    def of(self, claim: Claim) -> Setting:
        """The setting of a claim of the article."""
        days = self._nearest(claim)
        within = NEWS if claim.kind == "count" else PERIODS
        says = self._speakers.get(claim.by.speaker or "") if claim.by else None
        near = _within(self._names, claim.sentence)
        return Setting(
            days,
            days is None or _recent(days, self._published, within),
            frozenset(name for _, kind, name in near if kind == "place"),
            frozenset(name for _, kind, name in near if kind == "organisation" and name != says)
            | _owners(claim.of),
        )

    def _nearest(self, claim: Claim) -> Days | None:
        """The days named nearest to a claim in its sentence."""
        near = [
            (min(abs(start - claim.end), abs(claim.start - end)), days)
            for start, end, days in _within(self._days, claim.sentence)
        ]
        return min(near)[1] if near else None


def _dated(timeline: Iterable[TimelineEntry]) -> Iterator[tuple[int, int, Days]]:
    """Where each day or stretch of days is named."""
    for entry in timeline:
        if entry.type in {"DATE", "TIME"} and entry.earliest and entry.latest:
            yield entry.start, entry.end, (entry.earliest, entry.latest)


def _within(places: Sequence[P], span: Span) -> Sequence[P]:
    """Those of the sorted ``places`` that start in a span."""
    return places[bisect_left(places, span.start, key=_start) : bisect_left(places, span.end, key=_start)]


def _start(place: tuple[Any, ...]) -> int:
    start: int = place[0]
    return start


def _recent(days: Days, published: date | None, within: timedelta) -> bool:
    if published is None:
        return False
    first, last = days
    return last - first <= within and published - within <= last <= published + within


def _owners(words: str | None) -> frozenset[str]:
    """Names in the possessive: "nordline" of "Nordline's profit"."""
    return frozenset(name.casefold() for name in re.findall(r"\b[^\W\d_a-z]\w+(?=['’])", words or ""))


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of names can be of one thing: they share a word, or one says nothing."""
    if not some or not others:
        return True
    return bool(
        {word for name in some for word in name.split()} & {w for name in others for w in name.split()}
    )
