"""Selecting words with the keys."""

import pytest

from tests.ui import desk
from tests.ui.test_app import running, search


def selected(screen):
    return screen.get_selected_text()


async def test_words_are_selected_from_where_one_says():
    async with running() as (pilot, screen):
        await pilot.press("v", "w", "w")
        assert selected(screen) is None
        await pilot.press("v", "e", "e", "e")
        assert selected(screen) == "Kelda stops as"
        await pilot.press("y")
        assert screen.app.clipboard == "Kelda stops as"
        assert screen.view.caret is None
        assert selected(screen) is None


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("l", "right"), "Fer"),
        (("l", "l", "h", "left"), "F"),
        (("e",), "Ferry"),
        (("w", "w"), "Ferry to"),
        (("ctrl+right", "ctrl+left"), "Ferry"),
        (("w", "w", "w", "b"), "Ferry to"),
        (("w", "w", "b", "b"), "Ferry"),
        (("e", "o", "l"), "erry"),
        (("end",), "Ferry to Kelda stops as winds rise over the sound"),
        (("dollar_sign", "0"), "F"),
        (("end", "home"), "F"),
        (("e", "l", "l", "v", "e"), "to"),
    ],
)
async def test_the_keys_of_the_caret(keys, words):
    async with running() as (pilot, screen):
        await pilot.press("v", "v", *keys)
        assert selected(screen) == words


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("w",), "stops"),
        (("w", "w"), "stops as"),
        (("w", "w", "b"), "stops"),
        (("b",), "Kelda stops"),
        (("b", "b"), "to Kelda stops"),
        (("b", "b", "w"), "Kelda stops"),
        (("b", "w", "w"), "stops as"),
        (("w", "b", "b"), "to Kelda stops"),
    ],
)
async def test_by_words_both_ways_only_whole_words_are_selected(keys, words):
    async with running() as (pilot, screen):
        await pilot.press("v", "w", "w", "w", "v", *keys)
        assert selected(screen) == words


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_caret_goes_from_row_to_row_and_keeps_its_column(down, up):
    async with running() as (pilot, screen):
        await pilot.press("v", "w", "w")
        start = screen.view.caret.at
        await pilot.press(down, down, down)
        assert (
            screen.article.text.index("Nobody") < screen.view.caret.at < screen.article.text.index("waiting")
        )
        await pilot.press(up, up, up)
        assert screen.view.caret.at == start


async def test_an_item_is_selected_to_begin_with_and_can_be_cut_down():
    async with running() as (pilot, screen):
        await pilot.press("s", "v")
        assert selected(screen) == "“Nobody will cross before Friday,”"
        await pilot.press("h", "h", "o", "l")
        assert selected(screen) == "Nobody will cross before Friday"


async def test_what_a_search_found_is_selected_to_begin_with():
    async with running() as (pilot, screen):
        await search(pilot, "a bridge")
        await pilot.press("enter", "v", "e", "e")
        assert selected(screen) == "a bridge by 2030"


async def test_a_note_is_written_about_what_is_selected():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("v", "space", "e", "a", *"who?", "enter")
        note = shelf.written[0]
        assert screen.article.text[note.start : note.end] == "Ferry"
        assert screen.view.caret is None


async def test_escape_gives_up_the_stretch_then_the_caret():
    async with running() as (pilot, screen):
        await pilot.press("v", "v", "e", "escape")
        assert selected(screen) is None
        assert screen.view.caret is not None
        await pilot.press("escape")
        assert screen.view.caret is None
        await pilot.press("j")
        assert screen.view.caret is None, "the keys are those of reading again"


async def test_the_footer_says_which_keys_matter_and_the_cursor_of_the_terminal_is_at_the_caret():
    async with running() as (pilot, screen):
        await pilot.press("v")
        assert "begin here" in str(screen.footer.render())
        x, y = screen.app.cursor_cell
        await pilot.press("space", "l")
        assert "other end" in str(screen.footer.render())
        assert screen.app.cursor_cell == (x + 1, y)


async def test_the_caret_stays_in_view():
    async with running(size=(60, 10)) as (pilot, screen):
        await pilot.press("v", "v", *["j"] * 12)
        caret = screen.view.caret
        assert screen.view.in_view(caret.at, caret.at + 1)
        assert len(selected(screen)) > 300


async def test_a_jump_or_a_click_ends_it():
    async with running() as (pilot, screen):
        await pilot.press("v", "c")
        assert screen.view.caret is None
        assert screen.current.id == "c1"
        await pilot.press("v")
        await pilot.click("ArticleView", offset=(1, 1))
        assert screen.view.caret is None
