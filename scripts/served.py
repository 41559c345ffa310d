"""Makes the picture of the page that ``reader serve`` shows, in a real Chromium: part of ``make pictures``."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from reader.resources import folder

OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "served.png"
SAMPLE = "harbour-trial.md"
QUIET = 3_000  # milliseconds in which nothing comes: the page shows what it is going to show


@contextmanager
def served(sample: str) -> Iterator[str]:
    """The address of a sample that is served, with folders of its own for what reader keeps."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with tempfile.TemporaryDirectory() as own:
        environment = {**os.environ, **{f"READER_{name}_DIR": own for name in ("CONFIG", "STATE", "CACHE")}}
        command = [sys.executable, "-m", "reader", "serve", sample, "--port", str(port)]
        server = subprocess.Popen(
            command, cwd=folder("samples"), env=environment, stdout=subprocess.PIPE, text=True
        )
        try:
            assert server.stdout is not None
            yield server.stdout.readline().split()[3]  # it says where it is, with its token
        finally:
            server.terminate()
            server.wait()


def take(page: Page, address: str) -> None:
    """Open the page, go to the second quotation, and take the picture when all is there."""
    quiet = Quiet(page)
    page.goto(address)
    quiet.wait()
    for key in ("s", "s"):
        page.keyboard.press(key)
        quiet.wait()
    page.screenshot(path=OUT)


class Quiet:
    """Waits until the server has had nothing more to say for a while."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._silent = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._heard))

    def wait(self) -> None:
        """Wait for it."""
        self._silent = 0
        while self._silent < QUIET:
            self._page.wait_for_timeout(100)
            self._silent += 100

    def _heard(self, frame: object) -> None:
        self._silent = 0


def main() -> None:
    """Take it, where there is a Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("there is no Chromium here to open the page in")
    with served(SAMPLE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take(browser.new_page(viewport={"width": 1160, "height": 760}), address)
        browser.close()
    print("docs/pictures/served.png")


if __name__ == "__main__":
    main()
