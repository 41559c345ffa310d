"""Who gets at a served app, and what they can do to it: over its socket, as an attacker has it."""

import asyncio
import contextlib
import json
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import psutil
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port

from reader.web.guard import Guard
from reader.web.server import Limits, PageServer
from tests.web.served import SAMPLE, Served

# An app that says how large its screen is, and every word it is told after that.
ECHO = """
import os, sys
sys.stdout.write("__GANGLION__\\n"); sys.stdout.flush()
def say(kind, data):
    os.write(1, kind + len(data).to_bytes(4, "big") + data)
say(b"D", f"size {os.environ['COLUMNS']}x{os.environ['ROWS']} {os.getpid()}".encode())
while head := sys.stdin.buffer.read(5):
    data = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if data.startswith(b"open "):
        import json
        say(b"M", json.dumps({"type": "open_url", "url": data[5:].decode(), "new_tab": True}).encode())
    else:
        say(b"D", head[:1] + data)
"""
DEAF = ECHO.replace("while head", "import time; time.sleep(600)\nwhile head")

Get = Callable[..., Awaitable[tuple[int, aiohttp.ClientResponse]]]


class Desk:
    """A server of the app above, and somebody who comes to it."""

    def __init__(self, client: aiohttp.ClientSession, guard: Guard, port: int) -> None:
        self.client, self.guard, self.port = client, guard, port
        self.url = f"http://127.0.0.1:{port}"

    async def get(self, path: str = "/", **headers: str) -> aiohttp.ClientResponse:
        async with self.client.get(self.url + path, headers=headers, allow_redirects=False) as response:
            await response.read()
            return response

    @contextlib.asynccontextmanager
    async def page(self, query: str = "", **headers: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        where = f"{self.url}/ws?token={self.guard.token}{query}"
        async with self.client.ws_connect(where, headers=headers) as page:
            yield page


@contextlib.asynccontextmanager
async def served(app: str = ECHO, host: str = "127.0.0.1", **limits: float) -> AsyncIterator[Desk]:
    guard, port = Guard(host), unused_port()
    bounds = Limits(**{"ending_seconds": 0.3, **limits})  # type: ignore[arg-type]
    server = PageServer([sys.executable, "-c", app], guard, lambda url: url.startswith("https://"), bounds)
    runner = web.AppRunner(server.application())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
            yield Desk(client, guard, port)
    finally:
        await server.end()
        await runner.cleanup()


async def said(page: aiohttp.ClientWebSocketResponse) -> str:
    message = await page.receive(timeout=20)
    return message.data.decode() if isinstance(message.data, bytes) else str(message.data)


# Who gets in


async def test_without_the_token_there_is_nothing():
    async with served() as desk:
        for path in ("/", "/?token=", "/?token=%00%ff", f"/?token={desk.guard.token[:-1]}", "/ws", "/page.js",
                     "/static/js/textual.js", f"/{desk.guard.folder}/", f"/{desk.guard.folder}/ws", "/none"):  # fmt: skip
            assert (await desk.get(path)).status == 403, path
        for cookie in ("reader=", "reader=x", f"reader={desk.guard.token}"):
            assert (await desk.get("/", Cookie=cookie)).status == 403, cookie
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await desk.client.ws_connect(f"{desk.url}/ws")


async def test_with_the_token_there_is_a_cookie_which_then_does_and_which_no_other_port_is_sent():
    async with served() as desk:
        first = await desk.get(f"/?token={desk.guard.token}")
        assert first.status == 200
        cookie = first.headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
        assert f"Path=/{desk.guard.folder}/" in cookie  # a name that no other server of this host can know
        assert desk.guard.token not in cookie and desk.guard.token not in await first.text()
        again = await desk.get(f"/{desk.guard.folder}/", Cookie=cookie.partition(";")[0])
        assert again.status == 200


async def test_every_answer_keeps_scripts_frames_and_guesses_out():
    async with served() as desk:
        for path in ("/", f"/?token={desk.guard.token}", f"/page.js?token={desk.guard.token}",
                     f"/static/css/xterm.css?token={desk.guard.token}", f"/none?token={desk.guard.token}"):  # fmt: skip
            headers = (await desk.get(path)).headers
            policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
            assert policy["default-src"] == policy["frame-ancestors"] == "'none'", path
            assert policy["script-src"] == "'self'" and policy["connect-src"] == "'self'"
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:PORT", None, 200),
        ("LOCALHOST:PORT", None, 200),
        ("127.0.0.1:PORT", "http://127.0.0.1:PORT", 200),
        ("localhost:PORT", "http://LocalHost:PORT", 200),
        ("127.0.0.1:PORT", "http://127.0.0.1:1", 403),
        ("127.0.0.1:PORT", "http://localhost:PORT", 403),
        ("127.0.0.1:PORT", "http://elsewhere.example", 403),
        ("127.0.0.1:PORT", "null", 403),
        ("elsewhere.example:PORT", None, 403),
        ("127.0.0.1.elsewhere.example:PORT", None, 403),
        ("elsewhere.example@127.0.0.1:PORT", None, 403),
        ("192.0.2.7:PORT", None, 403),
        ("0.0.0.0:PORT", None, 403),
        ("[::1]:PORT", None, 403),
        ("[::1", None, 403),
        ("", None, 403),
    ],
)
async def test_only_what_names_this_server_and_comes_from_its_own_page_is_answered(host, origin, status):
    async with served() as desk:
        headers = {"Host": host.replace("PORT", str(desk.port))}
        if origin is not None:
            headers["Origin"] = origin.replace("PORT", str(desk.port))
        assert (await desk.get(f"/?token={desk.guard.token}", **headers)).status == status


async def test_a_server_at_every_address_answers_at_the_one_that_was_come_to():
    async with served(host="0.0.0.0") as desk:
        for host, status in (("127.0.0.1", 200), ("localhost", 200), ("0.0.0.0", 403), ("evil.example", 403)):
            answer = await desk.get(f"/?token={desk.guard.token}", Host=f"{host}:{desk.port}")
            assert answer.status == status, host


async def test_a_name_of_the_machine_is_compared_without_case():
    async with served(host="Harbour.Local") as desk:
        answer = await desk.get(f"/?token={desk.guard.token}", Host=f"harbour.LOCAL:{desk.port}")
        assert answer.status == 200


# What they can say


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("20000x10000", "1000x1000"),
        ("0x-3", "1x24"),
        ("x", "80x24"),
        ("9" * 5000 + "x²", "80x24"),
        ("120x40", "120x40"),
    ],
)
async def test_a_screen_has_one_to_a_thousand_cells_either_way(asked, has):
    width, height = asked.split("x")
    async with served() as desk, desk.page(f"&width={width}&height={height}") as page:
        assert (await said(page)).startswith(f"size {has} ")


async def test_so_has_one_whose_size_is_changed():
    async with served() as desk, desk.page() as page:
        await said(page)
        await page.send_str(json.dumps(["resize", {"width": 20_000, "height": -10_000}]))
        assert json.loads((await said(page))[1:]) == {"type": "resize", "width": 1000, "height": 1}


MALFORMED = [
    "", "{", "null", "[]", "[[]]", "7", '"stdin"', '["stdin"]', '["stdin", 7]', '["stdin", "a", "b"]', '["resize", {}]',
    '["resize", {"width": "9", "height": 9}]', '["resize", {"width": NaN, "height": 9}]', '["resize", null]',
    '["resize", {"width": true, "height": 1e999}]', '["resize", {"width": ' + "9" * 5000 + ', "height": 1}]',
    '["quit"]', '["exit", {}]', '["deliver_chunk_request", {"key": "x"}]', '["ping", []]', "[" * 100_000,
]  # fmt: skip


async def test_what_is_malformed_is_left_alone_and_the_rest_goes_on():
    async with served() as desk, desk.page() as page:
        await said(page)
        for text in MALFORMED:
            await page.send_str(text)
        await page.send_bytes(b"\xff\x00M")
        await page.send_str('["stdin", "half \\ud800 a pair"]')
        assert await said(page) == "Dhalf ? a pair"


async def test_the_browser_is_told_to_open_an_address_only_where_it_may_be():
    async with served() as desk, desk.page() as page:
        await said(page)
        for url in ("javascript:alert(1)", "file:///etc/passwd", "-x", "https://gull.example/"):
            await page.send_str(json.dumps(["stdin", f"open {url}"]))
        assert json.loads(await said(page)) == ["open_url", {"url": "https://gull.example/", "new_tab": True}]


async def test_a_message_that_is_larger_than_any_paste_ends_the_page_alone():
    async with served() as desk, desk.page() as page, desk.page() as other:
        await said(page), await said(other)
        await page.send_str(json.dumps(["stdin", "a" * (2 << 20)]))
        assert (await page.receive(timeout=20)).type is aiohttp.WSMsgType.CLOSE
        await other.send_str('["stdin", "here"]')
        assert await said(other) == "Dhere"


# How many, and for how long


async def test_there_is_a_limit_on_pages_and_room_again_when_one_is_closed():
    async with served(pages=1) as desk:
        async with desk.page() as page:
            app = psutil.Process(int((await said(page)).split()[-1]))
            async with desk.page() as second:
                closed = await second.receive(timeout=20)
                assert closed.type is aiohttp.WSMsgType.CLOSE and "as many as there may be" in closed.extra
        await asyncio.to_thread(app.wait, 10)
        await until(lambda: opens(desk))


async def opens(desk: Desk) -> bool:
    async with desk.page() as page:
        return (await said(page)).startswith("size")


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    end = time.monotonic() + 20
    while not await holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


async def test_one_that_is_left_alone_is_closed_with_a_word():
    async with served(idle_seconds=0.2) as desk, desk.page() as page:
        app = psutil.Process(int((await said(page)).split()[-1]))
        closed = await page.receive(timeout=20)
        assert closed.type is aiohttp.WSMsgType.CLOSE and "for long" in closed.extra
        await asyncio.to_thread(app.wait, 10)


@pytest.mark.parametrize("app", [ECHO, DEAF], ids=["that listens", "that does not"])
async def test_an_app_ends_when_its_page_does(app):
    async with served(app) as desk:
        async with desk.page() as page:
            process = psutil.Process(int((await said(page)).split()[-1]))
            assert page._response.connection is not None and page._response.connection.transport is not None
            page._response.connection.transport.abort()  # the browser is gone without a word
        await asyncio.to_thread(process.wait, 10)


# The app itself


async def drawn(page: aiohttp.ClientWebSocketResponse, wanted: bytes) -> bytes:
    """What the app draws until something is in it."""
    came = b""
    async with asyncio.timeout(90):
        while wanted not in came:
            message = await page.receive()
            assert message.type is not aiohttp.WSMsgType.CLOSED, came[-500:]
            came += message.data if isinstance(message.data, bytes) else b""
    return came


def family(process: psutil.Process) -> list[psutil.Process]:
    return process.children(recursive=True)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGHUP])
async def test_no_app_and_no_worker_of_one_outlives_the_server(tmp_path: Path, how):
    unread = tmp_path / "unread.md"  # what was read before needs no worker
    unread.write_text(f"{SAMPLE.read_text('utf-8')}\n\nNobody has read {tmp_path} yet.\n", "utf-8")
    server = await asyncio.to_thread(Served, tmp_path / "log", str(unread))
    async with aiohttp.ClientSession() as client:
        page = await client.ws_connect(f"http://{server.netloc}/ws?token={server.token}&width=100&height=30")
        await drawn(page, b"ALDERNEY")

        async def both() -> bool:
            return len(family(psutil.Process(server.process.pid))) >= 2

        await until(both)
        left = family(psutil.Process(server.process.pid))
        began = time.monotonic()
        await asyncio.to_thread(server.stop, how)
        took = time.monotonic() - began
        _, alive = await asyncio.to_thread(psutil.wait_procs, left, 15)
        assert alive == []
        if how is signal.SIGINT:
            assert server.process.returncode == 0
            assert took < 5  # a second, on a machine that does nothing else
        await page.close()


async def test_the_page_can_open_nothing_but_what_it_was_started_with(tmp_path: Path):
    server = await asyncio.to_thread(Served, tmp_path / "log", str(SAMPLE))
    try:
        async with aiohttp.ClientSession() as client:
            where = f"http://{server.netloc}/ws?token={server.token}&width=120&height=40"
            page = await client.ws_connect(where)
            came = await drawn(page, b"ALDERNEY")
            await page.send_str('["stdin", "O"]')
            came += await drawn(page, b"--trust")
            await page.close()
        assert b"a path or an address" not in came
    finally:
        await asyncio.to_thread(server.stop)


async def test_a_page_that_is_trusted_may_open_the_rest(tmp_path: Path):
    server = await asyncio.to_thread(Served, tmp_path / "log", str(SAMPLE), "--trust")
    try:
        async with aiohttp.ClientSession() as client:
            page = await client.ws_connect(
                f"http://{server.netloc}/ws?token={server.token}&width=120&height=40"
            )
            await drawn(page, b"ALDERNEY")
            await page.send_str('["stdin", "O"]')
            await drawn(page, b"a path or an address")
            await page.close()
    finally:
        await asyncio.to_thread(server.stop)


async def test_one_that_is_still_opened_when_the_server_is_killed_ends_too(tmp_path: Path):
    server = await asyncio.to_thread(Served, tmp_path / "log", str(SAMPLE))
    async with aiohttp.ClientSession() as client:
        await client.ws_connect(f"http://{server.netloc}/ws?token={server.token}")

        async def begun() -> bool:
            return bool(family(psutil.Process(server.process.pid)))

        await until(begun)
        left = family(psutil.Process(server.process.pid))
        await asyncio.to_thread(server.stop, signal.SIGKILL)
        _, alive = await asyncio.to_thread(psutil.wait_procs, left, 20)
        assert alive == []
