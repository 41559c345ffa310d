"""The export: an Article and its Reading as one plain object, keys always present, unknown is None."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from reader.analysis.model import Quote, Reading, Speaker
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
        "claims": part("claims", _plain, reading.claims),
        "timeline": part("timeline", _plain, reading.timeline),
        "entities": part("entities", _plain, reading.entities),
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


def _plain(item: Any) -> dict[str, Any]:
    """A dataclass as a mapping of its fields, in their order; tuples as lists, days as they are written."""
    fields: dict[str, Any] = _lists(msgspec.to_builtins(item))
    return fields


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _lists(each) for name, each in value.items()}
    return [_lists(each) for each in value] if isinstance(value, tuple | list) else value


def _speaker(speaker: Speaker) -> dict[str, Any]:
    made = _plain(speaker)
    return {name: made[name] for name in ("id", "name", "role", "affiliation", "kind", "quotes")}


def _quote(quote: Quote) -> dict[str, Any]:
    made = _plain(quote)
    del made["passed"]
    return made | {"marks": [[mark.start, mark.end] for mark in quote.marks]}
