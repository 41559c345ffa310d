"""Readings of several articles merged, each item with the place of the article it is from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reader.analysis.model import Quote, Reading, Speaker, TimelineEntry
from reader.story.claims import Matter, matters


@dataclass(frozen=True)
class Voice:
    """One speaker over all articles, with every quotation and the place of its article."""

    speaker: Speaker
    quotes: tuple[tuple[int, Quote], ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The places of the articles they speak in."""
        return tuple(sorted({article for article, _ in self.quotes}))


@dataclass(frozen=True)
class Story:
    """What several articles tell together."""

    voices: tuple[Voice, ...]
    matters: tuple[Matter, ...]
    timeline: tuple[tuple[int, TimelineEntry], ...]


def merge(readings: Sequence[Reading]) -> Story:
    """The story of several Readings; items name the place of theirs in ``readings``."""
    return Story(
        voices=_voices(readings),
        matters=matters((place, c) for place, reading in enumerate(readings) for c in reading.claims),
        timeline=_timeline(readings),
    )


def _voices(readings: Sequence[Reading]) -> tuple[Voice, ...]:
    """Speakers of one name are one; those in the most articles come first."""
    names = _full_names(readings)
    found: dict[str, list[tuple[int, Quote]]] = {}
    speakers: dict[str, Speaker] = {}
    for place, reading in enumerate(readings):
        for speaker in reading.speakers:
            key = names.get(speaker.name.casefold(), speaker.name.casefold())
            speakers[key] = _fuller(speakers.get(key), speaker)
            found.setdefault(key, []).extend((place, q) for q in reading.quotes if q.speaker == speaker.id)
    voices = [Voice(speakers[key], tuple(quotes)) for key, quotes in found.items() if quotes]
    return tuple(sorted(voices, key=lambda voice: -len(voice.articles)))


def _full_names(readings: Sequence[Reading]) -> dict[str, str]:
    """Last name -> full name, where exactly one person's full name ends with it."""
    full: dict[str, set[str]] = {}
    for reading in readings:
        for speaker in reading.speakers:
            words = speaker.name.casefold().split()
            if speaker.kind == "person" and len(words) > 1:
                full.setdefault(words[-1], set()).add(" ".join(words))
    return {last: next(iter(names)) for last, names in full.items() if len(names) == 1}


def _fuller(known: Speaker | None, speaker: Speaker) -> Speaker:
    """The one of two descriptions that says more."""
    if known is None:
        return speaker
    says = [
        len(each.name) + 100 * bool(each.role) + 100 * bool(each.affiliation) for each in (known, speaker)
    ]
    return speaker if says[1] > says[0] else known


def _timeline(readings: Sequence[Reading]) -> tuple[tuple[int, TimelineEntry], ...]:
    """Earliest first; of what begins on one day the longer comes first; what names no day is last."""
    entries = [(place, entry) for place, reading in enumerate(readings) for entry in reading.timeline]

    def order(item: tuple[int, TimelineEntry]) -> tuple[date, int, int, int]:
        place, entry = item
        length = (entry.latest - entry.earliest).days if entry.latest and entry.earliest else 0
        return entry.earliest or date.max, -length, place, entry.start

    return tuple(sorted(entries, key=order))
