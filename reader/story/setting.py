"""When and where a claim holds, as its sentence says, and whether two can speak of one event."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reader.analysis.model import Claim, Reading
from reader.article import Article
from reader.story.days import Dated, Day, Days
from reader.story.within import within

NEWS = timedelta(days=31)  # how long before its publication what an undated report tells may have happened
PERIODS = timedelta(days=100)  # the same for amounts, which are told by the quarter
ONE_EVENT = timedelta(days=8)  # two stretches of days up to this long are of one event when they meet
LOOSE = timedelta(days=3)  # how far days may lie apart where one is only named in the same sentence
_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) to|to be|plan(?:s|ned)?|expect(?:s|ed)?|forecast|due|going to|set to|to go|aims?|hopes?)\b"
)
_AND = re.compile(r",?\s+and\s+(?:(?:in|at|the)\s+)*")
_IN = re.compile(r"(?:\s+\w+){0,3}\s+(?:in|at|near|around|outside|across)\s+(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the names that stand with a claim.

    Args:
        day: the day or stretch of days stated nearest to it in its sentence, None when none is.
        recent: whether that is close enough to publication to be what a report without a day is about.
        ahead: whether its sentence tells of what is to come, and ``later`` whether its day is after publication.
        about: the stretch of days that such a report is about, None where its publication is unknown.
        places: the names of places in its sentence.
        several: whether its sentence joins places ("in Arvil and Marenby"), so that it can be of all of them.
        bodies: the organisations in its sentence, but for the one that says so, and who owns the amount.
    """

    day: Day | None
    recent: bool
    ahead: bool
    later: bool
    about: Days | None
    places: frozenset[str]
    several: bool
    bodies: frozenset[str]

    def fits(self, other: "Setting", kind: str, *, beside: bool = False) -> bool:
        """Whether both can speak of one event, or of the amount of one owner.

        Args:
            beside: whether they stand beside each other, so that one without a day has that of the other.
        """
        owners = kind == "count" or _meet(self.bodies, other.bodies)
        timed = beside and (self.day is None or other.day is None)
        return (timed or self._meets(other)) and self._somewhere(other) and owners

    def _somewhere(self, other: "Setting") -> bool:
        """Whether both can be of one place; all places together are not one of them."""
        if self.places and other.places and self.several != other.several:
            return False
        return _meet(self.places, other.places)

    def _meets(self, other: "Setting") -> bool:
        if self.day is None or other.day is None:
            if (self.day and self.later) or (other.day and other.later):
                return self.ahead and other.ahead
            return self.recent and other.recent and self._of_one_time(other)
        if self.day.days == other.day.days:
            return True
        (first, last), (begin, end) = self.day.days, other.day.days
        apart = timedelta() if self.day.own and other.day.own else LOOSE
        short = max(last - first, end - begin) <= ONE_EVENT
        return short and first <= end + apart and begin <= last + apart

    def _of_one_time(self, other: "Setting") -> bool:
        """Whether two reports, of which one at least gives no day, are of one time."""
        one, another = (each.day.days if each.day else each.about for each in (self, other))
        return one is None or another is None or (one[0] <= another[1] and another[0] <= one[1])


class Settings:
    """Finds the setting of each claim of an article, without going through all of it for every one."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._published, self._text = article.published, article.model_text
        self._speakers = {
            speaker.id: {name.casefold() for name in (speaker.name, speaker.affiliation) if name}
            for speaker in reading.speakers
        }
        self._days = Dated(article, reading)
        self._names = sorted(
            (mention.start, mention.end, entity.kind, entity.name.casefold())
            for entity in reading.entities
            for mention in entity.mentions
        )

    def of(self, claim: Claim) -> Setting:
        """The setting of a claim of the article."""
        back = NEWS if claim.kind == "count" else PERIODS
        day = self._days.of(claim, lambda days: _recent(days, self._published, back))
        later = bool(day and self._published and day.days[0] > self._published)
        says = self._speakers.get(claim.by.speaker or "", set()) if claim.by else set()
        near = within(self._names, claim.sentence)
        places = {(start, end): name for start, end, kind, name in near if kind == "place"}
        own = self._place_of(claim, places)
        return Setting(
            day,
            day is None or _recent(day.days, self._published, back),
            bool(_AHEAD.search(self._text, claim.sentence.start, claim.sentence.end)) or later,
            later,
            (self._published - NEWS, self._published + NEWS) if self._published else None,
            frozenset(places[at] for at in own) or frozenset(places.values()),
            self._joined(sorted(at for at in places if not own or at >= own[0])),
            frozenset(name for _, _, kind, name in near if kind == "organisation" and name not in says)
            | _owners(claim.of),
        )

    def _place_of(self, claim: Claim, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The place named right after a claim: "247 people in Kenya and ten in Tanzania"."""
        return [at for at in places if at[0] >= claim.end and _IN.fullmatch(self._text, claim.end, at[0])]

    def _joined(self, places: Sequence[tuple[int, int]]) -> bool:
        """Whether "and" stands between two of them, and no number: "in Kenya and 10 in Tanzania"."""
        return any(_AND.fullmatch(self._text, one[1], other[0]) for one, other in pairwise(places))


def _recent(days: Days, published: date | None, back: timedelta) -> bool:
    if published is None:
        return False
    first, last = days
    return last - first <= back and published - back <= last <= published + back


def _owners(words: str | None) -> frozenset[str]:
    """Names in the possessive: "nordline" of "Nordline's profit"."""
    return frozenset(name.casefold() for name in re.findall(r"\b[^\W\d_a-z]\w+(?=['’])", words or ""))


def _meet(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of names can be of one thing: they share a word, or one says nothing."""
    if not some or not others:
        return True
    return bool(
        {word for name in some for word in name.split()} & {w for name in others for w in name.split()}
    )
