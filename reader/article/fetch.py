"""Fetching a page: http and https only, bounded in time and size, never a private address unasked."""

import contextlib
import re
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from reader import __version__
from reader.article.errors import ArticleError, UnreachableError
from reader.article.inflate import ACCEPTED, inflated
from reader.article.misnamed import fault_in
from reader.article.sanitise import visible
from reader.article.watch import TooSlowError, Watch
from reader.article.webaddress import without_password

if TYPE_CHECKING:
    import httpx


USER_AGENT = f"article-reader/{__version__} (a person reading in a terminal)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, text/plain, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_TYPES = (
    "text/",
    "application/xhtml",
    "application/xml",
    "message/rfc822",
    "application/gzip",
    "application/x-gzip",
)
_LONGEST_ADDRESS = 150  # characters in a message


@dataclass(frozen=True)
class Limits:
    """What a fetch may take, all its redirects together; bytes are counted unpacked."""

    connect_seconds: float = 10.0
    total_seconds: float = 30.0
    max_bytes: int = 20 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True)
class Page:
    """What came back: the bytes, unpacked, what the server said of them, and on which day."""

    url: str
    data: bytes
    charset: str | None
    content_type: str
    fetched: date


def fetch(
    url: str,
    *,
    allow_local: bool = False,
    progress: Callable[[int], None] | None = None,
    limits: Limits | None = None,
) -> Page:
    """The page at ``url``.

    Args:
        allow_local: private and loopback addresses may be read too.
        progress: is told how many bytes have come, several times a second; raising from it cancels.

    Raises:
        UnreachableError: it cannot be had now.
        ArticleError: anything else that keeps it from being read; one line.
    """
    if fault := fault_in(url):
        # Where it cannot be taken apart, whatever may be a password in it is not shown.
        raise ArticleError(f"{shown(re.sub(r'//.*@', '//', url, flags=re.S))} is no address: {fault}")
    import httpcore
    import httpx

    limits = limits or Limits()
    watch = Watch(time.monotonic() + limits.total_seconds, progress)
    try:
        return _follow(_plain(url), watch, allow_local, limits)
    except TooSlowError:
        raise UnreachableError(
            f"{shown(url)} took more than {limits.total_seconds:g} seconds; try again later"
        ) from None
    except (httpcore.TimeoutException, httpcore.ConnectError) as error:
        raise UnreachableError(_no_answer(url, error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise UnreachableError(f"{shown(url)} broke off in the middle; try again later") from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError, ValueError) as error:
        raise ArticleError(f"{shown(url)} is no address that can be fetched; check it") from error


def shown(url: str) -> str:
    """An address for a message: harmless, not endless, and without the password in it."""
    head, at, tail = url.partition("://")
    host, slash, path = tail.partition("/")
    return visible(head + at + host.rpartition("@")[2] + slash + path, _LONGEST_ADDRESS)


def _plain(url: str) -> str:
    """The address of a page: no place in it, and no name and password, which are never sent."""
    return without_password(urldefrag(url)[0])


def so_far(size: int) -> str:
    """How much has come, for people to read; nothing while it is next to nothing."""
    return f"{size // 1024:,} KiB so far" if size >= 1024 else ""


def _no_answer(url: str, error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"{shown(url)} cannot be trusted: {visible(cause.verify_message, 100)}"
    if cause is not None:
        return f"{shown(url)} makes no secure connection; check the address"
    return f"{shown(url)} does not answer; try again later"


def _follow(url: str, watch: Watch, allow_local: bool, limits: Limits) -> Page:
    """The page at the end of the redirects."""
    import httpx

    from reader.article.transport import Transport

    seen, cookies = [url], httpx.Cookies()
    with Transport(watch, allow_local=allow_local, connect_seconds=limits.connect_seconds) as transport:
        while len(seen) <= limits.redirects + 1:
            if urlsplit(seen[-1]).scheme.lower() not in {"http", "https"}:
                raise ArticleError(_leads_elsewhere(seen))
            request = httpx.Request("GET", seen[-1], headers=_HEADERS, cookies=cookies)
            with contextlib.closing(transport.handle_request(request)) as answer:
                answer.request = request
                cookies.extract_cookies(answer)
                if not answer.has_redirect_location:
                    return _page(answer, seen[-1], watch, limits)
                seen.append(_plain(urljoin(seen[-1], answer.headers["location"])))
    raise ArticleError(f"{shown(url)} redirects more than {limits.redirects} times; open the final address")


def _leads_elsewhere(seen: list[str]) -> str:
    start = f"{shown(seen[0])} leads to {shown(seen[-1])}" if len(seen) > 1 else shown(seen[0])
    return f"{start}; only http and https addresses are fetched"


def _page(answer: "httpx.Response", url: str, watch: Watch, limits: Limits) -> Page:
    """The answer as a page, when it is one."""
    if answer.status_code != 200:
        raise UnreachableError(
            f"{shown(url)} answers {answer.status_code} {visible(answer.reason_phrase, 60)}".rstrip()
        )
    kind = visible(answer.headers.get("content-type", "").lower(), 100)
    if kind and not kind.startswith(_TYPES):
        raise ArticleError(f"{shown(url)} is {kind}, not a page of text")
    chunks = inflated(answer.iter_raw(), answer.headers.get("content-encoding", ""))
    try:
        data = _bounded(chunks, watch, limits)
    except ArticleError as error:
        raise type(error)(f"{shown(url)}: {error}") from None
    return Page(url, data, answer.charset_encoding, kind, date.today())


def _bounded(chunks: Iterable[bytes], watch: Watch, limits: Limits) -> bytes:
    """All the chunks, while they stay below the limit."""
    parts: list[bytes] = []
    for chunk in chunks:
        watch.size += len(chunk)
        if watch.size > limits.max_bytes:
            raise ArticleError(
                f"it is larger than {limits.max_bytes / 2**20:.3g} MiB; save it and open the file"
            )
        watch.look()
        parts.append(chunk)
    return b"".join(parts)
