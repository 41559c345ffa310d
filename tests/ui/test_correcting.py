"""Correcting the machine on the screen."""

from datetime import date

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
        assert [each.value for each in shelf.corrected] == ["Vera Lund"]
        await pilot.press("W")
        await pilot.pause()
        assert named(screen, quote) == before


async def test_a_dash_makes_a_quote_nobodys():
    async with running() as (pilot, screen):
        await pilot.press("s")
        quote = screen.current
        await pilot.press("w")
        await answer(pilot, "-")
        assert named(screen, quote) is None


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
        assert pilot.app.screen is not screen
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


async def test_with_nothing_to_correct_it_says_so():
    async with running() as (pilot, _):
        await pilot.press("w", "W")
        await pilot.pause()
        assert len(pilot.app._notifications) == 2
