"""Correcting the machine on the screen."""

from datetime import date

import pytest

from reader.analysis.model import Quote, Reading, Speaker
from reader.ui.screens.who import Known, Who, matching
from tests.ui import desk
from tests.ui.test_app import running


def named(screen, quote):
    names = {speaker.id: speaker.name for speaker in screen.reading.speakers}
    return next(names.get(q.speaker) for q in screen.reading.quotes if q.id == quote.id)


async def answer(pilot, line):
    await pilot.pause()
    field = pilot.app.screen.query_one("Input")
    field.value = line
    await pilot.press("enter")
    await pilot.pause()


async def test_a_quote_is_given_another_speaker_and_taken_back():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("s")
        quote, before = screen.current, named(screen, screen.current)
        await pilot.press("w")
        await answer(pilot, "Vera Lund")
        assert named(screen, quote) == "Vera Lund"
        assert "corrected" in screen.footer.where
        assert "take back" in screen.footer.render().plain
        assert [each.value for each in shelf.corrected] == ["Vera Lund"]
        await pilot.press("W")
        await pilot.pause()
        assert named(screen, quote) == before


async def test_what_is_corrected_bears_a_sign_in_every_panel():
    async with running() as (pilot, screen):
        await pilot.press("s", "w")
        await answer(pilot, "Vera Lund")
        await pilot.press("t", "w")
        await answer(pilot, "9 January 2026")
        await pilot.press("c", "w", "enter")
        await pilot.pause()
        panels = screen.panels
        assert {kind for kind, _ in panels.view.corrected} == {"quote", "time"}
        for name, sign in (("speakers", "✓"), ("timeline", "✓"), ("claims", "✓ 1 dropped by hand")):
            panels.panels[name].action_turn_all()
            rows = panels.panels[name].rows
            signed = [rows.render_line(y).text.rstrip() for y in range(rows.virtual_size.height)]
            assert [line for line in signed if line.endswith(sign)], name
        await pilot.press("W", "W", "W")
        await pilot.pause()
        assert (panels.view.corrected, panels.view.dropped) == (frozenset(), 0)


async def test_a_dash_makes_a_quote_nobodys():
    async with running() as (pilot, screen):
        await pilot.press("s")
        quote = screen.current
        await pilot.press("w")
        await answer(pilot, "-")
        assert named(screen, quote) is None


async def test_the_speakers_and_people_of_the_article_are_offered_and_found_by_typing():
    async with running() as (pilot, screen):
        await pilot.press("s")
        quote = screen.current
        await pilot.press("w")
        await pilot.pause()
        names = [option.id for option in pilot.app.screen.list.options]
        assert names == ["Mara Lund", "Pål Aas", "Nordline", "-"]
        await pilot.press("a", "a", "s")
        await pilot.pause()
        assert [option.id for option in pilot.app.screen.list.options] == ["Pål Aas", "aas"]
        await pilot.press("enter")
        await pilot.pause()
        assert named(screen, quote) == "Pål Aas"


async def test_a_name_is_chosen_with_the_arrows_or_taken_as_it_was_typed():
    async with running() as (pilot, screen):
        await pilot.press("s")
        quote = screen.current
        await pilot.press("w", "down", "down", "enter")
        await pilot.pause()
        assert named(screen, quote) == "Nordline"
        await pilot.press("w", "L", "u", "n", "d", "down", "enter")
        await pilot.pause()
        assert named(screen, quote) == "Lund"


async def test_choosing_who_it_is_already_corrects_nothing():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, _):
        await pilot.press("s", "w", "enter")
        await pilot.pause()
        assert shelf.corrected == []
        await pilot.press("w", "escape")
        await pilot.pause()
        assert shelf.corrected == []


async def test_names_of_the_article_are_offered_literally():
    made = Reading(
        speakers=(Speaker("s1", "[red]\x1b]0;x\x07 [/", "person", quotes=("q1",)),),
        quotes=(Quote("q1", "direct", "“No”", 0, 4, speaker="s1"),),
    )
    async with running(desk.app(analyst=desk.Analyst(made=made))) as (pilot, _):
        await pilot.press("s", "w")
        await pilot.pause()
        shown = str(pilot.app.screen.list.options[0].prompt)
        assert "[red]" in shown
        assert "\x1b" not in shown


async def test_taking_back_is_of_the_item_one_is_at_and_says_which():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, _):
        await pilot.press("s", "w")
        await answer(pilot, "Vera Lund")
        await pilot.press("t", "w")
        await answer(pilot, "2026-Q1")
        await pilot.press("s", "S", "W")
        await pilot.pause()
        assert [(each.change, each.value) for each in shelf.corrected] == [("date", "2026-Q1")]
        assert any("“Nobody will cross" in n.message for n in pilot.app._notifications)


async def test_a_false_claim_goes_and_comes_back():
    async with running() as (pilot, screen):
        before = screen.reading.claims
        await pilot.press("c", "w", "enter")
        await pilot.pause()
        assert len(screen.reading.claims) == len(before) - 1
        await pilot.press("W")
        await pilot.pause()
        assert screen.reading.claims == before


async def test_a_date_is_set_right_and_a_wrong_one_is_asked_for_again():
    async with running() as (pilot, screen):
        await pilot.press("t", "w")
        await answer(pilot, "some day")
        assert "2026-Q1" in str(pilot.app.screen.query_one("#wrong").content)
        await answer(pilot, "9 January 2026")
        assert date(2026, 1, 9) in [entry.earliest for entry in screen.reading.timeline]


async def test_a_correction_is_there_when_the_article_is_read_again():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("c", "w", "enter")
        await pilot.pause()
        left = screen.reading.claims
    async with running(desk.app(shelf=shelf)) as (_, screen):
        assert screen.reading.claims == left


async def test_a_correction_holds_when_the_publication_day_changes():
    async with running() as (pilot, screen):
        await pilot.press("s")
        quote = screen.current
        await pilot.press("w")
        await answer(pilot, "Vera Lund")
        await pilot.press("d")
        await answer(pilot, "2026-01-09")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.article.published == date(2026, 1, 9)
        assert named(screen, quote) == "Vera Lund"


async def test_with_nothing_to_correct_it_says_so():
    async with running() as (pilot, _):
        await pilot.press("w", "W")
        await pilot.pause()
        assert [notice.message for notice in pilot.app._notifications] == ["Nothing has been corrected"]


def notices(pilot):
    return [notice.message for notice in pilot.app._notifications]


async def test_the_row_to_begin_with_is_whose_it_is():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("S", "w")
        await pilot.pause()
        at = pilot.app.screen.list
        assert at.options[at.highlighted].id == named(screen, screen.current) == "Pål Aas"
        await pilot.press("enter")
        await pilot.pause()
        assert shelf.corrected == []


async def test_the_row_to_begin_with_is_nobody_where_it_is_nobodys():
    async with running() as (pilot, _):
        await pilot.press("s", "w")
        await answer(pilot, "-")
        await pilot.press("w")
        await pilot.pause()
        at = pilot.app.screen.list
        assert at.options[at.highlighted].id == "-"


def test_typing_finds_the_very_name_first_then_people_then_words_that_begin_so():
    people = [
        Known("Vos’s memo", "other"),
        Known("Devos", "person", person=True),
        Known("Jan Vosberg", "person", person=True),
        Known("Anneke Vos", "person", person=True),
        Known("VOS", "organisation"),
    ]
    found = [one.name for one in matching(people, "vos")]
    assert found == ["VOS", "Anneke Vos", "Jan Vosberg", "Vos’s memo", "Devos"]


async def test_whose_it_is_can_be_seen_however_many_people_there_are():
    people = [Known(f"Person {number}") for number in range(30)]
    app = desk.app()
    async with app.run_test() as pilot:
        dialog = Who(people, "Person 21")
        app.push_screen(dialog)
        await pilot.pause()
        assert dialog.list.options[dialog.list.highlighted].id == "Person 21"


async def test_a_claim_is_dropped_only_when_one_is_sure():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("c", "w")
        await pilot.pause()
        assert "Drop the claim “up to 300 passengers”?" in str(pilot.app.screen.query_one("#title").content)
        await pilot.press("escape")
        await pilot.pause()
        assert (shelf.corrected, len(screen.reading.claims)) == ([], 2)
        await pilot.press("w", "enter")
        await pilot.pause()
        assert notices(pilot) == ["Dropped “up to 300 passengers” · W takes it back"]
        await pilot.press("W")
        await pilot.pause()
        assert notices(pilot) == ["“up to 300 passengers” is a claim again"]
        assert screen.current.id == "c1"


async def test_every_question_and_every_notice_names_the_words_in_quotation_marks():
    async with running() as (pilot, _):
        await pilot.press("t", "w")
        await pilot.pause()
        assert "When is “Friday”?" in str(pilot.app.screen.query_one("#title").content)
        await answer(pilot, "9 January 2026")
        assert notices(pilot) == ["“Friday” is now 9 January 2026 · W takes it back"]
        await pilot.press("s", "S", "w")
        await pilot.pause()
        title = str(pilot.app.screen.query_one("#title").content)
        assert "Who says “Nobody will cross before Friday,”?" in title
        await answer(pilot, "Vera Lund")
        assert notices(pilot) == ["“Nobody will cross before Friday,” is now by Vera Lund · W takes it back"]
        await pilot.press("W")
        await pilot.pause()
        assert "“Nobody will cross before Friday,” has its found speaker again" in notices(pilot)[0]


async def test_in_a_panel_the_row_is_corrected_and_not_what_is_marked_in_the_text():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("c", "tab", "j")
        assert (screen.current.id, screen.at.id) == ("c1", "c2")
        assert screen.footer.where == "claim 2 of 2"
        await pilot.press("w", "enter")
        await pilot.pause()
        assert [claim.id for claim in screen.reading.claims] == ["c1"]
        assert screen.panels.focused == "claims"


async def test_in_a_panel_a_quote_is_given_another_speaker_by_its_row():
    async with running() as (pilot, screen):
        await pilot.press("s", "tab", "j", "w")
        await answer(pilot, "Vera Lund")
        quotes = {quote.id: quote.speaker for quote in screen.reading.quotes}
        names = {speaker.id: speaker.name for speaker in screen.reading.speakers}
        assert [names[quotes[id]] for id in ("q1", "q2", "q3")] == ["Mara Lund", "Vera Lund", "Mara Lund"]
        assert screen.current.id == "q2"


async def test_what_is_dropped_in_a_panel_leaves_the_keyboard_at_its_place():
    async with running() as (pilot, screen):
        await pilot.press("t", "tab", "j", "w")
        await answer(pilot, "1 March 2019")
        assert screen.at.id == "t2"
        await pilot.press("escape", "c", "tab", "w", "enter")
        await pilot.pause()
        assert screen.at.id == "c1"


async def test_in_a_panel_copies_notes_and_bookmarks_are_of_the_row():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("c", "tab", "j", "y")
        assert screen.app.clipboard == "12 per cent"
        await pilot.press("m")
        assert shelf.marked == [screen.article.text.index("12 per cent")]
        await pilot.press("a", *"sure?", "enter")
        note = shelf.written[0]
        assert screen.article.text[note.start : note.end] == "12 per cent"
        await pilot.press("escape", "t", "tab", "j", "v")
        assert screen.get_selected_text() == "2030"


async def test_a_row_that_stands_for_no_words_is_not_taken_for_what_is_marked_in_the_text():
    shelf = desk.Shelf()
    async with running(desk.app(shelf=shelf)) as (pilot, screen):
        await pilot.press("tab")
        assert screen.at is None
        for key in "yam":
            await pilot.press(key)
            assert notices(pilot) == [
                "This row stands for no words of the text; open it, or go to one that does"
            ]
        assert (shelf.written, shelf.marked, screen.app.clipboard) == ([], [], "")


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["c", "w"], "Drop the claim “up to…   Enter drop it"),
        (["t", "w"], "When is “Friday”?   Enter yes"),
        (["s", "w"], "Who says “Nobody wil…   Enter this one"),
        (["L"], "Marked in the text   Space switch"),
    ],
    ids=["a claim", "a time", "a quotation", "layers"],
)
async def test_the_first_line_of_a_dialog_is_cut_in_a_narrow_window(keys, line):
    app = desk.app()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()
        title = app.screen.query_one("#title")
        assert title.size.height == 1
        assert title.render_line(0).text.strip() == line
