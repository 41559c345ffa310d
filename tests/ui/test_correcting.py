"""Correcting the machine on the screen."""

from datetime import date

from reader.analysis.model import Quote, Reading, Speaker
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
        await pilot.press("c", "w")
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
        await pilot.press("c", "w")
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
        await pilot.press("c", "w")
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
