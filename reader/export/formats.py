"""The formats an export can be written in."""

from collections.abc import Callable
from typing import Any

from reader.analysis.model import Reading
from reader.article import Article
from reader.export.document import document, record
from reader.export.json_text import json_line

BOM = "\ufeff"
Notes = tuple[dict[str, Any], ...]


def _yaml(article: Article, reading: Reading, notes: Notes) -> str:
    from reader.export.yaml_text import dump

    return dump(document(article, reading, notes))


def _jsonl(article: Article, reading: Reading, notes: Notes) -> str:
    return json_line(record(article, reading, notes))


def _markdown(article: Article, reading: Reading, notes: Notes) -> str:
    from reader.export.briefing import briefing
    from reader.export.markdown import markdown

    return markdown(briefing(article, reading, notes))


def _html(article: Article, reading: Reading, notes: Notes) -> str:
    from reader.export.briefing import briefing
    from reader.export.html import html

    return html(briefing(article, reading, notes))


TEXT_FORMATS: dict[str, Callable[[Article, Reading, Notes], str]] = {
    "yaml": _yaml,
    "jsonl": _jsonl,
    "markdown": _markdown,
    "html": _html,
}
"""Formats that give one text, with its final line end."""


def csv_tables(article: Article, reading: Reading, notes: Notes = (), bom: bool = False) -> dict[str, str]:
    """File name -> text of the CSV tables, one file a table.

    Args:
        bom: begin each with the byte-order mark by which Excel knows UTF-8.
    """
    from reader.export.tables import tables

    made = tables(document(article, reading, notes))
    return {name: f"{BOM}{text}" for name, text in made.items()} if bom else made
