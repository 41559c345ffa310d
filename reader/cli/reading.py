"""Readings for commands that have no screen to keep alive: made in this process, the cache asked first."""

import click

from reader.analysis.model import Reading
from reader.article import Article
from reader.article.sanitise import visible
from reader.engine.cache import Cache
from reader.export.formats import Notes


def read_one(article: Article, model: str) -> Reading:
    """The Reading of an article; a model that cannot be used ends the command with status 1."""
    if article.foreign:
        return Reading()
    cache = Cache()
    kept = cache.get(article, model)
    if kept is not None:
        return kept
    from reader.analysis.pipeline import ModelError, analyse, load

    try:
        reading = analyse(load(model), article)
    except ModelError as error:
        raise click.ClickException(str(error)) from error
    cache.put(article, model, reading)
    for notice in reading.notices:
        click.echo(f"reader: {visible(notice)}", err=True)
    return reading


def read_corrected(article: Article, model: str) -> tuple[Reading, Notes]:
    """The Reading as the person corrected it, and what is kept of the article on the shelf, for an export."""
    from reader.shelf import Shelf
    from reader.shelf.applying import with_kept

    return with_kept(article, read_one(article, model), Shelf().record(article))
