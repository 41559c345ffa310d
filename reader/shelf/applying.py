"""A Reading with a person's corrections in it: the machine's findings where nobody knew better."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from reader.article import Article
from reader.shelf.days import days_of
from reader.shelf.records import Change, Correction, Record, export_notes

if TYPE_CHECKING:
    from reader.analysis.model import Claim, Quote, Reading, Speaker, TimelineEntry

ALIKE = 0.5  # of the text that either covers, what both must, to be of one item


class Placed(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


P = TypeVar("P", bound=Placed)


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The Reading with every correction that still finds its item; the others change nothing.

    An item is found by its place; where a newer analysis drew its bounds a little otherwise, it is the one
    that shares most of the text. Ids stay as they are. A speaker the Reading did not have gets the next
    free id.
    """
    made = tuple(corrections)
    reading = _with_speakers(reading, _of(made, "speaker"))
    reading = _without_claims(reading, _of(made, "dropped"))
    return _with_dates(reading, _of(made, "date"))


def with_kept(article: Article, reading: Reading, kept: Record) -> tuple[Reading, tuple[dict[str, Any], ...]]:
    """What an export of the article says: the Reading as it was corrected, and the notes that tell so."""
    return corrected(reading, kept.corrections), export_notes(article, kept)


def is_of(correction: Correction, item: Placed) -> bool:
    """Whether a correction is of an item that stands there, or nearly there."""
    return _alike(correction, item) >= ALIKE


def _of(corrections: Iterable[Correction], change: Change) -> tuple[Correction, ...]:
    return tuple(each for each in corrections if each.change == change)


def _pairs(corrections: Iterable[Correction], items: Sequence[P]) -> list[tuple[P, Correction]]:
    """Each correction with the item it is of."""
    found = []
    for correction in corrections:
        item = max(items, key=lambda each: _alike(correction, each), default=None)
        if item is not None and is_of(correction, item):
            found.append((item, correction))
    return found


def _alike(one: Placed, other: Placed) -> float:
    """How much of the text that either covers both cover, from 0 to 1."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


def _with_speakers(reading: Reading, corrections: tuple[Correction, ...]) -> Reading:
    moved = {quote.id: correction.value for quote, correction in _pairs(corrections, reading.quotes)}
    if not moved:
        return reading
    speakers = _named(reading.speakers, [name for name in moved.values() if name])
    ids = {speaker.name.casefold(): speaker.id for speaker in reversed(speakers)}
    by = {quote: ids[name.casefold()] if name else None for quote, name in moved.items()}
    quotes = tuple(
        replace(q, speaker=by[q.id], mention=None, confidence="sure") if q.id in by else q
        for q in reading.quotes
    )
    return replace(
        reading,
        quotes=quotes,
        speakers=tuple(_with_quotes(speaker, quotes) for speaker in speakers),
        claims=tuple(_follow(claim, by) for claim in reading.claims),
    )


def _named(speakers: tuple[Speaker, ...], names: Iterable[str]) -> tuple[Speaker, ...]:
    """The speakers, and one more for each name that none of them has."""
    from reader.analysis.model import Speaker

    known = {speaker.name.casefold() for speaker in speakers}
    number = max((int(speaker.id[1:]) for speaker in speakers), default=0)
    new = {name.casefold(): name for name in names if name.casefold() not in known}.values()
    return (*speakers, *(Speaker(f"s{number + n}", name, "unknown") for n, name in enumerate(new, 1)))


def _with_quotes(speaker: Speaker, quotes: tuple[Quote, ...]) -> Speaker:
    return replace(speaker, quotes=tuple(q.id for q in quotes if q.speaker == speaker.id))


def _follow(claim: Claim, by: dict[str, str | None]) -> Claim:
    """A claim made in a quotation is made by its speaker."""
    if claim.by is None or claim.by.quote not in by:
        return claim
    return replace(claim, by=replace(claim.by, speaker=by[claim.by.quote]))


def _without_claims(reading: Reading, corrections: tuple[Correction, ...]) -> Reading:
    dropped = {claim.id for claim, _ in _pairs(corrections, reading.claims)}
    return replace(reading, claims=tuple(claim for claim in reading.claims if claim.id not in dropped))


def _with_dates(reading: Reading, corrections: tuple[Correction, ...]) -> Reading:
    given = {entry.id: correction.value or "" for entry, correction in _pairs(corrections, reading.timeline)}
    timeline = tuple(
        _dated(entry, given[entry.id]) if entry.id in given else entry for entry in reading.timeline
    )
    return replace(reading, timeline=timeline)


def _dated(entry: TimelineEntry, value: str) -> TimelineEntry:
    """An entry at the time a person gave, which is certain and counted from nothing."""
    days = days_of(value)
    if days is None:
        return entry
    return replace(
        entry,
        type="TIME" if "T" in value else "DATE",
        value=value,
        earliest=days[0],
        latest=days[1],
        anchor=None,
        approximate=False,
        confidence="sure",
    )
