"""The app in a web page, driven in a real browser."""

import contextlib
import http.server
import json
import re
import shutil
import signal
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import psutil
import pyte
import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright

from tests.web.served import OTHER, SAMPLE, Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to open the page in")


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("serve") / "log", str(SAMPLE), str(OTHER))
    yield served
    served.stop()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Screen:
    """What the page was told to show, read off its connection."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(300, 100)
        self.stream = pyte.ByteStream(self.screen)

    def listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self.feed)

    def feed(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self.stream.feed(re.sub(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p", b"", frame))

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, page: Page, wanted: str) -> None:
        for _ in range(300):
            if re.search(wanted, self.text):
                return
            page.wait_for_timeout(100)  # lets the browser's events in
        raise AssertionError(f"{wanted} never came; the screen is\n{self.text}")


def test_the_page_shows_the_article_and_its_panels_and_a_key_jumps(server, tmp_path):
    asked: list[Request] = []
    troubles: list[str] = []
    screen = Screen()
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        # The browser binding looks inside what it is given and chokes on a built-in method.
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("websocket", screen.listen)
        page.goto(server.url)
        assert server.token not in page.url  # nor in the history, nor on a screenshot
        screen.wait_for(page, "PORT ALDERNEY")
        screen.wait_for(page, "(?i)speakers +[1-9]")
        page.keyboard.press("s")  # nothing was clicked: the page has the keyboard from the start
        screen.wait_for(page, "quote 1 of [1-9]")
        page.screenshot(path=tmp_path / "page.png")
        page.keyboard.press("J")
        screen.wait_for(page, "SANTA BRISA")
        page.reload()  # the cookie does now
        screen.wait_for(page, "PORT ALDERNEY")
    assert (tmp_path / "page.png").stat().st_size > 20_000
    hosts = {urlsplit(request.url).netloc for request in asked} - {""}
    assert hosts == {server.netloc}
    assert troubles == []


def test_keys_that_are_pressed_while_it_opens_are_not_lost(server):
    screen = Screen()
    with chromium() as browser:
        page = browser.new_page()
        page.on("websocket", screen.listen)
        page.goto(server.url)
        page.wait_for_function("document.activeElement.matches('.xterm-helper-textarea')")
        page.keyboard.press("J")
        screen.wait_for(page, "SANTA BRISA")


@contextlib.contextmanager
def another_site(html: str) -> Iterator[str]:
    """A site that somebody else has put up, on another port of this very host."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())
            seen.append(self.headers.get("Cookie", ""))

        def log_message(self, *_: object) -> None:
            return

    seen: list[str] = []
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}/"
    site.shutdown()
    site.server_close()
    assert "reader=" not in "".join(seen)


def test_a_page_of_another_site_can_neither_frame_it_nor_reach_its_app_nor_see_its_cookie(server):
    with chromium() as browser:
        page = browser.new_page()
        page.goto(server.url)
        mine = page.url
        hostile = f"""<iframe src="{server.url}"></iframe><iframe src="{mine}"></iframe><script>
            window.heard = [];
            for (const where of ["ws?token={server.token}", "{urlsplit(mine).path[1:]}ws", "ws"]) {{
              const socket = new WebSocket("ws://{server.netloc}/" + where);
              socket.onopen = () => window.heard.push("open");
              socket.onerror = () => window.heard.push("refused");
            }}</script>"""
        with another_site(hostile) as site:
            page.goto(site)
            page.wait_for_function("window.heard.length === 3")
            assert page.evaluate("window.heard") == ["refused"] * 3
            frames = page.frames[1:]
            assert len(frames) == 2
            for frame in frames:
                assert frame.url.startswith("chrome-error:") or not frame.query_selector("#terminal")


@pytest.mark.parametrize(
    "address", ["javascript:document.title='pwned'//https://gull.example/", "file:///etc/passwd"]
)
def test_an_address_that_an_article_states_runs_and_opens_nothing_in_the_page(tmp_path, address):
    article = tmp_path / "hostile.md"
    article.write_text(f"---\nurl: {json.dumps(address)}\n---\n# Ferry\n\nThe ferry left the quay at noon.\n")
    served = Served(tmp_path / "log", str(article))
    screen = Screen()
    try:
        with chromium() as browser:
            page = browser.new_page()
            page.on("websocket", screen.listen)
            page.goto(served.url)
            screen.wait_for(page, "left the quay")
            page.keyboard.press("o")
            screen.wait_for(page, "no address to open")
            assert page.title() == "reader"
            assert len(page.context.pages) == 1
            # and if the app were made to ask for it all the same:
            page.evaluate("address => window.open(address, '_self')", address)
            page.evaluate("address => { const s = document.createElement('script'); s.textContent = 'document.title=1';"
                          "document.body.append(s); }", address)  # fmt: skip
            assert page.title() == "reader"
    finally:
        served.stop()


def test_ctrl_c_ends_it_with_every_reader_that_a_page_has_open(tmp_path):
    served = Served(tmp_path / "log", str(SAMPLE))
    screen = Screen()
    with chromium() as browser:
        page = browser.new_page()
        page.on("websocket", screen.listen)
        page.goto(served.url)
        screen.wait_for(page, "PORT ALDERNEY")
        readers = psutil.Process(served.process.pid).children(recursive=True)
        assert readers
        assert served.stop(signal.SIGINT) == 0
        assert psutil.wait_procs(readers, timeout=30)[1] == []
        page.get_by_text("The reader was closed").wait_for()
    assert (tmp_path / "log").read_text() == ""
