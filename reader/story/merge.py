"""Readings of several articles merged, each item with the place of the article it is from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from reader.analysis.model import Claim, Reading, TimelineEntry
from reader.article import Article
from reader.story.claims import matters
from reader.story.inside import disputes
from reader.story.matter import Matter
from reader.story.occasions import Occasion, occasions
from reader.story.texts import copies, own
from reader.story.told import Telling
from reader.story.voices import Voice, voices

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """What an article of a story is called: A, B, … Z, then its number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


@dataclass(frozen=True)
class Story:
    """What several articles tell together.

    Args:
        names: the speakers' names by their ids, of one article after another.
        copies: the places of articles that have the text of one before them, each with the place of that one.
    """

    voices: tuple[Voice, ...]
    matters: tuple[Matter, ...]
    timeline: tuple[tuple[int, TimelineEntry], ...]
    occasions: tuple[Occasion, ...] = ()
    names: tuple[Mapping[str, str], ...] = ()
    copies: Mapping[int, int] = field(default_factory=dict)

    def said_by(self, place: int, claim: Claim) -> str | None:
        """Whose claim it is; None where its article says so itself, or nobody can be named."""
        return self.names[place].get(claim.by.speaker or "") if claim.by else None


def merge(articles: Sequence[Article], readings: Sequence[Reading]) -> Story:
    """The story of several articles with their Readings; items name the place of their article.

    An article that has the text of one before it adds only what it has beyond that.
    """
    known = copies(articles)
    told = [
        own(article, reading, articles[known[place]]) if place in known else reading
        for place, (article, reading) in enumerate(zip(articles, readings, strict=True))
    ]
    return Story(
        voices=voices(told),
        matters=_with_inside(
            matters(list(map(Telling, count(), articles, told)), [each.published for each in articles]),
            articles,
            told,
        ),
        timeline=_timeline(told),
        occasions=occasions(articles, told),
        names=tuple({speaker.id: speaker.name for speaker in reading.speakers} for reading in readings),
        copies=known,
    )


def _with_inside(
    found: Sequence[Matter], articles: Sequence[Article], readings: Sequence[Reading]
) -> tuple[Matter, ...]:
    """The matters with what sources of one article differ on, in the matter that holds both claims or in one of its own."""
    inside = [
        replace(matter, claims=tuple((place, claim) for _, claim in matter.claims))
        for place, pair in enumerate(zip(articles, readings, strict=True))
        for matter in disputes(*pair)
    ]
    holding = {id(matter): {(place, claim.id) for place, claim in matter.claims} for matter in found}
    of_inside = [{(place, claim.id) for place, claim in matter.claims} for matter in inside]
    marked = [
        replace(matter, inside=any(claims <= holding[id(matter)] for claims in of_inside)) for matter in found
    ]
    new = [
        matter
        for matter, claims in zip(inside, of_inside, strict=True)
        if not any(claims <= held for held in holding.values())
    ]
    return tuple(sorted([*marked, *new], key=lambda matter: not matter.disputed))


def _timeline(readings: Sequence[Reading]) -> tuple[tuple[int, TimelineEntry], ...]:
    """Earliest first; of what begins on one day the longer comes first; what names no day is last."""
    entries = [(place, entry) for place, reading in enumerate(readings) for entry in reading.timeline]

    def order(item: tuple[int, TimelineEntry]) -> tuple[date, int, int, int]:
        place, entry = item
        length = (entry.latest - entry.earliest).days if entry.latest and entry.earliest else 0
        return entry.earliest or date.max, -length, place, entry.start

    return tuple(sorted(entries, key=order))
