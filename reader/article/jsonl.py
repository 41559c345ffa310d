"""A JSON Lines record ``{id, text, title?, published?, url?}`` -> Article; its text is taken as it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from reader.article.dateline import dateline_of
from reader.article.errors import ArticleError
from reader.article.model import Article
from reader.article.plain import blocks_of
from reader.article.sanitise import visible
from reader.article.stated import with_day_read_off

FORMS = frozenset({".jsonl", ".ndjson"})
_LONGEST = 300  # characters of a title


def from_record(record: Mapping[str, Any], source: str | None = None) -> Article:
    """The article of one record.

    Raises:
        ValueError: no text, or a publication day that is not YYYY-MM-DD.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('a record needs a "text" that is a string')
    title, published = _line(record, "title", _LONGEST), _day(record.get("published"))
    blocks = blocks_of(text, title=title)
    article = Article(
        text=text,
        blocks=blocks,
        dateline=dateline_of(text, blocks),
        id=None if record.get("id") is None else str(record["id"]),
        title=title,
        url=_line(record, "url"),
        source=source,
        published=published,
        published_from="metadata" if published else None,
    )
    return with_day_read_off(article)


def articles_in(data: bytes, source: str) -> Iterator[Article]:
    """The article of each line that is not blank.

    Raises:
        ArticleError: a line is no record; the message gives its number and does not name the source.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield from_record(_record(line), source)
        except RecursionError:
            raise ArticleError(f"line {number}: it is nested too deep") from None
        except ValueError as error:
            raise ArticleError(f"line {number}: {visible(error, _LONGEST)}") from error


def _record(line: bytes) -> dict[str, Any]:
    import json

    try:
        record = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        if type(error) is ValueError:  # neither bad JSON nor bad UTF-8: thousands of digits
            raise ValueError("it holds a number too long to be read") from None
        raise
    if not isinstance(record, dict):
        raise ValueError("it is no JSON object")
    return record


def _line(record: Mapping[str, Any], key: str, longest: int | None = None) -> str | None:
    value = record.get(key)
    return visible(value, longest) or None if isinstance(value, str) else None


def _day(stated: Any) -> date | None:
    if not stated:
        return None
    try:
        return date.fromisoformat(stated[:10])
    except (ValueError, TypeError):
        raise ValueError(f'"published" is a day like 2026-03-12, not {visible(repr(stated), 60)}') from None
