"""How what was asked for becomes articles."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.article import Article, Options, open_each
from reader.article.options import Progress

_CLEARED = "\r\x1b[K"  # back to the beginning of the line, and nothing in it


class Opening(NamedTuple):
    """How sources are to be opened, and by which model they are read."""

    options: Options
    model: str

    def open(self, source: str) -> Article:
        """The article.

        Raises:
            ArticleError: it cannot be read, which ends the program with status 1 and one line.
        """
        return self.open_each(source)[0]

    def open_each(self, source: str) -> list[Article]:
        """Every article there (each record of JSON Lines).

        Raises:
            ArticleError: as :meth:`open`.
        """
        with _progress_of(source) as progress:
            return open_each(source, replace(self.options, progress=progress))


@contextlib.contextmanager
def _progress_of(source: str) -> Iterator[Progress | None]:
    """Shows on a terminal how much of a page has come, and clears that line; ctrl+c gives the page up."""
    if not source.lower().startswith(("http://", "https://")) or not sys.stderr.isatty():
        yield None
        return
    import click

    from reader.article.fetch import shown, so_far

    def show(size: int) -> None:
        click.echo(f"{_CLEARED}fetching {shown(source)[:60]} … {so_far(size)}", nl=False, err=True)

    try:
        yield show
    finally:
        click.echo(_CLEARED, nl=False, err=True)
