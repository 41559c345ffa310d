"""The list of bookmarks and notes: going to one, deleting it, bringing it back, writing it anew."""

from contextlib import asynccontextmanager

from reader.config import Settings
from reader.shelf import Shelf
from reader.ui.screens.marks import MarksDialog
from reader.ui.screens.sheet import Ask
from tests.ui import desk
from tests.ui.test_app import notices, running, text_on


@asynccontextmanager
async def the_list(shelf, **settings):
    """The open list of a note on the first quotation and a bookmark at the first claim."""
    async with running(desk.app(shelf=shelf, settings=Settings(**settings))) as (pilot, screen):
        await pilot.press("s", "a", *"check", "enter", "c", "m", "apostrophe")
        assert isinstance(pilot.app.screen, MarksDialog)
        yield pilot, screen


def said(pilot):
    return str(pilot.app.screen.query_one("#title").content)


async def test_a_note_is_deleted_and_brought_back_as_it_was():
    shelf = desk.Shelf()
    async with the_list(shelf) as (pilot, screen):
        before = list(shelf.written)
        await pilot.press("d")
        assert shelf.written == []
        assert "✎" not in text_on(screen)
        assert "bring back" in said(pilot)
        await pilot.press("u")
        assert shelf.written == before
        assert "✎" in text_on(screen)


async def test_with_everything_deleted_the_list_stays_to_bring_it_back():
    shelf = desk.Shelf()
    async with the_list(shelf) as (pilot, _):
        await pilot.press("d", "delete", "d")
        assert (shelf.written, shelf.marked) == ([], [])
        assert said(pilot).startswith("No bookmarks or notes")
        await pilot.press("u", "u", "u")
        assert (len(shelf.written), len(shelf.marked)) == (1, 1)


async def test_a_note_is_written_anew():
    shelf = desk.Shelf()
    async with the_list(shelf) as (pilot, _):
        await pilot.press("e", *" twice", "enter")
        assert [note.text for note in shelf.written] == ["check twice"]
        assert "check twice" in str(pilot.app.screen.rows.get_option_at_index(0).prompt)


async def test_a_bookmark_has_no_words_to_write_anew():
    async with the_list(desk.Shelf()) as (pilot, _):
        await pilot.press("j", "e")
        assert isinstance(pilot.app.screen, MarksDialog)
        assert "reword" not in said(pilot)


async def test_its_keys_can_be_remapped_and_the_title_says_so():
    shelf = desk.Shelf()
    keys = {"marks.delete": "x", "list.down": "n"}
    async with the_list(shelf, keys=keys) as (pilot, _):
        assert "x delete" in said(pilot)
        await pilot.press("n", "x")
        assert (len(shelf.written), shelf.marked) == (1, [])


async def test_the_cursor_of_the_terminal_is_on_the_row():
    async with the_list(desk.Shelf()) as (pilot, _):
        x, y = pilot.app.cursor_cell
        await pilot.press("j")
        assert pilot.app.cursor_cell == (x, y + 1)


async def test_a_note_too_many_is_refused_with_a_word_and_one_brought_back_waits_for_room(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("reader.shelf.shelf.MOST", 1)
    shelf = Shelf(tmp_path / "state")
    async with the_list(shelf) as (pilot, screen):
        await pilot.press("d")
        shelf.add_note(screen.article, 0, 3, "meanwhile")
        await pilot.press("u")
        assert notices(pilot.app)[-1].startswith("Not kept: this article has 1 notes, which is the most")
        assert "bring back" in said(pilot)
        await pilot.press("escape", "a", *"one more", "enter")
        assert notices(pilot.app)[-1].startswith("Not kept: this article has 1 notes, which is the most")
        assert [note.text for note in shelf.notes(screen.article)] == ["meanwhile"]


async def test_a_note_that_is_too_long_stays_in_its_dialog(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.ui.kept.LONGEST_NOTE", 8)
    shelf = Shelf(tmp_path / "state")
    async with the_list(shelf) as (pilot, screen):
        await pilot.press("e", *" twice", "enter")
        assert isinstance(pilot.app.screen, Ask)
        assert [note.text for note in shelf.notes(screen.article)] == ["check"]
