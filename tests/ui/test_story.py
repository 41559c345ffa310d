"""All open articles as one story."""

from dataclasses import replace
from datetime import date

from reader.analysis.model import Claim, Span, TimelineEntry
from reader.article import Article
from reader.story import Matter, Occasion, Story
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.story import StoryScreen, rows
from tests.ui import desk

ITEMS = ("Mara Lund", "“Nobody will cross before Friday,”", "Nordline", "Kelda", "office in Kelda", "up to 300 passengers",
         "Monday. Lund", "the company would pay for beds", "“We owe them that,”", "2019", "12 per cent", "2030",
         "Pål Aas", "“The sea comes and goes.”")  # fmt: skip


def another(**fields):
    """An article with all that is to be found in :func:`desk.article`, in other words."""
    return replace(desk.article(**fields), text=" as some other paper has it, ".join(ITEMS), blocks=())


async def test_the_story_lists_what_all_articles_say_and_leads_to_it():
    other = another(title="Another day", source="other.txt")
    app = desk.app(desk.article(), other)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("M")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        spots = [row.spot for row in screen.rows if row.spot]
        assert {spot.place for spot in spots} == {0, 1}
        assert {spot.kind for spot in spots} == {"quote", "claim", "time"}
        row = next(
            n
            for n, row in enumerate(screen.rows)
            if row.spot and (row.spot.place, row.spot.kind) == (1, "claim")
        )
        screen.query_one("OptionList").highlighted = row
        await pilot.pause()
        assert "Another day" in screen.footer.where
        await pilot.press("enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.article is app.articles[1]
        assert app.screen.current and app.screen.current.kind == "claim"


async def test_one_article_is_no_story():
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_words_of_an_article_are_shown_literally(monkeypatch):
    first, second = (desk.article(title="[red]\x1b]0;x\x07 [/]", source=f"{n}.txt") for n in "ab")
    app = desk.app(first, second)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("M")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = str(app.screen.query_one("Static").content)
        assert "[red]" in shown
        assert "\x1b" not in shown
        assert isinstance(first, Article)


async def test_tab_goes_from_part_to_part_and_the_footer_says_so():
    app = desk.app(desk.article(), desk.article(title="Another day", source="other.txt"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert "next part" in screen.footer.render().plain
        kinds = []
        for _ in range(4):
            kinds.append(screen.rows[screen.list.highlighted].spot.kind)
            await pilot.press("tab")
            await pilot.pause()
        assert kinds == ["quote", "claim", "time", "quote"]
        await pilot.press("shift+tab")
        await pilot.pause()
        assert screen.rows[screen.list.highlighted].spot.kind == "quote"


async def test_on_the_smallest_screen_titles_take_a_line_each_and_the_keys_are_named():
    long = "Another day on which nothing at all happened in the harbour"
    app = desk.app(desk.article(), desk.article(title=long, source="other.txt"))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("M")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert screen.query_one("Static").size.height == 2
        assert screen.list.size.height == 9
        assert screen.footer.render().plain.startswith("Enter go there  Esc back")


async def test_where_nothing_is_disputed_it_says_what_is_compared():
    story = Story((), (), ())
    words = [row.content.plain.strip() for row in rows(story)]
    assert words[0] == "NUMBERS IN DISPUTE 0"
    assert " ".join(words[1:4]).endswith("speak of the same thing: missed rather than invented")


def claim(value):
    return Claim("c1", f"{value} people", 0, 1, value, "=", None, "count", "people", None, None, Span(0, 1))


def entry(day):
    return TimelineEntry(
        "t1", "x", 0, 1, "DATE", day.isoformat(), day, day, None, False, "planned", "a hearing", Span(0, 1)
    )


def test_what_was_updated_stands_with_the_days_of_publication():
    said = ((0, claim(9)), (1, claim(11)))
    story = Story(
        (), (Matter("killed", said, (date(2026, 3, 2), date(2026, 3, 3)), "up"),), (), names=({}, {})
    )
    words = [row.content.plain.strip() for row in rows(story)]
    at = words.index("NUMBERS UPDATED 1")
    assert [words[at + n].split(" · ")[-1][-10:] for n in (2, 3)] == ["2 Mar 2026", "3 Mar 2026"]


def test_days_in_dispute_stand_together():
    days = (date(2026, 7, 6), date(2026, 7, 13))
    story = Story((), (), (), (Occasion("a hearing", tuple(enumerate(map(entry, days)))),))
    words = [row.content.plain.strip() for row in rows(story)]
    at = words.index("DAYS IN DISPUTE 1")
    assert [words[at + n].split()[:3] for n in (2, 3)] == [["A", "6", "Jul"], ["B", "13", "Jul"]]


async def test_a_copy_is_named_as_one():
    app = desk.app(desk.article(), desk.article(title="Another day", source="other.txt"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Another day (the same text as A)" in str(app.screen.query_one("Static").content)
