"""The app, driven by its keys."""

from tests.ui import desk


async def test_the_text_is_on_screen_before_the_reading_comes():
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.screen.reading is not None
        await pilot.press("s")
        assert app.screen.current.id == "q1"
        await pilot.press("S", "c", "t", "e", "left_square_bracket")
        assert app.screen.current.kind == "time"
