"""The whole screen at four sizes in two themes, at a quote. After a wanted change: pytest --snapshot-update."""

from typing import Any

import pytest
from textual.pilot import Pilot

from reader.config import Settings
from tests.ui import desk


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "size", [(160, 48), (120, 40), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_the_screen_at_a_quote(snap_compare: Any, size: tuple[int, int], theme: str) -> None:
    async def at_a_quote(pilot: Pilot[Any]) -> None:
        while pilot.app.screen.reading is None:  # type: ignore[attr-defined]
            await pilot.pause()
        await pilot.press("s", "s")
        await pilot.pause()

    app = desk.app(settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=at_a_quote)
