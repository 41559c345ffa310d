"""Opening an address inside the app: it says how much has come, Escape ends it, and the screen stays alive."""

import asyncio
import gzip
import threading

import pytest

from reader.article import ArticleError, Options, open_each, open_one
from reader.article.pages import Pages
from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.opening import Opening
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.start import StartScreen
from reader.ui.status import HeaderLine
from tests.article.server import serving
from tests.ui import desk
from tests.ui.test_app import notices, running

LINES = "".join(
    f"<p>On day {n} the ferry to Kelda stayed in port, the harbour office said.</p>" for n in range(9)
)
PAGE = f"<html><body><article><h1>No ferry</h1>{LINES}</article></body></html>".encode()
OPEN_END = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


@pytest.fixture
def server():
    with serving() as one:
        yield one


@pytest.fixture
def opened(tmp_path):
    """An app on its start screen that may fetch from this machine, and keeps its pages in the test's folder."""

    def opener(source, progress):
        return open_one(source, Options(allow_local=True, pages=Pages(tmp_path / "pages"), progress=progress))

    return ReaderApp([], desk.Analyst(made=desk.Reading()), Settings(), desk.Shelf(), opener=opener)


async def until(pilot, holds):
    """Wait for what another thread brings about."""
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


async def ask_for(pilot, url):
    await pilot.press("o", *url, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Opening))


def fetching():
    return [thread for thread in threading.enumerate() if thread.name.startswith("opening ")]


def said(app):
    return "".join(str(line.render()) for line in app.screen.query("#so-far"))


async def test_a_page_that_comes_opens(opened, server):
    async with opened.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", *server.page("/a", PAGE), "enter")
        await until(pilot, lambda: isinstance(opened.screen, ReadingScreen))
        assert opened.screen.article.title == "No ferry"


async def test_a_mailbox_opens_as_several_articles(tmp_path):
    box = tmp_path / "a.mbox"
    message = (
        "From a@quay.example Tue Mar 10 09:00:00 2026\nFrom: A <a@quay.example>\nSubject: {}\n\nWords.\n\n"
    )
    box.write_text(message.format("One") + message.format("Two"))
    analyst = desk.Analyst(made=desk.Reading())
    app = desk.app(analyst=analyst, opener=lambda source, progress: open_each(source))
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_source(str(box))
        await until(pilot, lambda: app.screen.query(HeaderLine) and app.screen.article.title == "One")
        assert app.screen.place == "2 of 3"
        await pilot.press("J")
        await until(pilot, lambda: app.screen.article.title == "Two")


async def test_it_says_how_much_has_come_and_escape_ends_the_fetch_and_keeps_nothing(
    opened, server, tmp_path
):
    gone = threading.Event()

    def drip(connection, over):
        connection.sendall(OPEN_END + b"." * 5000)
        while not over.wait(0.02):
            try:
                connection.sendall(b".")
            except OSError:
                gone.set()
                return

    async with opened.run_test(size=(80, 24)) as pilot:
        await ask_for(pilot, server.answer("/slow", drip))
        await until(pilot, lambda: "5 KiB so far" in said(opened))
        assert opened.screen.query_one("Vertical").display
        await pilot.press("escape")
        await until(pilot, lambda: not fetching())
        assert isinstance(opened.screen, StartScreen)
        await until(pilot, gone.is_set)
        assert notices(opened) == []
        assert not (tmp_path / "pages").exists()


async def test_a_server_that_says_nothing_freezes_nothing(opened, server):
    async with opened.run_test(size=(80, 24)) as pilot:
        await ask_for(pilot, server.answer("/silent", lambda _, over: over.wait(30)))
        await until(pilot, lambda: "127.0.0.1" in said(opened))
        await pilot.resize_terminal(100, 30)
        assert opened.screen.size == (100, 30)
        await pilot.press("escape")
        await until(pilot, lambda: not fetching())
        assert isinstance(opened.screen, StartScreen)


async def test_leaving_the_app_ends_the_fetch_too(opened, server):
    async with opened.run_test(size=(80, 24)) as pilot:
        await ask_for(pilot, server.answer("/silent", lambda _, over: over.wait(30)))
        opened.exit()
    for thread in fetching():
        await asyncio.to_thread(thread.join, 10)
    assert not fetching()


async def test_the_keyboard_is_not_read_as_an_article(opened):
    async with opened.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", "-", "enter")
        await until(pilot, lambda: notices(opened))
        assert notices(opened)[0].endswith("here it is the keyboard: name a file or an address")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_keys_that_leave_the_app_leave_it_at_once(opened, server, key):
    async with opened.run_test(size=(80, 24)) as pilot:
        await ask_for(pilot, server.answer("/silent", lambda _, over: over.wait(30)))
        await pilot.press(key)
        assert opened._exit
    for thread in fetching():
        await asyncio.to_thread(thread.join, 10)
    assert not fetching()


async def test_another_article_can_be_opened_instead(opened, server):
    silent = server.answer("/silent", lambda _, over: over.wait(30))
    async with opened.run_test(size=(80, 24)) as pilot:
        await ask_for(pilot, silent)
        await pilot.press("ctrl+o", *server.page("/a", PAGE), "enter")
        await until(pilot, lambda: isinstance(opened.screen, ReadingScreen))
        await until(pilot, lambda: not fetching())
        assert [article.title for article in opened.articles] == ["No ferry"]


async def test_next_to_nothing_is_no_amount(server):
    release = threading.Event()

    def opener(source, progress):
        while not release.wait(0.01):
            progress(120)
        raise ArticleError("too late")

    async with running(desk.app(opener=opener)) as (pilot, screen):
        screen.app.open_source("http://harbour.example/")
        await until(pilot, lambda: said(pilot.app))
        assert said(pilot.app) == "Opening http://harbour.example/ …   Esc: never mind"
        release.set()


@pytest.mark.parametrize(
    ("body", "headers", "says"),
    [
        (b"", ("Location: file:///etc/hostname",), "only http and https addresses are fetched"),
        (b"\x89PNG", ("Content-Type: image/png",), "is image/png, not a page of text"),
        (gzip.compress(bytes(30_000_000), mtime=0), ("Content-Encoding: gzip",), "larger than 20 MiB"),
        (b"<html><body></body></html>", (), "no article was found in this page"),
    ],
)
async def test_what_cannot_be_opened_is_one_notice_over_the_same_screen(opened, server, body, headers, says):
    status = "302 Found" if "Location" in str(headers) else "200 OK"
    async with opened.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", *server.page("/a", body, *headers, status=status), "enter")
        await until(pilot, lambda: notices(opened))
        (notice,) = notices(opened)
        assert says in notice
        assert isinstance(opened.screen, StartScreen)


async def test_while_reading_the_article_stays_in_sight_and_escape_goes_back_to_it(server):
    release = threading.Event()

    def opener(source, progress):
        while not release.wait(0.01):
            progress(2048)
        raise ArticleError("too late")

    async with running(desk.app(opener=opener)) as (pilot, screen):
        screen.app.open_source("http://harbour.example/\x1b[2J")
        await until(pilot, lambda: isinstance(pilot.app.screen, Opening) and "2 KiB" in said(pilot.app))
        assert said(pilot.app).isprintable()
        await pilot.press("escape")
        await until(pilot, lambda: not fetching())
        assert pilot.app.screen is screen
        assert notices(pilot.app) == []


@pytest.mark.parametrize(
    "error", [ValueError("no \x1b[2J"), RecursionError("deep"), MemoryError(), KeyError("x")]
)
async def test_whatever_an_article_brings_about_is_a_notice_and_the_others_stay_open(error):
    def opener(source, progress):
        raise error

    async with running(desk.app(opener=opener)) as (pilot, screen):
        screen.app.open_source("ferry.txt")
        await until(pilot, lambda: notices(screen.app))
        assert "ferry.txt cannot be opened" in notices(screen.app)[-1]
        assert "\x1b" not in notices(screen.app)[-1]
        assert screen.app.screen is screen and len(screen.app.articles) == 1


async def test_where_nothing_else_may_be_opened_nothing_is_asked_for_and_nothing_listed():
    async with running(desk.app(opener=None)) as (pilot, screen):
        for key in ("O", "ctrl+o"):
            await pilot.press(key)
        screen.app.open_source("/etc/passwd")
        screen.app.action_start()
        await pilot.pause()
        assert screen.app.screen is screen
        assert "only what it was started with" in notices(screen.app)[-1]
