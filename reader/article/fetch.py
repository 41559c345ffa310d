"""Fetching a page: http and https only, bounded in time and size, never a private address unasked."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader import __version__
from reader.article.errors import ArticleError
from reader.article.sanitise import visible

MAX_BYTES = 20 * 1024 * 1024
MAX_REDIRECTS = 5
CONNECT_SECONDS, TOTAL_SECONDS = 10.0, 30.0
USER_AGENT = f"article-reader/{__version__} (a person reading in a terminal)"
_TYPES = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/json",
    "message/rfc822",
    "application/gzip",
)

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Page:
    """What came back: the bytes, unpacked, and what the server said of them."""

    url: str
    data: bytes
    charset: str | None
    content_type: str


def fetch(url: str, *, allow_local: bool = False, progress: Progress | None = None) -> Page:
    """The page at ``url``.

    Args:
        allow_local: private and loopback addresses may be read too.
        progress: is told how many bytes have come; raising from it cancels.

    Raises:
        ArticleError: anything that keeps the page from being read, in one line.
    """
    import httpx

    deadline = time.monotonic() + TOTAL_SECONDS
    try:
        with _client(allow_local) as client:
            for _ in range(MAX_REDIRECTS + 1):
                page_or_next = _get(client, url, deadline, progress)
                if isinstance(page_or_next, Page):
                    return page_or_next
                url = page_or_next
    except ArticleError:
        raise
    except httpx.TimeoutException:
        raise ArticleError(f"{visible(url)} did not answer in time; try again later") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise ArticleError(
            f"{visible(url)} could not be fetched: {visible(error) or type(error).__name__}"
        ) from error
    raise ArticleError(f"{visible(url)} redirects more than {MAX_REDIRECTS} times; open the final address")


def _get(client: Any, url: str, deadline: float, progress: Progress | None) -> "Page | str":
    """The page, or the address it redirects to."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ArticleError(f"{visible(url)}: only http and https addresses are fetched")
    with client.stream("GET", url) as response:
        if response.is_redirect:
            return urljoin(url, str(response.headers.get("location", "")))
        if response.status_code != 200:
            raise ArticleError(
                f"{visible(url)} answered {response.status_code} {visible(response.reason_phrase)}"
            )
        kind = response.headers.get("content-type", "text/html").lower()
        if not kind.startswith(_TYPES):
            raise ArticleError(f"{visible(url)} is {visible(kind)}, not a page of text")
        data = _read(response.iter_bytes(), url, deadline, progress)
        return Page(url, data, response.charset_encoding, kind)


def _read(chunks: Iterable[bytes], url: str, deadline: float, progress: Progress | None) -> bytes:
    """The body, unpacked, bounded in size and time."""
    parts, size = [], 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_BYTES:
            raise ArticleError(
                f"{visible(url)} is larger than {MAX_BYTES // 2**20} MiB; save it and open the file"
            )
        if time.monotonic() > deadline:
            raise ArticleError(f"{visible(url)} took more than {TOTAL_SECONDS:.0f} seconds; try again later")
        parts.append(chunk)
        if progress:
            progress(size)
    return b"".join(parts)


def _client(allow_local: bool) -> Any:
    import httpcore
    import httpx

    context = ssl.create_default_context()
    transport = httpx.HTTPTransport(verify=context)
    # httpx has no public way to say how to connect, and the address has to be checked there.
    transport._pool = httpcore.ConnectionPool(
        ssl_context=context, network_backend=_guarded_backend(allow_local), max_connections=2
    )
    return httpx.Client(
        transport=transport,
        headers={"User-Agent": USER_AGENT, "Accept": "text/html, text/plain, */*;q=0.5"},
        timeout=httpx.Timeout(CONNECT_SECONDS, connect=CONNECT_SECONDS),
        follow_redirects=False,
        trust_env=False,
    )


def _guarded_backend(allow_local: bool) -> Any:
    import httpcore

    class Guarded(httpcore.SyncBackend):
        """Connects to the very address that was checked, so that a name cannot change its mind."""

        def connect_tcp(self, host: str, port: int, *args: Any, **options: Any) -> Any:
            return super().connect_tcp(checked_address(host, port, allow_local), port, *args, **options)

    return Guarded()


def checked_address(host: str, port: int, allow_local: bool = False) -> str:
    """The first address of ``host``.

    Raises:
        ArticleError: it has none, or any of them is not a public one (and ``allow_local`` is not given).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ArticleError(f"there is no host called {visible(host)}; check the address") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_local:
        for address in addresses:
            ip = ipaddress.ip_address(address.split("%")[0])
            mapped = getattr(ip, "ipv4_mapped", None) or ip
            if not mapped.is_global or mapped.is_multicast:
                raise ArticleError(
                    f"{visible(host)} is a private address ({address}); --allow-local reads it all the same"
                )
    return addresses[0]
