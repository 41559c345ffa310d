"""Notices stand at the foot and hide no text."""

from textual.widgets import Static

from reader.config import Settings
from reader.ui.notices import Notices
from reader.ui.screens.noticed import NoticesDialog
from tests.ui import desk


async def test_a_notice_is_one_line_over_the_keys():
    app = desk.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("n")
        await pilot.pause()
        toast = app.screen.query_one("Toast")
        assert toast.region == app.screen.footer.region


async def test_the_latest_takes_the_place_of_the_one_before_it_but_warnings_stay():
    app = Notices()
    async with app.run_test() as pilot:
        app.notify("One")
        await pilot.pause()
        app.notify("[Two]")
        await pilot.pause()
        assert [each.message for each in app._notifications] == ["[Two]"]
        app.notify("Look here", severity="warning")
        await pilot.pause()
        app.notify("Three")
        await pilot.pause()
        assert [each.message for each in app._notifications] == ["Look here", "Three"]


async def test_what_was_said_of_the_article_can_be_called_back():
    app = desk.app(desk.article(notices=("two days are stated", "[b]an old copy[/b]")), notices=["no theme"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        said = [str(line.render()) for line in app.screen.query(".notice").results(Static)]
        assert said == ["· two days are stated", "· [b]an old copy[/b]", "· no theme"]
        await pilot.press("i")
        await pilot.pause()
        assert not isinstance(app.screen, NoticesDialog)


async def test_the_keys_below_lead_there_only_where_something_was_said():
    for notices, told in (((), False), (("two days are stated",), True)):
        app = desk.app(desk.article(notices=notices))
        async with app.run_test(size=(120, 24)) as pilot:
            await pilot.pause()
            assert ("notices" in [hint.says for hint in app.screen.footer.hints]) is told


async def test_a_panel_says_that_an_article_in_another_language_is_not_read_until_it_is_asked_for():
    analyst = desk.Analyst()
    app = desk.app(desk.article(foreign=True), analyst=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert analyst.asked == []
        assert app.screen.panels.panels["claims"].counted == ""
        await pilot.press("r")
        await pilot.pause()
        assert [article.foreign for article in analyst.asked] == [False]
        assert app.screen.reading is not None


async def test_a_setting_has_every_language_read():
    analyst = desk.Analyst()
    app = desk.app(desk.article(foreign=True), analyst=analyst, settings=Settings(any_language=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert len(analyst.asked) == 1
