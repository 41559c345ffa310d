"""The app, driven by its keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.analysis.model import Entity, Mention
from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.bindings import READING
from reader.ui.messages import ItemChosen, PublicationDayAsked, ReadingWanted, SpeakerFiltered
from reader.ui.screens.reading import ReadingScreen
from tests.ui import desk

LONG = tuple(
    f"Paragraph {number} is about nothing in particular, at some length. " * 4 for number in range(40)
)


@asynccontextmanager
async def running(
    app: ReaderApp | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[Any], ReadingScreen]]:
    """An app whose reading has come."""
    app = app or desk.app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        yield pilot, app.screen


def notices(app: Any) -> list[str]:
    return [notification.message for notification in app._notifications]


def text_on(screen: Any) -> str:
    view = screen.view
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))


# Jumping


@pytest.mark.parametrize(
    ("keys", "id"),
    [
        ("s", "q1"),
        ("ss", "q2"),
        ("S", "q4"),
        ("ssS", "q1"),
        ("c", "c1"),
        ("C", "c2"),
        ("t", "t1"),
        ("T", "t3"),
        ("e", "e3.1"),
        ("E", "e4.1"),
        ("sc", "c1"),
    ],
)
async def test_a_letter_goes_to_the_next_of_its_kind_and_its_capital_to_the_one_before(keys, id):
    async with running() as (pilot, screen):
        await pilot.press(*keys)
        assert screen.current is not None
        assert screen.current.id == id


async def test_an_item_gone_to_is_centred_and_its_panel_follows():
    app = desk.app(desk.article(*LONG))
    async with running(app, (120, 30)) as (pilot, screen):
        await pilot.press("G", "s")
        item = screen.current
        assert item is not None
        assert screen.view.in_view(item.start, item.end)
        assert screen.footer.where == "quote 1 of 4"


async def test_back_and_forward_through_where_one_has_been():
    async with running() as (pilot, screen):
        await pilot.press("s", "c", "t")
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert screen.current.id == "q1"
        await pilot.press("right_square_bracket")
        assert screen.current.id == "c1"
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert "latest place" in notices(screen.app)[-1]


async def test_a_jump_before_the_reading_has_come_says_so():
    class Never(desk.Analyst):
        async def read(self, of, progress=None):
            if progress:
                progress(0.25)
            await __import__("asyncio").Event().wait()

    app = desk.app(analyst=Never())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Ferry to Kelda" in text_on(app.screen)
        await pilot.press("s")
        assert "Still reading" in notices(app)[-1]


async def test_a_kind_that_is_not_there_is_said():
    app = desk.app(analyst=desk.Analyst(made=replace(desk.reading(desk.article()), claims=())))
    async with running(app) as (pilot, _screen):
        await pilot.press("c")
        assert notices(app) == ["No claims in this article"]


async def test_what_may_well_be_wrong_is_gone_to_whatever_its_kind():
    made = desk.reading(desk.article())
    doubtful = replace(
        made,
        quotes=(replace(made.quotes[0], confidence="sure"), *made.quotes[1:]),
        claims=(*made.claims[:-1], replace(made.claims[-1], confidence="unsure")),
        entities=(replace(made.entities[0], confidence="unsure"), *made.entities[1:]),
    )
    wanted = {made.claims[-1].id, "e1.1"}
    async with running(desk.app(analyst=desk.Analyst(made=doubtful))) as (pilot, screen):
        await pilot.press("u")
        first = screen.current.id
        await pilot.press("u")
        assert {first, screen.current.id} == wanted
        await pilot.press("U")
        assert screen.current.id == first


async def test_that_nothing_is_in_doubt_is_said():
    async with running() as (pilot, screen):
        await pilot.press("u")
        assert "Nothing here that may well be wrong" in notices(screen.app)[-1]


async def test_an_item_chosen_in_a_panel_moves_the_text():
    app = desk.app(desk.article(*LONG))
    async with running(app, (120, 20)) as (pilot, screen):
        await pilot.press("G")
        screen.panels.focus_panel("claims")
        screen.post_message(ItemChosen("claim", "c2"))
        await pilot.pause()
        assert screen.current.id == "c2"
        assert screen.view.in_view(screen.current.start, screen.current.end)


async def test_a_click_on_marked_words_chooses_them():
    async with running() as (pilot, screen):
        view = screen.view
        start = screen.article.text.index("12 per cent")
        row = view._layout.y_of(start)
        cell = view.painter.cell_of(view._layout.row(row), start)
        await pilot.click("ArticleView", offset=(cell + 1, row))
        await pilot.pause()
        assert screen.current.id == "c2"


# Keeping to one speaker


async def test_a_speaker_can_be_kept_to_and_everyone_shown_again():
    async with running() as (pilot, screen):
        await pilot.press("s", "f")
        assert screen.speaker == "s1"
        await pilot.press("S")
        assert screen.current.id == "q3", "quotes of the other speaker are passed over"
        await pilot.press("c")
        assert screen.current.id == "c2"
        await pilot.press("t")
        assert screen.current.id == "t1", "the only date in what she says"
        await pilot.press("f")
        assert screen.speaker is None


async def test_a_filter_needs_a_speaker():
    async with running() as (pilot, screen):
        await pilot.press("e", "f")
        assert screen.speaker is None
        assert "quote of the speaker" in notices(screen.app)[-1]


async def test_a_panel_can_set_the_filter():
    async with running() as (pilot, screen):
        screen.post_message(SpeakerFiltered("s2"))
        await pilot.pause()
        assert screen.speaker == "s2"
        await pilot.press("escape")
        assert screen.speaker is None


# Moving


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (["j"], 1),
        (["down", "j", "k"], 1),
        (["j", "up"], 0),
        (["space"], 36),
        (["pagedown", "b"], 0),
        (["space", "pageup"], 0),
        (["ctrl+d"], 19),
        (["ctrl+d", "ctrl+u"], 0),
    ],
)
async def test_pager_keys(keys, rows):
    async with running(desk.app(desk.article(*LONG))) as (pilot, screen):
        await pilot.press(*keys)
        assert screen.view.scroll_offset.y == rows


@pytest.mark.parametrize(("end", "start"), [("G", "g"), ("end", "home")])
async def test_to_the_end_and_back(end, start):
    async with running(desk.app(desk.article(*LONG))) as (pilot, screen):
        await pilot.press(end)
        assert screen.header.read_to == len(screen.article.text)
        assert "Paragraph 39" in text_on(screen)
        await pilot.press(start)
        assert screen.view.scroll_offset.y == 0


async def test_next_and_previous_article():
    app = desk.app(desk.article(title="One"), desk.article("More.", title="Two"))
    async with running(app) as (pilot, screen):
        assert screen.header.place == "1 of 2"
        await pilot.press("J")
        await pilot.pause()
        assert app.screen.article.title == "Two"
        await pilot.press("K")
        await pilot.pause()
        assert app.screen.article.title == "One"


async def test_there_may_be_no_other_article():
    async with running() as (pilot, screen):
        await pilot.press("J")
        assert notices(screen.app) == ["There is no other article open"]


# Searching


async def search(pilot: Pilot[Any], words: str) -> None:
    await pilot.press("slash")
    await pilot.pause()
    await pilot.press(*("space" if c == " " else c for c in words))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_search_finds_while_one_types_and_counts():
    async with running() as (pilot, screen):
        await search(pilot, "kelda")
        assert screen.search.in_words == "hit 1 of 3"
        await pilot.press("enter")
        assert screen.focused is screen.view
        await pilot.press("n")
        assert screen.footer.where == "hit 2 of 3"
        await pilot.press("N", "N")
        assert screen.footer.where == "hit 3 of 3"


async def test_a_capital_makes_case_count():
    async with running() as (pilot, screen):
        await search(pilot, "Lund")
        assert len(screen.search.hits) == 2
    async with running() as (pilot, screen):
        await search(pilot, "lunD")
        assert screen.search.in_words == "none found"


async def test_a_phrase_is_found_across_the_end_of_a_row():
    async with running(size=(40, 24)) as (pilot, screen):
        await search(pilot, "winds rise over")
        assert len(screen.search.hits) == 1


async def test_escape_forgets_a_search_and_goes_back():
    app = desk.app(desk.article(*LONG))
    async with running(app, (80, 20)) as (pilot, screen):
        await search(pilot, "paragraph 30")
        assert screen.view.scroll_offset.y > 0
        await pilot.press("escape")
        assert screen.view.scroll_offset.y == 0
        assert screen.search.hits == []


async def test_escape_ends_a_search_that_was_kept():
    async with running() as (pilot, screen):
        await search(pilot, "kelda")
        await pilot.press("enter", "escape")
        assert screen.search.hits == []
        assert screen.footer.where == ""


async def test_n_without_a_search_says_so():
    async with running() as (pilot, screen):
        await pilot.press("n")
        assert notices(screen.app) == ["Search for something first"]


# Looking


async def test_layers_are_switched_off_and_on_by_their_keys():
    async with running() as (pilot, screen):
        await pilot.press("L", "c")
        assert "claim" not in screen.view.marks.layers.shown
        await pilot.press("c", "0")
        assert screen.view.marks.layers.shown == frozenset()
        await pilot.press("9", "enter")
        assert screen.view.marks.layers.shown == {"quote", "claim", "time", "entity", "link"}
        assert screen.app.screen is screen


async def test_a_publication_day_is_asked_for_and_the_article_read_again():
    analyst = desk.Analyst()
    async with running(desk.app(analyst=analyst)) as (pilot, screen):
        assert "day unknown" in str(screen.header.render())
        await pilot.press("d")
        await pilot.press(*"2019-02-30", "enter")
        assert screen.app.screen is not screen, "that is no day"
        await pilot.press(*["backspace"] * 2, *"28", "enter")
        await pilot.pause()
        assert analyst.asked[-1].published == date(2019, 2, 28)
        assert "Thu 28 Feb 2019" in str(screen.header.render())


async def test_a_panel_can_ask_for_the_day_and_for_another_reading():
    analyst = desk.Analyst()
    async with running(desk.app(analyst=analyst)) as (pilot, screen):
        screen.post_message(PublicationDayAsked())
        await pilot.pause()
        await pilot.press("escape")
        screen.post_message(ReadingWanted())
        await pilot.pause()
        assert len(analyst.asked) == 2


async def test_a_failed_reading_leaves_the_text_and_can_be_tried_again():
    analyst = desk.Analyst(fails="The model is not installed; install it")
    async with running(desk.app(analyst=analyst)) as (pilot, screen):
        assert "Ferry to Kelda" in text_on(screen)
        assert notices(screen.app) == ["The model is not installed; install it"]
        analyst.fails = None
        await pilot.press("r")
        await pilot.pause()
        assert screen.reading is not None


# Keeping


async def test_copying_the_marked_item():
    async with running() as (pilot, screen):
        await pilot.press("y")
        assert screen.app.clipboard == ""
        await pilot.press("s", "y")
        assert screen.app.clipboard == "“Nobody will cross before Friday,”"


async def test_copying_a_selection_across_rows_gives_the_source():
    async with running(size=(46, 30)) as (pilot, screen):
        view = screen.view
        await pilot.mouse_down("ArticleView", offset=(3, 5))
        await pilot.hover("ArticleView", offset=(20, 7))
        await pilot.mouse_up("ArticleView", offset=(20, 7))
        await pilot.pause()
        start, end = view.selected
        await pilot.press("y")
        assert screen.app.clipboard == screen.article.text[start:end]
        assert screen.app.clipboard.startswith("“Nobody will cross before Friday,” said Mara")
        assert "\n" not in screen.app.clipboard


async def test_two_clicks_select_a_word_and_three_a_paragraph():
    async with running() as (pilot, screen):
        start = screen.article.text.index("less worried")
        row = screen.view._layout.y_of(start)
        cell = screen.view.painter.cell_of(screen.view._layout.row(row), start)
        await pilot.click("ArticleView", offset=(cell, row), times=2)
        assert screen.get_selected_text() == "less"
        await pilot.click("ArticleView", offset=(cell, row), times=3)
        assert screen.get_selected_text().startswith("Pål Aas")
        assert screen.get_selected_text().endswith("goes.”")


async def test_bookmarks_and_notes_are_kept_shown_and_gone_to():
    shelf = desk.Shelf()
    async with running(desk.app(desk.article(*LONG), shelf=shelf), (100, 20)) as (pilot, screen):
        await pilot.press("apostrophe")
        assert "No bookmarks" in notices(screen.app)[-1]
        await pilot.press("s", "a")
        await pilot.press(*"check", "enter")
        assert [note.text for note in shelf.written] == ["check"]
        assert "✎" in text_on(screen)
        await pilot.press("escape", "G", "m")
        assert len(shelf.marked) == 1
        await pilot.press("g", "apostrophe", "j", "enter")
        assert screen.view.in_view(shelf.marked[0], shelf.marked[0] + 1)
        assert "⚑" in text_on(screen)


async def test_a_note_needs_a_passage():
    async with running() as (pilot, screen):
        await pilot.press("a")
        assert notices(screen.app) == ["Select words or go to an item first"]


async def test_exporting_says_where_to():
    async with running() as (pilot, screen):
        await pilot.press("x")
        await screen.app.workers.wait_for_complete()
        (said,) = notices(screen.app)
        assert said.startswith("Exported to kelda.reading.yaml in ")
        assert said.endswith(Path.cwd().name)


async def test_an_export_that_fails_is_one_notice():
    def broken(*_):
        raise OSError("the disk is full")

    async with running(desk.app(export=broken)) as (pilot, screen):
        await pilot.press("x")
        await screen.app.workers.wait_for_complete()
        assert notices(screen.app) == ["Could not export: the disk is full"]


async def test_the_source_opens_in_a_browser(monkeypatch):
    opened = []
    monkeypatch.setattr(ReaderApp, "open_url", lambda self, url, new_tab=True: opened.append(url))
    async with running(desk.app(desk.article(url="https://gull.example/ferry"))) as (pilot, screen):
        await pilot.press("o")
        assert opened == ["https://gull.example/ferry"]
    async with running() as (pilot, screen):
        await pilot.press("o")
        assert "no address" in notices(screen.app)[-1]


# Around it


async def test_help_lists_every_key_and_closes():
    async with running(size=(120, 60)) as (pilot, screen):
        await pilot.press("question_mark")
        await pilot.pause()
        said = "\n".join(str(static.render()) for static in screen.app.screen.query("Static"))
        assert all(key.says in said for key in READING)
        await pilot.press("j", "k", "space", "b", "escape")
        assert screen.app.screen is screen


async def test_the_palette_has_everything():
    async with running() as (pilot, screen):
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.app.screen.workers.wait_for_complete()
        await pilot.pause()
        rows = [str(option.prompt) for option in pilot.app.screen.query_one("CommandList").options]
        assert all(any(key.says in row for row in rows) for key in READING if key.id != "commands")
        assert len(rows) == len(READING) - 1, "each once"
        assert rows[0].split() == ["s", "Next", "quote"]
        await pilot.press("n", "e", "x", "t", "space", *"claim", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.current.id == "c1"


async def test_a_key_can_be_remapped_and_help_and_footer_say_so():
    async with running(desk.app(settings=Settings(keys={"quote.next": "w"}))) as (pilot, screen):
        await pilot.press("s")
        assert screen.current is None
        await pilot.press("w")
        assert screen.current.id == "q1"
        assert screen.footer.hints[0].key == "w"


async def test_the_place_is_kept_on_leaving_and_found_again():
    shelf, article = desk.Shelf(), desk.article(*LONG)
    async with running(desk.app(article, shelf=shelf)) as (pilot, screen):
        await pilot.press("space", "space", "q")
        await pilot.pause()
    assert shelf.positions[article.text] > 0
    async with running(desk.app(article, shelf=shelf)) as (_, screen):
        assert screen.view.top_offset == shelf.positions[article.text]


async def test_the_panels_are_found_as_they_were_left():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("2", "p", "less_than_sign", "q")
        await pilot.pause()
    async with running(desk.app(shelf=shelf)) as (_, screen):
        assert "claims" not in screen.panels.arrangement.shown
        assert screen.panels.arrangement.width == 44 + 4


async def test_a_shelf_that_cannot_keep_anything_says_so_once():
    shelf = desk.Shelf(trouble="/state: Permission denied; nothing is kept for next time")
    async with running(desk.app(shelf=shelf)) as (_, screen):
        assert notices(screen.app) == [shelf.trouble]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["m"], "Bookmark set, but only until you leave"),
        (["s", "a", "x", "enter"], "Noted, but only until you leave"),
        (["c", "w", "enter"], "Dropped “up to 300 passengers”, but only until you leave · W takes it back"),
    ],
    ids=["a bookmark", "a note", "a correction"],
)
async def test_what_cannot_be_kept_holds_until_one_leaves_and_the_reason_is_said_once(keys, said):
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        shelf.trouble = "/state: No space left on device; nothing is kept for next time"
        await pilot.press(*keys)
        await pilot.pause()
        assert notices(screen.app) == [shelf.trouble, said]


async def test_a_dialog_leaves_the_article_in_sight():
    async with running() as (pilot, _):
        await pilot.press("L")
        assert pilot.app.screen.styles.background.a == 0
        await pilot.press("enter")
        pilot.app.action_change_theme()
        await pilot.pause()
        assert pilot.app.screen.styles.background.a == 0


async def test_the_theme_of_the_settings_is_on():
    async with running(desk.app(settings=Settings(theme="sepia"))) as (pilot, _):
        assert pilot.app.theme == "sepia"


async def test_the_terminals_cursor_follows_the_item_while_it_is_in_view():
    async with running(desk.app(desk.article(*LONG)), (120, 20)) as (pilot, screen):
        assert screen.app.cursor_cell is None
        await pilot.press("s")
        x, y = screen.app.cursor_cell
        assert screen.view.render_line(y - 1).text[x:].startswith("“Nobody")
        await pilot.press("j")
        assert screen.app.cursor_cell == (x, y - 1)
        await pilot.press("G")
        assert screen.app.cursor_cell is None
        await search(pilot, "paragraph 30")
        await pilot.press("enter")
        x, y = screen.app.cursor_cell
        assert screen.view.render_line(y - 1).text[x:].startswith("Paragraph 30")


async def test_the_terminals_cursor_is_in_the_prompt_or_the_list_that_has_the_keyboard():
    async with running() as (pilot, screen):
        await pilot.press("s", "d")
        assert screen.app.cursor_cell == screen.app.focused.cursor_screen_offset
        await pilot.press("escape", "tab")
        x, y = screen.app.cursor_cell
        rows = screen.app.focused
        assert Offset(x, y) == rows.content_region.offset + Offset(0, rows.cursor)


# Opening


async def test_without_an_article_the_samples_can_be_opened():
    article = desk.article()
    asked = []

    def opener(source, progress):
        asked.append(source)
        return article

    app = ReaderApp([], desk.Analyst(), Settings(), desk.Shelf(), opener=opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("j", "k", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert asked[0].endswith("council-hearing.txt")


async def test_a_path_is_asked_for_and_what_cannot_be_opened_is_one_notice():
    app = ReaderApp([], desk.Analyst(), Settings(), desk.Shelf(), opener=desk.opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o", *"nowhere", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert notices(app) == ["there is no file called nowhere; check the path"]


async def test_other_articles_are_a_key_away_while_reading():
    async with running() as (pilot, screen):
        await pilot.press("O")
        await pilot.pause()
        assert type(screen.app.screen).__name__ == "StartScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert screen.app.screen is screen


async def test_leaving_before_the_panels_are_there_ends_in_peace():
    app = desk.app()
    async with app.run_test():
        screen = app.screen
        await app.action_quit()
    await screen.begin()
    assert app.return_code == 0


async def test_a_notice_makes_room_for_the_line_one_searches_in():
    async with running() as (pilot, screen):
        await pilot.press("f")
        assert notices(screen.app)
        await pilot.press("slash")
        assert not notices(screen.app)


async def test_a_notice_goes_when_the_next_comes_and_a_warning_stays():
    async with running() as (pilot, screen):
        screen.say("beware", wrong=True)
        for word in ("first", "second"):
            await pilot.pause()
            screen.say(word)
        await pilot.pause()
        assert notices(screen.app) == ["beware", "second"]


async def test_backward_from_the_end_of_a_long_text_the_last_item_in_view_comes_first():
    closing = ("A pause.",) * 40
    made = desk.article(*closing, "The sea was calm. Nordline said so.")
    last = made.text.rindex("Nordline")
    found = desk.reading(made)
    mention = Mention(last, last + 8, "Nordline")
    entities = (*found.entities, Entity("Nordline", "organisation", (mention,)))
    analyst = desk.Analyst(made=replace(found, entities=entities))
    async with running(desk.app(made, analyst=analyst), size=(120, 20)) as (pilot, screen):
        await pilot.press("G", "E")
        assert screen.current.start == last
