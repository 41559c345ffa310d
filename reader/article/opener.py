"""A path, an address or standard input -> Article."""

import contextlib
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar
from urllib.parse import urlsplit

from reader.article import sources
from reader.article.errors import ArticleError
from reader.article.model import Article
from reader.article.options import AS_IT_IS, Options, Progress
from reader.article.parsing import first_of, parse, parse_each
from reader.article.sanitise import visible
from reader.article.sources import Source

if TYPE_CHECKING:
    from reader.article.pages import Pages

Location = str | bytes | os.PathLike[str] | os.PathLike[bytes]
"""A path of any kind, an http(s) address, or "-"."""
_Result = TypeVar("_Result")
_MAY_BE_MAILBOX = ("", ".mbox", ".mbx")


def open_article(
    source: Location,
    *,
    published: date | None = None,
    raw: bool = False,
    allow_local: bool = False,
    fix_encoding: bool = False,
    progress: Progress | None = None,
    pages: "Pages | None" = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """The article at ``source``: a path, an http(s) address, or "-" for standard input.

    Args:
        published: the publication day, whatever the source says.
        raw: of a page, all its visible text instead of its article.
        allow_local: fetch from private and loopback addresses too.
        fix_encoding: repair text that had been through a wrong charset before it came here.
        progress: is told several times a second how many bytes have come over the network; it gives
            up the fetch by raising :class:`~reader.article.errors.CancelledError`.
        pages: where fetched pages are kept; the user's cache folder when None.
        stdin: where "-" reads from; standard input when None.

    Raises:
        ArticleError: it cannot be read; one line that says why and what to do.
    """
    return open_one(source, Options(published, raw, allow_local, fix_encoding, pages, progress), stdin=stdin)


def open_one(source: Location, options: Options = AS_IT_IS, *, stdin: BinaryIO | None = None) -> Article:
    """The article at ``source``, as :func:`open_article`, for those who hand on how it is to be opened."""
    if box := _mailbox(source, options):
        return first_of(box)
    found = _read(source, options, stdin)
    return options.as_asked(_naming(found, lambda: parse(found, options)))


def open_each(
    source: Location, options: Options = AS_IT_IS, *, stdin: BinaryIO | None = None
) -> Sequence[Article]:
    """Every article at ``source``: each record of JSON Lines, message of a mailbox and entry of a feed, of
    anything else the one there is. Those of a mailbox and a feed are made when they are asked for.

    Args:
        options: how they are to be opened.
        stdin: where "-" reads from; standard input when None.

    Raises:
        ArticleError: as :func:`open_article`.
    """
    if box := _mailbox(source, options):
        return box
    found = _read(source, options, stdin)
    return _naming(found, lambda: parse_each(found, options))


def from_bytes(
    data: bytes,
    options: Options = AS_IT_IS,
    *,
    source: str,
    charset: str | None = None,
    form: str = "",
    url: str | None = None,
) -> Article:
    """The article in ``data``; ``form`` is a file ending that tells its kind, "" where none does.

    Raises:
        ArticleError: empty, binary, or without an article.
    """
    found = Source(data, visible(source), form, charset, url)
    return options.as_asked(_naming(found, lambda: parse(found, options)))


def _mailbox(source: Location, options: Options) -> Sequence[Article] | None:
    """The messages of a mailbox, which may be much larger than anything else that is read."""
    name = os.fsdecode(source)
    if name.lower().endswith(".gz") or sources.form_of(name) not in _MAY_BE_MAILBOX:
        return None
    path = Path(name).expanduser()
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        if path.is_file():
            with path.open("rb") as file:
                if file.read(5) != b"From ":
                    return None
            from reader.article import mailbox

            return mailbox.opened(path, visible(name), options, parse)
    return None


def _read(source: Location, options: Options, stdin: BinaryIO | None) -> Source:
    name = os.fsdecode(source)
    if sources.is_address(name):
        return _fetched(name.strip(), options)
    return sources.from_stream(stdin) if name == "-" else sources.from_file(name)


def _fetched(url: str, options: Options) -> Source:
    from reader.article.pages import fetch_or_recall
    from reader.article.webaddress import without_password

    url = without_password(url)
    page, notices = fetch_or_recall(url, options)
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
        "application/rss": ".rss",
        "application/atom": ".atom",
        "application/rdf": ".rdf",
        "application/feed+json": ".json",
        "application/json": ".json",
        "application/xml": ".xml",
        "text/xml": ".xml",
        "application/mbox": ".mbox",
    }
    return next((form for kind, form in kinds.items() if content_type.startswith(kind)), "")


def _naming(found: Source, read: Callable[[], _Result]) -> _Result:
    """What ``read`` returns; its errors name the source."""
    try:
        return read()
    except ArticleError as error:
        name = visible(found.name, sources.LONGEST_NAME)
        raise ArticleError(f"{name}: {error}") from error
