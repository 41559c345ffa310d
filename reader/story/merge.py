"""Readings of several articles merged, each item with the place of the article it is from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reader.analysis.model import Claim, Reading, TimelineEntry
from reader.article import Article
from reader.story.claims import Matter, matters, told
from reader.story.voices import Voice, voices

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """What an article of a story is called: A, B, … Z, then its number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


@dataclass(frozen=True)
class Story:
    """What several articles tell together; ``names`` are the speakers' by id, of one article after another."""

    voices: tuple[Voice, ...]
    matters: tuple[Matter, ...]
    timeline: tuple[tuple[int, TimelineEntry], ...]
    names: tuple[Mapping[str, str], ...] = ()

    def said_by(self, place: int, claim: Claim) -> str | None:
        """Whose claim it is; None where its article says so itself, or nobody can be named."""
        return self.names[place].get(claim.by.speaker or "") if claim.by else None


def merge(articles: Sequence[Article], readings: Sequence[Reading]) -> Story:
    """The story of several articles with their Readings; items name the place of their article."""
    pairs = enumerate(zip(articles, readings, strict=True))
    return Story(
        voices=voices(readings),
        matters=matters(claim for place, pair in pairs for claim in told(place, *pair)),
        timeline=_timeline(readings),
        names=tuple({speaker.id: speaker.name for speaker in reading.speakers} for reading in readings),
    )


def _timeline(readings: Sequence[Reading]) -> tuple[tuple[int, TimelineEntry], ...]:
    """Earliest first; of what begins on one day the longer comes first; what names no day is last."""
    entries = [(place, entry) for place, reading in enumerate(readings) for entry in reading.timeline]

    def order(item: tuple[int, TimelineEntry]) -> tuple[date, int, int, int]:
        place, entry = item
        length = (entry.latest - entry.earliest).days if entry.latest and entry.earliest else 0
        return entry.earliest or date.max, -length, place, entry.start

    return tuple(sorted(entries, key=order))
