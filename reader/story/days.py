"""Which of the days that a sentence names is the day of a claim in it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reader.analysis.model import Claim, Reading, Span, TimelineEntry
from reader.article import Article
from reader.story.within import within

Days = tuple[date, date]
_SAID = re.compile(r"[\s,]*(?:(?:on|late|early|in a \w+|at a \w+)\s+){0,2}")
_SINCE = re.compile(r"\bsince\W+$")
_PARTS = re.compile(r"[,;:.!?—–()“”\"]|\b(?:and|but|after|before|when|while|as|which|who|that|because)\b")
_STOP = re.compile(r"\w[.!?]\s+[A-Z]\w*\s")
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Day:
    """A stretch of days; ``own`` where it is said of the claim itself, not only in the same sentence."""

    days: Days
    own: bool


class Dated:
    """The days that an article names, but for those on which somebody said something."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text, self._published = article.model_text, article.published
        self._cues = sorted((quote.cue.start, quote.cue.end) for quote in reading.quotes if quote.cue)
        self._claims = sorted(((claim.start, claim) for claim in reading.claims), key=lambda each: each[0])
        self._entries = sorted(((e.start, e) for e in reading.timeline), key=lambda each: each[0])

    def of(self, claim: Claim, recent: Callable[[Days], bool]) -> Day | None:
        """The day named nearest to a claim in its sentence, before all its own.

        Args:
            recent: whether a day is close to publication; what is far off counts only where it is said of the claim,
                or is past and said of nothing else that is counted.
        """
        near = []
        for entry, days in self._named(claim.sentence):
            own = self._is_own(entry, claim)
            if self._parted(entry, claim):
                continue
            if own or recent(days) or not (self._is_ahead(days) or self._is_anothers(entry, claim)):
                apart = min(abs(entry.start - claim.end), abs(claim.start - entry.end))
                near.append((not own, apart, days))
        if not near:
            return None
        other, _, days = min(near)
        return Day(days, not other)

    def spoken(self, entry: TimelineEntry) -> bool:
        """Whether it is the day on which somebody said something: "police said on Wednesday"."""
        at = bisect_left(self._cues, (entry.start,)) - 1
        if at >= 0 and _SAID.fullmatch(self._text, self._cues[at][1], entry.start):
            return True
        says = (self._text[start:end] for start, end in within(self._cues, entry.sentence))
        return any(re.search(rf"\b{re.escape(cue)}\b", entry.event or "") for cue in says)

    def _named(self, sentence: Span) -> Iterator[tuple[TimelineEntry, Days]]:
        for _, entry in within(self._entries, sentence):
            if entry.type in {"DATE", "TIME"} and entry.earliest and entry.latest and not self.spoken(entry):
                days = entry.earliest, entry.latest
                if not (_SINCE.search(self._text, sentence.start, entry.start) and self._of_late(days)):
                    yield entry, days

    def _of_late(self, days: Days) -> bool:
        """Whether what holds "since" that day holds at publication as well."""
        return self._published is None or abs(self._published - days[0]) < _YEAR

    def _parted(self, entry: TimelineEntry, claim: Claim) -> bool:
        """Whether a sentence ends between them, where the model has not seen its end ("£300m. Members will")."""
        first, last = sorted(((entry.start, entry.end), (claim.start, claim.end)))
        return bool(_STOP.search(self._text, first[1], last[0]))

    def _is_ahead(self, days: Days) -> bool:
        return self._published is not None and days[0] > self._published

    def _is_own(self, entry: TimelineEntry, claim: Claim) -> bool:
        """In the event of that day, or in the same clause."""
        if _told_in(entry, claim):
            return True
        first, last = sorted(((entry.start, entry.end), (claim.start, claim.end)))
        return not self._is_anothers(entry, claim) and not _PARTS.search(self._text, first[1], last[0])

    def _is_anothers(self, entry: TimelineEntry, claim: Claim) -> bool:
        if _told_in(entry, claim):
            return False
        return any(_told_in(entry, each) for _, each in within(self._claims, claim.sentence))


def _told_in(entry: TimelineEntry, claim: Claim) -> bool:
    """Whether the event of a day tells of a claim."""
    return " ".join(claim.text.split()) in (entry.event or "")
