"""Why an item was found, on the screen."""

from textual.widgets import Static

from reader.ui.screens.why import WhyDialog
from tests.ui import desk


async def test_the_item_one_is_at_is_explained_with_its_rules():
    app = desk.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("s", "I")
        await pilot.pause()
        assert isinstance(app.screen, WhyDialog)
        said = [str(line.render()) for line in app.screen.query(Static)]
        assert said[0].startswith("Quote: ") and any(line.startswith("speaker: ") for line in said)
        await pilot.press("I")
        await pilot.pause()
        assert not isinstance(app.screen, WhyDialog)


async def test_without_an_item_it_says_what_to_do():
    app = desk.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("I")
        await pilot.pause()
        assert [each.message for each in app._notifications] == ["Go to a quote, claim, time or name first"]
