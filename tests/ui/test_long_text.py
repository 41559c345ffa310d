"""A long text: there at once wherever it is entered, and steady while what stands above it is found out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.analysis.model import Reading
from reader.article import Article
from reader.article.jsonl import from_record
from reader.engine import Progress
from reader.ui.article_view.view import ArticleView
from reader.ui.screens.reading import ReadingScreen
from tests.ui import desk

# Line lengths vary over the text, so that no estimate of its height is right.
TEXT = "\n\n".join(
    f"Paragraph {n} of the harbour's log. " + "Fog again. " * (1 + n * n % 53) for n in range(4000)
)


@asynccontextmanager
async def reading(
    article: Article, at: int = 0, analyst: Any = None
) -> AsyncIterator[tuple[Pilot[Any], ReadingScreen]]:
    app = desk.app(
        article,
        shelf=desk.Shelf(positions={article.text: at}),
        analyst=analyst or desk.Analyst(made=Reading()),
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        yield pilot, app.screen


def rows(view: ArticleView) -> list[str]:
    return ["".join(segment.text for segment in view.render_line(y)).strip() for y in range(view.size.height)]


@pytest.fixture(scope="module")
def article() -> Article:
    return from_record({"text": TEXT})


@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
async def test_it_opens_where_one_stopped_without_the_rest(article, share):
    at = TEXT.index("Paragraph", int(len(TEXT) * share))
    async with reading(article, at) as (_, screen):
        assert rows(screen.view)[0 if share else 1].startswith(TEXT[at : at + 14])
        assert not screen.view._layout.exact


@pytest.mark.parametrize(("there", "back"), [("pageup", "pagedown"), ("k", "j"), ("ctrl+u", "ctrl+d")])
async def test_a_step_up_into_text_not_seen_before_goes_as_far_as_one_down(article, there, back):
    at = TEXT.index("Paragraph", len(TEXT) // 2)
    async with reading(article, at) as (pilot, screen):
        for _ in range(12):
            before = rows(screen.view)
            await pilot.press(there, back)
            assert rows(screen.view) == before
            await pilot.press(there)


async def test_the_wheel_turned_up_shows_every_row_on_the_way(article):
    at = TEXT.index("Paragraph", len(TEXT) // 2)
    async with reading(article, at) as (pilot, screen):
        seen = rows(screen.view)
        for _ in range(60):
            screen.view.scroll_to(
                y=screen.view.scroll_offset.y - 3, animate=False, immediate=True, force=True
            )
            await pilot.pause()
            now = rows(screen.view)
            assert now[3:] == seen[: len(seen) - 3]
            seen = now


async def test_the_caret_goes_up_row_by_row_into_text_not_seen_before(article):
    at = TEXT.index("Paragraph", len(TEXT) // 2)
    async with reading(article, at) as (pilot, screen):
        await pilot.press("v")
        assert screen.view.caret is not None
        paragraph, seen = TEXT[:at].count("\n\n"), []
        for _ in range(150):
            await pilot.press("up")
            seen.append(TEXT[: screen.view.caret.at].count("\n\n"))
        steps = [before - after for before, after in zip([paragraph, *seen], seen, strict=False)]
        assert set(steps) == {0, 1}


async def test_the_end_is_the_end(article):
    async with reading(article) as (pilot, screen):
        await pilot.press("end")
        assert screen.header.read_to == len(TEXT)
        assert rows(screen.view)[-1] == ""
        assert TEXT.rstrip().endswith(rows(screen.view)[-2][-10:])
        before = rows(screen.view)
        await pilot.press("pagedown")
        assert rows(screen.view) == before
        await pilot.press("home")
        assert rows(screen.view)[1].startswith("Paragraph 0 ")


async def test_the_current_item_far_away_does_not_move_the_text(article):
    async with reading(article, TEXT.index("Paragraph", len(TEXT) // 2)) as (pilot, screen):
        before = rows(screen.view)
        assert screen.view.cell_of(10) is None
        assert not screen.view.in_view(10, 20)
        await pilot.pause()
        assert rows(screen.view) == before


class Slow:
    """Says how far it is when told to, and never ends."""

    def __init__(self) -> None:
        self.progress: Progress | None = None

    async def read(self, of: Article, progress: Progress | None = None) -> Reading:
        self.progress = progress
        await asyncio.Event().wait()
        raise AssertionError

    def close(self) -> None:
        """Nothing runs."""


async def test_how_much_is_read_is_not_drawn_while_the_text_is_moved(article, monkeypatch):
    analyst, said = Slow(), []
    app = desk.app(article, analyst=analyst)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        monkeypatch.setattr(screen.panels, "show_waiting", lambda share, **_: said.append(share))
        await screen.standing.wait()  # before the panels are there nothing is told
        assert analyst.progress is not None
        analyst.progress(0.101)
        analyst.progress(0.102)
        await pilot.press("pagedown")
        analyst.progress(0.2)
        assert said == [0.101]
        screen.analysis._moved -= 60
        analyst.progress(0.3)
        assert said == [0.101, 0.3]
