"""Readings for commands that have no screen to keep alive: made in this process, the cache asked first."""

from collections.abc import Iterable, Iterator

import click

from reader.analysis.model import Reading
from reader.article import Article


def read_all(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, Reading]]:
    """Each article with its Reading; a model that cannot be used ends the command with status 1."""
    from reader.analysis.pipeline import ModelError, analyse, load

    nlp = None
    for article in articles:
        try:
            nlp = nlp or load(model)
        except ModelError as error:
            raise click.ClickException(str(error)) from error
        yield article, analyse(nlp, article)
