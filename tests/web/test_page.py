"""The app in a web page, driven in a real browser."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pyte
import pytest
from playwright.sync_api import Page, Request, WebSocket, sync_playwright

# asyncio's own word when a process of its ends after the loop; on a busy machine it comes out.
_CHILD_GONE = re.compile(r"^Loop <.*> that handles pid \d+ is closed\n", re.M)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SAMPLE, OTHER = SAMPLES / "harbour-trial.md", SAMPLES / "storm-ottilie.txt"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to open the page in")


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


class Served:
    """``reader serve`` of some articles, as a process."""

    def __init__(self, log: Path, *arguments: str) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "reader", "serve", *arguments, "--port", str(self.port)]
        with log.open("wb") as errors:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        assert self.process.stdout is not None
        assert "reader is at" in self.process.stdout.readline(), log.read_text()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(30)


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    served = Served(tmp_path_factory.mktemp("serve") / "log", str(SAMPLE), str(OTHER))
    yield served.address
    served.stop()


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


def test_the_page_shows_the_article_and_its_panels_and_a_key_jumps(address, tmp_path):
    asked: list[Request] = []
    screen = Screen()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        # The browser binding looks inside what it is given and chokes on a built-in method.
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108
        page.on("websocket", screen.listen)
        page.goto(address)
        screen.wait_for(page, "PORT ALDERNEY")
        screen.wait_for(page, "(?i)speakers +[1-9]")
        page.mouse.click(300, 300)
        page.keyboard.press("s")
        screen.wait_for(page, "quote 1 of [1-9]")
        page.screenshot(path=tmp_path / "page.png")
        page.keyboard.press("J")
        screen.wait_for(page, "SANTA BRISA")
        browser.close()
    assert (tmp_path / "page.png").stat().st_size > 20_000
    hosts = {urlsplit(request.url).netloc for request in asked} - {""}
    assert hosts == {urlsplit(address).netloc}


def test_another_host_or_origin_is_refused(address):
    for header in ({"Host": "elsewhere.example"}, {"Origin": "http://elsewhere.example"}):
        request = urllib.request.Request(address, headers=header)
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request)


def test_ctrl_c_ends_it_with_every_reader_that_a_page_has_open(tmp_path):
    served = Served(tmp_path / "log", str(SAMPLE))
    screen = Screen()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("websocket", screen.listen)
        page.goto(served.address)
        screen.wait_for(page, "PORT ALDERNEY")
        readers = psutil.Process(served.process.pid).children(recursive=True)
        assert readers
        assert served.stop(signal.SIGINT) == 0
        assert psutil.wait_procs(readers, timeout=30)[1] == []
        browser.close()
    said = (tmp_path / "log").read_text()
    assert _CHILD_GONE.sub("", said) == ""
