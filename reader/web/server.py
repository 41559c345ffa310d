"""A small web server that shows the app in a page, and lets only those drive it who were given its address."""

import asyncio
import contextlib
import json
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from aiohttp import WSCloseCode, WSMsgType, web

from reader.pythons import command
from reader.web import address, messages
from reader.web.guard import Guard, guarding
from reader.web.session import DRAWN, META, Session

PAGE = Path(__file__).resolve().parent / "page"
_HEARTBEAT = 15.0  # seconds between two looks whether a page is still there
_LAST_WORDS = 0.3  # seconds in which the apps may end by themselves when the server does
_TYPES = {".js": "text/javascript", ".css": "text/css"}

Allowed = Callable[[str], bool]
"""Whether an address may be opened in the browser."""


@dataclass(frozen=True)
class Limits:
    """How many pages there may be at once, and how long one may be left alone."""

    pages: int = 8
    idle_seconds: float = 2 * 60 * 60
    ending_seconds: float = 3.0
    """In which an app may put its things away when its page is closed."""


def command_line(arguments: Sequence[str]) -> list[str]:
    """What starts this reader, in this interpreter, with ``arguments``; never a module of the current folder."""
    return command("reader.cli", *arguments)


class PageServer:
    """Serves a page; each connection of one has an app of its own.

    Args:
        command: what starts the app.
        guard: who may use it.
        allowed: which addresses the app may have opened in the browser.
    """

    def __init__(
        self, command: Sequence[str], guard: Guard, allowed: Allowed, limits: Limits | None = None
    ) -> None:
        self._command, self._guard, self._allowed = command, guard, allowed
        self._limits = limits or Limits()
        self._pages: set[asyncio.Task[None]] = set()
        self._ending = False

    def application(self) -> web.Application:
        """The routes, each at the root for the first request and in the secret folder for the page's own."""
        spec = find_spec("textual_serve")
        assert spec is not None and spec.origin is not None
        terminal = Path(spec.origin).parent / "static"
        app = web.Application(middlewares=[guarding(self._guard)])
        for folder in ("", f"/{self._guard.folder}"):
            app.router.add_get(f"{folder}/", self._page)
            app.router.add_get(f"{folder}/ws", self._connection)
            app.router.add_get(f"{folder}/{{name:page\\.(?:js|css)}}", self._part)
            app.router.add_static(f"{folder}/static", terminal)
        return app

    async def end(self) -> None:
        """End every app, and take no more pages."""
        self._ending = True
        pages = list(self._pages)
        for page in pages:
            page.cancel()
        await asyncio.gather(*pages, return_exceptions=True)

    async def _page(self, request: web.Request) -> web.Response:
        html = (PAGE / "index.html").read_text("utf-8").replace("FOLDER", self._guard.folder)
        response = web.Response(text=html, content_type="text/html")
        self._guard.welcome(response)
        return response

    async def _part(self, request: web.Request) -> web.Response:
        part = PAGE / request.match_info["name"]
        return web.Response(text=part.read_text("utf-8"), content_type=_TYPES[part.suffix])

    async def _connection(self, request: web.Request) -> web.WebSocketResponse:
        page = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=messages.LONGEST)
        await page.prepare(request)
        if self._ending or len(self._pages) >= self._limits.pages:
            await _close(page, f"{len(self._pages)} pages are open, which is as many as there may be.")
            return page
        served = asyncio.create_task(self._serve(page, request))
        self._pages.add(served)
        served.add_done_callback(self._pages.discard)
        await asyncio.wait([served])
        return page

    async def _serve(self, page: web.WebSocketResponse, request: web.Request) -> None:
        """Run an app for a page until either ends."""
        session = Session(self._command)
        width, height = (
            messages.size(request.query.get(name), otherwise)
            for name, otherwise in (("width", 80), ("height", 24))
        )
        try:
            await session.start(width, height)
            await _close(page, await self._converse(page, session))
        except OSError as error:
            await _close(page, f"The reader could not be started ({error.strerror}).")
        finally:
            await session.end(_LAST_WORDS if self._ending else self._limits.ending_seconds)

    async def _converse(self, page: web.WebSocketResponse, session: Session) -> str:
        """Carry words to and fro until either side ends; why it ended."""
        sides = [
            asyncio.create_task(self._listen(page, session)),
            asyncio.create_task(self._draw(page, session)),
        ]
        try:
            done, _ = await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
            return next(iter(done)).result()
        except OSError:
            return ""
        finally:
            for side in sides:
                side.cancel()
            await asyncio.gather(*sides, return_exceptions=True)

    async def _listen(self, page: web.WebSocketResponse, session: Session) -> str:
        """Hand on what the page says."""
        while True:
            try:
                async with asyncio.timeout(self._limits.idle_seconds):
                    said = await page.receive()
            except TimeoutError:
                return "Nothing was pressed here for long, so the reader was closed."
            if said.type is WSMsgType.TEXT:
                await self._hand_on(messages.understood(said.data), page, session)
            elif said.type is not WSMsgType.BINARY:
                return ""  # it is closed, or broken

    async def _hand_on(
        self, message: messages.Message | None, page: web.WebSocketResponse, session: Session
    ) -> None:
        if isinstance(message, messages.Typed):
            await session.send(DRAWN, message.data)
        elif isinstance(message, messages.Told):
            await session.tell(message.meta)
        elif isinstance(message, messages.Asked):
            await page.send_str(message.answer)

    async def _draw(self, page: web.WebSocketResponse, session: Session) -> str:
        """Hand on what the app draws."""
        if not await session.ready():
            return session.trouble or "The reader could not be started."
        while (packet := await session.packet()) is not None:
            kind, data = packet
            if kind == DRAWN:
                await page.send_bytes(data)
            elif kind == META:
                await self._do(data, page)
        return ""

    async def _do(self, meta: bytes, page: web.WebSocketResponse) -> None:
        """What the app asks of the browser: an address to be opened, if it is one that may be."""
        wanted = json.loads(meta)
        url = wanted.get("url")
        if wanted.get("type") == "open_url" and isinstance(url, str) and self._allowed(url):
            await page.send_str(json.dumps(["open_url", {"url": url, "new_tab": True}]))


async def _close(page: web.WebSocketResponse, reason: str) -> None:
    """Close a page's connection with a word that fits into its last frame."""
    word = reason.encode("utf-8", "replace")[:120].decode("utf-8", "ignore").encode()
    with contextlib.suppress(ConnectionError, RuntimeError, TimeoutError):
        async with asyncio.timeout(_LAST_WORDS):
            await page.close(code=WSCloseCode.OK, message=word, drain=False)


def serve(
    arguments: Sequence[str],
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    allowed: Allowed,
    limits: Limits | None = None,
) -> None:
    """Serve ``reader ARGUMENTS`` at http://HOST:PORT until interrupted.

    Args:
        allowed: which addresses a page may be told to open.

    Raises:
        OSError: the address cannot be had.
    """
    sockets = address.listening(host, port)
    guard = Guard(host)
    server = PageServer(command_line(arguments), guard, allowed, limits)
    sys.unraisablehook = all_but_a_closed_loop
    asyncio.run(_run(server, sockets, f"{address.url(host, port)}/?token={guard.token}"))


async def _run(server: PageServer, sockets: Sequence[socket.socket], where: str) -> None:
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, over.set)
    try:
        for one in sockets:
            await web.SockSite(runner, one).start()
        print(f"reader is at {where} (ctrl+c ends it)", flush=True)
        await over.wait()
    finally:
        await server.end()
        await runner.cleanup()


def all_but_a_closed_loop(what: "sys.UnraisableHookArgs") -> None:
    """Say what no one can catch, but not that a page's pipe was closed after the loop: the server has ended."""
    if not (isinstance(what.exc_value, RuntimeError) and str(what.exc_value) == "Event loop is closed"):
        sys.__unraisablehook__(what)
