"""Notices stand at the foot and hide no text."""

from reader.ui.notices import Notices
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
