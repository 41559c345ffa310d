"""A JSON Lines record ``{id, text, title?, published?, url?}`` -> Article; its text is taken as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reader.article.model import Article
from reader.article.plain import blocks_of, dateline_of


def from_record(record: Mapping[str, Any]) -> Article:
    """The article of one record.

    Raises:
        ValueError: no text, or a publication day that is not YYYY-MM-DD.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('a record needs a "text" that is a string')
    stated = record.get("published")
    blocks = blocks_of(text)
    return Article(
        text=text,
        blocks=blocks,
        dateline=dateline_of(text, blocks),
        id=None if record.get("id") is None else str(record["id"]),
        title=record.get("title"),
        url=record.get("url"),
        published=date.fromisoformat(stated[:10]) if stated else None,
        published_from="metadata" if stated else None,
    )
