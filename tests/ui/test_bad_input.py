"""Small terminals, and texts that would rather drive the terminal than be read."""

import pytest

from reader.article import Article
from tests.ui import desk
from tests.ui.test_app import LONG, running, text_on


@pytest.mark.parametrize("size", [(10, 3), (1, 1), (40, 12), (59, 20), (60, 20), (100, 10)])
async def test_no_size_of_terminal_breaks_the_screen(size):
    async with running(size=size) as (pilot, screen):
        await pilot.press(
            "s", "tab", "p", "p", "z", "escape", "question_mark", "escape", "slash", "k", "enter"
        )
        assert screen.is_running


async def test_in_one_pane_a_key_leads_to_the_panels_and_back():
    async with running(size=(40, 12)) as (pilot, screen):
        assert not screen.panels.display
        await pilot.press("p")
        await pilot.pause()
        assert screen.panels.display
        assert not screen.view.display
        await pilot.press("p")
        await pilot.pause()
        assert screen.view.display
        assert screen.focused is screen.view


async def test_a_new_width_keeps_the_place_and_the_marked_item():
    async with running(desk.app(desk.article(*LONG)), (120, 40)) as (pilot, screen):
        await pilot.press("space", "space")
        before = screen.view.top_offset
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.view.top_offset == before
        await pilot.press("g", "e")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert screen.view.in_view(screen.current.start, screen.current.end)


async def test_markup_is_shown_as_it_stands():
    text = "He said [sic] and [/b] and [bold]loud[/bold]."
    async with running(desk.app(Article(text, title=text), analyst=desk.Analyst(made=desk.Reading()))) as (
        _,
        screen,
    ):
        assert text in text_on(screen)
        assert "[sic]" in str(screen.header.render())


@pytest.mark.parametrize("harm", ["\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\u202eabc", "a\u200fb", "\r"])
async def test_what_a_terminal_would_obey_is_shown_instead(harm):
    text = f"Before {harm} after."
    async with running(desk.app(Article(text, title=text), analyst=desk.Analyst(made=desk.Reading()))) as (
        _,
        screen,
    ):
        shown = text_on(screen) + str(screen.header.render())
        assert "Before" in shown
        assert "after." in shown
        assert not set(shown) & set("\x1b\x07\x9b\u202e\u200f\r")
