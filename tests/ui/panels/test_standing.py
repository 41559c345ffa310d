"""How the panels stand: stacked or behind tabs, hidden, zoomed, wider."""

import json

import pytest

from reader.ui.panels.arrangement import Arrangement, as_left, to_leave
from reader.ui.panels.container import Panels
from tests.ui.panels.paper_mill import PanelsApp


class Beside(PanelsApp):
    """Panels as wide as they were chosen to be; in a narrow terminal as wide as the screen."""

    CSS = "Panels { width: 44; } .-full Panels { width: 1fr; }"


def seen(panels: Panels) -> list[str]:
    return [name for name, panel in panels.panels.items() if panel.display]


@pytest.fixture
def app(article, reading):
    made = Beside(arrangement=Arrangement(width=50))
    made.call_later(lambda: made.panels.show(article, reading))
    return made


async def test_all_stand_in_a_stack_and_share_the_height(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        assert seen(app.panels) == ["speakers", "claims", "timeline", "entities"]
        assert sum(panel.size.height for panel in app.panels.panels.values()) == 20
        assert min(panel.size.height for panel in app.panels.panels.values()) >= 4


async def test_behind_tabs_one_is_seen_and_choosing_an_item_brings_its_panel_up(app):
    async with app.run_test(size=(40, 12)) as pilot:
        app.panels.mode = "tabs"
        await pilot.pause()
        assert seen(app.panels) == ["speakers"]
        app.panels.choose("time", "t3")
        await pilot.pause()
        assert seen(app.panels) == ["timeline"]


async def test_a_zoomed_panel_gives_way_to_the_one_of_the_current_item_but_a_hidden_one_stays_hidden(app):
    async with app.run_test(size=(100, 40)) as pilot:
        app.panels.toggle("claims")
        app.panels.zoom("speakers")
        app.panels.choose("claim", "c1")
        await pilot.pause()
        assert seen(app.panels) == ["speakers"]
        app.panels.choose("time", "t1")
        await pilot.pause()
        assert seen(app.panels) == ["timeline"]


async def test_tab_goes_through_every_panel_behind_tabs_too(app):
    async with app.run_test(size=(40, 12)) as pilot:
        app.panels.mode = "tabs"
        app.panels.focus_panel("speakers")
        visited = []
        for _ in range(3):
            await pilot.press("tab")
            visited.append(app.panels.focused)
        assert visited == ["claims", "timeline", "entities"]
        await pilot.press("shift+tab")
        assert app.panels.focused == "timeline"


async def test_clicking_a_tab_brings_its_panel_up(app):
    async with app.run_test(size=(60, 12)) as pilot:
        app.panels.mode = "tabs"
        await pilot.pause()
        await pilot.click("Tabs", offset=(16, 0))
        assert seen(app.panels) == ["claims"]


async def test_a_panel_is_hidden_and_shown_again(app):
    async with app.run_test(size=(100, 40)) as pilot:
        app.panels.toggle("claims")
        await pilot.pause()
        assert seen(app.panels) == ["speakers", "timeline", "entities"]
        app.panels.toggle("claims")
        await pilot.pause()
        assert "claims" in seen(app.panels)


async def test_with_all_hidden_nothing_breaks_and_focusing_one_shows_it(app):
    async with app.run_test(size=(100, 40)) as pilot:
        for name in ("speakers", "claims", "timeline", "entities"):
            app.panels.toggle(name)
        await pilot.pause()
        assert seen(app.panels) == []
        app.panels.focus_panel("timeline")
        await pilot.pause()
        assert seen(app.panels) == ["timeline"]


async def test_clicking_a_heading_gives_its_panel_all_the_room_and_the_tabs_take_it_back(app):
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#panel-timeline Heading")
        assert seen(app.panels) == ["timeline"]
        assert app.panels.arrangement.zoomed == "timeline"
        app.panels.zoom(None)
        await pilot.pause()
        assert len(seen(app.panels)) == 4


async def test_the_width_follows_the_person_where_the_style_sheet_gives_columns(app):
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert app.panels.size.width == 50
        app.panels.resize(6)
        await pilot.pause()
        assert app.panels.size.width == 56
        app.screen.add_class("-full")
        await pilot.pause()
        assert app.panels.size.width == 100
        app.screen.remove_class("-full")
        await pilot.pause()
        assert app.panels.size.width == 56


async def test_a_terminal_of_ten_by_three_shows_what_fits(app):
    async with app.run_test(size=(10, 3)) as pilot:
        for mode in ("tabs", "stack"):
            app.panels.mode = mode
            app.panels.choose("claim", "c1")
            await pilot.pause()
        assert app.is_running


def test_how_they_were_left_survives_as_plain_data():
    left = Arrangement(shown=("claims",), zoomed="claims", active="claims", width=60)
    assert Arrangement.from_data(left.as_data()) == left


def test_they_stand_as_they_were_left_until_the_settings_change():
    settings, left = Arrangement(width=44), Arrangement(shown=("claims",), width=60)
    state = json.loads(json.dumps(to_leave(left, settings)))
    assert as_left(state, settings) == left
    changed = Arrangement(width=50)
    assert as_left(state, changed) == changed
    assert as_left({}, settings) == settings
    assert as_left({"panels": "?"}, settings) == settings


@pytest.mark.parametrize("data", [{}, {"shown": "all", "width": "wide", "zoomed": 3, "active": None}])
def test_data_that_makes_no_sense_leaves_the_panels_as_they_come(data):
    assert Arrangement.from_data(data) == Arrangement()
