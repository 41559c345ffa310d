"""When and where a claim holds, as its sentence says, and whether two can speak of one event."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.analysis.model import Claim, EntityKind, Reading, Span, TimelineEntry
from reader.article import Article

Days = tuple[date, date]
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

    @classmethod
    def of(cls, claim: Claim, article: Article, reading: Reading) -> "Setting":
        """The setting of a claim of a Reading."""
        days = _days(claim, reading.timeline)
        within = NEWS if claim.kind == "count" else PERIODS
        says = {s.name.casefold() for s in reading.speakers if claim.by and s.id == claim.by.speaker}
        return cls(
            days,
            days is None or _recent(days, article.published, within),
            _names(reading, claim.sentence, "place", set()),
            _names(reading, claim.sentence, "organisation", says) | _owners(claim.of),
        )

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


def _days(claim: Claim, timeline: Iterable[TimelineEntry]) -> Days | None:
    """The days named nearest to a claim in its sentence."""
    near = [
        (min(abs(entry.start - claim.end), abs(claim.start - entry.end)), entry.earliest, entry.latest)
        for entry in timeline
        if entry.type in {"DATE", "TIME"}
        and claim.sentence.start <= entry.start < claim.sentence.end
        and entry.earliest
        and entry.latest
    ]
    return min(near)[1:] if near else None


def _recent(days: Days, published: date | None, within: timedelta) -> bool:
    if published is None:
        return False
    first, last = days
    return last - first <= within and published - within <= last <= published + within


def _names(reading: Reading, sentence: Span, kind: EntityKind, without: set[str]) -> frozenset[str]:
    return frozenset(
        entity.name.casefold()
        for entity in reading.entities
        if entity.kind == kind
        and entity.name.casefold() not in without
        and any(sentence.start <= mention.start < sentence.end for mention in entity.mentions)
    )


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
