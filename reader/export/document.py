"""The export: an Article and its Reading as one plain object, keys always present, unknown is None."""

from collections.abc import Callable, Iterable
from typing import Any

from reader.analysis.model import Claim, Entity, Mention, Quote, Reading, Speaker, TimelineEntry
from reader.article import Article

SCHEMA = 2


def document(article: Article, reading: Reading, notes: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """What ``reader export`` writes, as dictionaries, lists, strings and numbers; None for a part that failed."""

    def part(name: str, plain: Callable[[Any], dict[str, Any]], items: Iterable[Any]) -> list[Any] | None:
        return None if reading.failure(name) else [plain(item) for item in items]

    return {
        "schema": SCHEMA,
        "article": _article(article, reading),
        "speakers": part("speakers", _speaker, reading.speakers),
        "quotes": part("quotes", _quote, reading.quotes),
        "claims": part("claims", _claim, reading.claims),
        "timeline": part("timeline", _entry, reading.timeline),
        "entities": part("entities", _entity, reading.entities),
        "notes": list(notes),
    }


def record(article: Article, reading: Reading, notes: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """One line of a JSON Lines export: the same object, with the record's id at its head."""
    return {"id": article.id, **document(article, reading, notes)}


def _article(article: Article, reading: Reading) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.url or article.source,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "byline": article.byline,
        "language": article.language,
        "words": article.words,
        "sha256": article.sha256,
        "steps": list(article.steps),
        "links": [
            {
                "start": run.start,
                "end": run.end,
                "text": article.text[run.start : run.end],
                "url": run.address,
            }
            for run in article.links
        ],
        "notices": [*article.notices, *reading.notices],
    }


def _mention(mention: Mention | None) -> dict[str, Any] | None:
    return None if mention is None else {"start": mention.start, "end": mention.end, "text": mention.text}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "kind": speaker.kind,
        "quotes": list(speaker.quotes),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "marks": [[mark.start, mark.end] for mark in quote.marks],
        "speaker": quote.speaker,
        "mention": _mention(quote.mention),
        "cue": quote.cue and {**(_mention(quote.cue) or {}), "lemma": quote.cue.lemma},
        "medium": quote.medium,
        "closed": quote.closed,
        "why": list(quote.why),
        "confidence": quote.confidence,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "value": list(claim.value) if isinstance(claim.value, tuple) else claim.value,
        "comparator": claim.comparator,
        "change": claim.change,
        "kind": claim.kind,
        "unit": claim.unit,
        "of": claim.of,
        "by": claim.by and {"speaker": claim.by.speaker, "quote": claim.by.quote},
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "why": list(claim.why),
        "confidence": claim.confidence,
    }


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "text": entry.text,
        "start": entry.start,
        "end": entry.end,
        "type": entry.type,
        "value": entry.value,
        "earliest": entry.earliest.isoformat() if entry.earliest else None,
        "latest": entry.latest.isoformat() if entry.latest else None,
        "anchor": entry.anchor,
        "approximate": entry.approximate,
        "status": entry.status,
        "event": entry.event,
        "sentence": {"start": entry.sentence.start, "end": entry.sentence.end},
        "why": list(entry.why),
        "confidence": entry.confidence,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "mentions": [_mention(m) for m in entity.mentions],
        "why": list(entity.why),
        "confidence": entity.confidence,
    }
