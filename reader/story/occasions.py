"""Days of one event that articles tell otherwise: a hearing on 6 July, or on 13 July.

Two days are of one event where the words of their events are the same but for those that any
appointment is told with, or where what one adds is known to the other article too. What has happened
needs two words in common, what is yet to come one. An article's days are paired with the likeliest of
the other's, those they agree on first; where two are as likely, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from reader.analysis import lexicon
from reader.analysis.model import Reading, TimelineEntry
from reader.article import Article
from reader.story.days import Dated
from reader.story.things import clause
from reader.story.words import stem, stems

_AHEAD, _PAST = timedelta(days=62), timedelta(days=8)  # how far apart two articles may have one event
_TELLING = 2  # words by which an event tells what it is
_PLAIN = re.compile(r"\b[^\W\d_A-Z]\w+")  # a word that is no name


@dataclass(frozen=True)
class Occasion:
    """An event of which articles give other days: ``about`` in the words of one, an entry of each."""

    about: str
    entries: tuple[tuple[int, TimelineEntry], ...]


@dataclass(frozen=True)
class _Dated:
    place: int
    entry: TimelineEntry
    stems: frozenset[str]
    plain: frozenset[str]
    known: frozenset[str]

    @property
    def ahead(self) -> bool:
        return self.entry.status == "planned"

    def same(self, other: "_Dated") -> bool:
        """Whether both can be of one event."""
        shared = self.stems & other.stems
        if self.ahead != other.ahead or len(shared) < (1 if self.ahead else 2) or not self._near(other):
            return False
        if not shared & self.plain & other.plain:
            return False
        news = (self.stems - other.known) | (other.stems - self.known)
        names = news - self.plain - other.plain
        return not names and len(news) <= (len(shared) if self.ahead and len(shared) > 1 else 0)

    def agrees(self, other: "_Dated") -> bool:
        """Whether both tell of one day and can be of one event, be it planned, past or put off."""
        return bool(self.stems & other.stems) and _meet(self, other)

    def _near(self, other: "_Dated") -> bool:
        one, another = self.entry.earliest, other.entry.earliest
        assert one and another
        return abs(one - another) <= (_AHEAD if self.ahead else _PAST)


def occasions(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Occasion, ...]:
    """The events on whose day two articles differ, in the order of the first of them."""
    dated = [list(_dated(place, *pair)) for place, pair in enumerate(zip(articles, readings, strict=True))]
    return tuple(
        Occasion(_about(one), ((one.place, one.entry), (other.place, other.entry)))
        for some, others in combinations(dated, 2)
        for one, other in _pairs(some, others)
    )


def _pairs(some: Sequence[_Dated], others: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """Of each that only one other can be, that one; not those of which the other article has the day too."""
    alike = [(one, other) for one in some for other in others if one.same(other)]
    agreed = {id(each) for one in some for other in others if one.agrees(other) for each in (one, other)}
    open_ = [pair for pair in alike if not {id(each) for each in pair} & agreed]
    often = Counter(id(each) for pair in open_ for each in pair)
    for one, other in open_:
        if often[id(one)] == often[id(other)] == 1:
            yield one, other


def _meet(one: _Dated, other: _Dated) -> bool:
    """Whether both can be of one day."""
    first, last = one.entry.earliest, one.entry.latest
    begin, end = other.entry.earliest, other.entry.latest
    assert first and last and begin and end  # those of single days
    return first <= end and begin <= last


def _dated(place: int, article: Article, reading: Reading) -> Iterator[_Dated]:
    """The events of single days; not those on which somebody only said something."""
    days, known = Dated(article, reading), stems(article.model_text)
    idle = frozenset(map(stem, lexicon.words("things", "appointing")))
    for entry in reading.timeline:
        if _of_one_day(entry) and entry.status != "recurring" and not days.spoken(entry):
            event = (entry.event or "").replace(entry.text, " ")  # which may stand in the middle of it
            if len(stems(event) - idle) < _TELLING:
                event += " " + " ".join(clause(entry, article.model_text))
            plain = stems(" ".join(_PLAIN.findall(event))) - idle
            yield _Dated(place, entry, stems(event) - idle, plain, known)


def _of_one_day(entry: TimelineEntry) -> bool:
    return entry.type in {"DATE", "TIME"} and entry.earliest is not None and entry.earliest == entry.latest


def _about(dated: _Dated) -> str:
    return dated.entry.event or dated.entry.text
