"""All open articles as one story."""

from reader.article import Article
from reader.story import Story
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.story import StoryScreen
from reader.ui.screens.story_rows import rows
from tests.ui import desk


async def test_the_story_lists_what_all_articles_say_and_leads_to_it():
    other = desk.article("The wind has dropped.", title="Another day", source="other.txt")
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
    assert " ".join(words[1:4]).endswith("the same thing in the same words: missed rather than invented")
