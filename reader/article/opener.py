"""A path, an address or standard input -> Article."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from urllib.parse import urlsplit

from reader.article import sources
from reader.article.errors import ArticleError
from reader.article.model import Article
from reader.article.parsing import Options, parse, parse_each
from reader.article.sanitise import visible
from reader.article.sources import Source

if TYPE_CHECKING:
    from reader.article.pages import Pages

_Result = TypeVar("_Result")


def open_article(
    source: str,
    *,
    published: date | None = None,
    raw: bool = False,
    allow_local: bool = False,
    fix_encoding: bool = False,
    progress: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
    pages: "Pages | None" = None,
) -> Article:
    """The article at ``source``: a path, an http(s) address, or "-" for standard input.

    Args:
        published: the publication day, whatever the source says.
        raw: of a page, all its visible text instead of its article.
        allow_local: fetch from private and loopback addresses too.
        fix_encoding: repair text that had been through a wrong charset before it came here.
        progress: is told several times a second how many bytes have come over the network; it gives
            up the fetch by raising :class:`~reader.article.errors.CancelledError`.
        stdin: where "-" reads from; standard input when None.
        pages: where fetched pages are kept; the user's cache folder when None.

    Raises:
        ArticleError: it cannot be read; one line that says why and what to do.
    """
    found = _read(source, allow_local, progress, stdin, pages)
    article = _naming(found, lambda: parse(found, Options(raw, fix_encoding)))
    return article if published is None else replace(article, published=published, published_from="option")


def open_each(
    source: str,
    *,
    published: date | None = None,
    raw: bool = False,
    allow_local: bool = False,
    fix_encoding: bool = False,
    progress: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
    pages: "Pages | None" = None,
) -> list[Article]:
    """Every article at ``source``: each record of JSON Lines, of anything else the one there is.

    Args and errors are those of :func:`open_article`.
    """
    found = _read(source, allow_local, progress, stdin, pages)
    articles = _naming(found, lambda: parse_each(found, Options(raw, fix_encoding)))
    if published is None:
        return articles
    return [replace(article, published=published, published_from="option") for article in articles]


def from_bytes(
    data: bytes,
    *,
    source: str,
    charset: str | None = None,
    form: str = "",
    url: str | None = None,
    raw: bool = False,
    fix_encoding: bool = False,
) -> Article:
    """The article in ``data``; ``form`` is a file ending that tells its kind, "" where none does.

    Raises:
        ArticleError: empty, binary, or without an article.
    """
    found = Source(data, visible(source), form, charset, url)
    return _naming(found, lambda: parse(found, Options(raw, fix_encoding)))


def _read(
    source: str,
    allow_local: bool,
    progress: Callable[[int], None] | None,
    stdin: BinaryIO | None,
    pages: "Pages | None",
) -> Source:
    if re.match(r"https?://", source, re.I):
        return _fetched(source, allow_local, progress, pages)
    return sources.from_stream(stdin) if source == "-" else sources.from_file(source)


def _fetched(
    url: str, allow_local: bool, progress: Callable[[int], None] | None, pages: "Pages | None"
) -> Source:
    from reader.article.pages import fetch_or_recall

    page, notices = fetch_or_recall(url, allow_local=allow_local, progress=progress, pages=pages)
    steps = (f"fetched on {page.fetched.isoformat()}",)
    form = _form_of_type(page.content_type) or sources.form_of(urlsplit(page.url).path)
    return Source(page.data, visible(url), form, page.charset, visible(page.url), steps, notices)


def _form_of_type(content_type: str) -> str:
    kinds = {
        "text/html": ".html",
        "application/xhtml": ".html",
        "text/plain": ".txt",
        "text/markdown": ".md",
        "message/rfc822": ".eml",
    }
    return next((form for kind, form in kinds.items() if content_type.startswith(kind)), "")


def _naming(found: Source, read: Callable[[], _Result]) -> _Result:
    """What ``read`` returns; its errors name the source."""
    try:
        return read()
    except ArticleError as error:
        name = visible(found.name, sources.LONGEST_NAME)
        raise ArticleError(f"{name}: {error}") from error
