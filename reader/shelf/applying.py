"""A Reading with a person's corrections in it: the machine's findings where nobody knew better."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from reader.analysis.model import Attribution, Claim, Quote, Reading, Speaker
from reader.article import Article
from reader.shelf.records import Correction, Record, export_notes

_Places = dict[tuple[int, int], Correction]


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The Reading with every correction that still finds its item; the others change nothing.

    Ids stay as they are. A speaker the Reading did not have gets the next free id.
    """
    made = tuple(corrections)
    reading = _with_speakers(reading, _of(made, "speaker"))
    reading = _without_claims(reading, _of(made, "dropped"))
    return _with_dates(reading, _of(made, "date"))


def with_kept(article: Article, reading: Reading, kept: Record) -> tuple[Reading, tuple[dict[str, Any], ...]]:
    """What an export of the article says: the Reading as it was corrected, and the notes that tell so."""
    return corrected(reading, kept.corrections), export_notes(article, kept)


def _of(corrections: tuple[Correction, ...], change: str) -> _Places:
    return {(each.start, each.end): each for each in corrections if each.change == change}


def _with_speakers(reading: Reading, places: _Places) -> Reading:
    moved = {q.id: places[q.start, q.end].value for q in reading.quotes if (q.start, q.end) in places}
    if not moved:
        return reading
    speakers = _named(reading.speakers, [name for name in moved.values() if name])
    ids = {speaker.name.casefold(): speaker.id for speaker in reversed(speakers)}
    by = {quote: ids[name.casefold()] if name else None for quote, name in moved.items()}
    quotes = tuple(replace(q, speaker=by[q.id], mention=None) if q.id in by else q for q in reading.quotes)
    return replace(
        reading,
        quotes=quotes,
        speakers=tuple(_with_quotes(speaker, quotes) for speaker in speakers),
        claims=tuple(_follow(claim, by) for claim in reading.claims),
    )


def _named(speakers: tuple[Speaker, ...], names: Iterable[str]) -> tuple[Speaker, ...]:
    """The speakers, and one more for each name that none of them has."""
    known = {speaker.name.casefold() for speaker in speakers}
    number = max((int(speaker.id[1:]) for speaker in speakers), default=0)
    new = [name for name in dict.fromkeys(names) if name.casefold() not in known]
    return (*speakers, *(Speaker(f"s{number + n}", name, "unknown") for n, name in enumerate(new, 1)))


def _with_quotes(speaker: Speaker, quotes: tuple[Quote, ...]) -> Speaker:
    return replace(speaker, quotes=tuple(q.id for q in quotes if q.speaker == speaker.id))


def _follow(claim: Claim, by: dict[str, str | None]) -> Claim:
    """A claim made in a quotation is made by its speaker."""
    if claim.by is None or claim.by.quote not in by:
        return claim
    return replace(claim, by=Attribution(by[claim.by.quote], claim.by.quote))


def _without_claims(reading: Reading, places: _Places) -> Reading:
    return replace(reading, claims=tuple(c for c in reading.claims if (c.start, c.end) not in places))


def _with_dates(reading: Reading, places: _Places) -> Reading:
    timeline = reading.timeline
    for (start, end), correction in places.items():
        day = date.fromisoformat(correction.value or "")
        timeline = tuple(
            replace(
                entry,
                value=day.isoformat(),
                earliest=day,
                latest=day,
                anchor=None,
                approximate=False,
                type="DATE",
            )
            if (entry.start, entry.end) == (start, end)
            else entry
            for entry in timeline
        )
    return replace(reading, timeline=timeline)
