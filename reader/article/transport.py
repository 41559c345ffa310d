"""An httpx transport that connects only where it may, and never waits longer than the whole may take."""

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from reader.article import addresses
from reader.article.watch import SLICE, Watch


class _Stream(httpcore.NetworkStream):
    """A connection that is read in short waits."""

    def __init__(self, inner: httpcore.NetworkStream, watch: Watch) -> None:
        self._inner, self._watch = inner, watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        while True:
            try:
                return self._inner.read(max_bytes, min(SLICE, self._watch.look()))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._watch.look())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._watch.wait_for(
            lambda: self._inner.start_tls(
                ssl_context, server_hostname, self._watch.deadline - time.monotonic()
            )
        )
        return _Stream(inner, self._watch)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to the very addresses that were checked."""

    def __init__(self, watch: Watch, allow_local: bool, connect_seconds: float) -> None:
        self._watch, self._allow_local, self._seconds = watch, allow_local, connect_seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        found = self._watch.wait_for(lambda: addresses.checked(host, port, self._allow_local))
        seconds = self._seconds / len(found)
        failure: Exception | None = None
        for address in found:
            try:
                return self._connect(address, port, min(seconds, self._watch.look()))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(host)

    def _connect(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        inner = self._watch.wait_for(lambda: httpcore.SyncBackend().connect_tcp(address, port, seconds))
        return _Stream(inner, self._watch)


class _Body(httpx.SyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        self._inner.close()


class Transport(httpx.BaseTransport):
    """Requests over connections of the kind above; it knows no proxies."""

    def __init__(self, watch: Watch, *, allow_local: bool, connect_seconds: float) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(),
            network_backend=_Backend(watch, allow_local, connect_seconds),
            max_connections=2,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; errors are httpcore's."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
