"""A small web server that shows the app in a page, and lets only that page drive it."""

import os
import shlex
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

from reader.pythons import command

TEMPLATES = Path(__file__).resolve().parent / "templates"


def command_line(arguments: Sequence[str]) -> str:
    """The shell command that starts this reader, in this interpreter, with ``arguments``."""
    return shlex.join(command("reader.cli", *arguments))


def only_at(url: str) -> Middleware:
    """A middleware that refuses a request for another host, or from a page of another origin."""
    served = urlsplit(url).netloc

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = urlsplit(request.headers.get("Origin", url)).netloc
        if request.host != served or origin != served:
            raise web.HTTPForbidden(text=f"this reader answers only at {url}\n")
        return await handler(request)

    return check


class ReaderServer(Server):
    """textual-serve's server with a page that asks nothing from outside.

    A page of another site could open a connection to this machine's own address and type
    into the app, so a request is refused unless it names the address that was served.
    """

    def __init__(self, arguments: Sequence[str], host: str, port: int) -> None:
        super().__init__(
            command_line(arguments), host=host, port=port, title="reader", templates_path=str(TEMPLATES)
        )

    def initialize_logging(self) -> None:
        """Keep quiet: the one line of :meth:`on_startup` says what there is to say."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(only_at(self.public_url))
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say where the page is."""
        print(f"reader is at {self.public_url} (ctrl+c ends it)", flush=True)


def serve(arguments: Sequence[str], host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve ``reader ARGUMENTS`` at http://HOST:PORT until interrupted.

    Raises:
        OSError: the address cannot be had.
    """
    try_address(host, port)
    sys.unraisablehook = all_but_a_closed_loop
    os.environ.setdefault("COLORTERM", "truecolor")
    ReaderServer(arguments, host, port).serve()


def all_but_a_closed_loop(what: "sys.UnraisableHookArgs") -> None:
    """Say what no one can catch, but not that a page's pipe was closed after the loop: the server has ended."""
    if not (isinstance(what.exc_value, RuntimeError) and str(what.exc_value) == "Event loop is closed"):
        sys.__unraisablehook__(what)


def try_address(host: str, port: int) -> None:
    """See that the address can be had, before anything says that the page is there.

    Raises:
        OSError: it cannot.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself will
        probe.bind(address)
        probe.listen()
