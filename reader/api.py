"""The three-line way in, behind :func:`reader.read`."""

import os
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from spacy.language import Language

from reader.analysis.defaults import DEFAULT_MODEL
from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.article import Article, open_article
from reader.article.opener import from_bytes


@cache
def _pipeline(model: str) -> Language:
    return load(model)


def read(
    source: Article | os.PathLike[str] | str, *, published: date | str | None = None, model: str | None = None
) -> Reading:
    """See :func:`reader.read`."""
    day = date.fromisoformat(published) if isinstance(published, str) else published
    article = source if isinstance(source, Article) else _open(source)
    if day is not None:
        article = replace(article, published=day, published_from="option")
    return analyse(_pipeline(model or DEFAULT_MODEL), article)


def _open(source: os.PathLike[str] | str) -> Article:
    if isinstance(source, str) and any(c.isspace() for c in source) and not _is_file(source):
        return from_bytes(source.encode("utf-8", "replace"), source="the text given")
    return open_article(source)


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except (OSError, ValueError):  # too long for a path, or a NUL in it
        return False
