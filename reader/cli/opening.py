"""How what was asked for becomes articles."""

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.article import Article, ArticleError, Options, open_each
from reader.article.options import Progress
from reader.article.sanitise import visible
from reader.article.several import Joined

_CLEARED = "\r\x1b[K"  # back to the beginning of the line, and nothing in it


class Opened(NamedTuple):
    """What several sources came to: the articles, and a line for each that cannot be read."""

    articles: Joined
    problems: list[str]


class Opening(NamedTuple):
    """How sources are to be opened, and by which model they are read."""

    options: Options
    model: str

    def open(self, source: str) -> Article:
        """The article.

        Raises:
            ArticleError: it cannot be read, which ends the program with status 1 and one line.
        """
        from reader.article.parsing import first_of

        return first_of(self.open_each(source))

    def open_each(self, source: str) -> Sequence[Article]:
        """Every article there (each record of JSON Lines, message of a mailbox, entry of a feed).

        Raises:
            ArticleError: as :meth:`open`.
        """
        with _progress_of(source) as progress:
            return open_each(source, replace(self.options, progress=progress))

    def open_all(self, sources: Iterable[str]) -> Opened:
        """Every article of all the sources; those that cannot be read keep nobody from the rest.

        Raises:
            ArticleError: nothing can be read; of several failures the last, the others are told on standard error.
        """
        opened, failed = Opened(Joined(), []), None
        for source in sources:
            try:
                opened.articles.add(self.open_each(source))
            except ArticleError as error:
                failed = error
                opened.problems.append(str(error))
        if failed and not opened.articles:
            tell(opened.problems[:-1])
            raise failed
        return opened


def tell(notices: Iterable[str]) -> None:
    """Say something on standard error, a line each."""
    for notice in notices:
        print(f"reader: {visible(notice)}", file=sys.stderr)


def tell_notices(article: Article, among: int = 1) -> None:
    """Say on standard error what there is to say of an article, by its name where it is one of several."""
    named = f"{article.source}: " if article.source and among > 1 else ""
    tell(named + notice for notice in article.notices)


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
