"""How the screen is laid out by keys: panels focused, zoomed, resized, hidden, and nothing out of reach."""

import pytest

from reader.config import Settings
from tests.ui import desk
from tests.ui.test_app import running

WIDE, BESIDE, BELOW, ONE = (120, 40), (94, 24), (70, 30), (40, 12)


def seen(screen):
    """What is on screen, from the left and above: "text" and the names of panels."""
    text = ["text"] if screen.view.display and screen.view.size else []
    shown = screen.panels.display and screen.panels.is_attached
    return text + [name for name, panel in screen.panels.panels.items() if shown and panel.display]


def where(screen):
    """What has the keyboard."""
    return "text" if screen.focused is screen.view else screen.panels.focused


async def press(pilot, *keys):
    await pilot.press(*keys)
    await pilot.pause()


PANELS = ["speakers", "claims", "timeline", "entities"]


@pytest.mark.parametrize(
    ("size", "there"),
    [
        (WIDE, ["text", *PANELS]),
        (BESIDE, ["text", "speakers"]),
        (BELOW, ["text", "speakers"]),
        (ONE, ["text"]),
    ],
)
async def test_the_screen_folds_as_it_gets_narrower(size, there):
    async with running(size=size) as (_, screen):
        assert seen(screen) == there


@pytest.mark.parametrize("size", [WIDE, BESIDE, BELOW, ONE])
async def test_tab_goes_through_every_panel_and_back_to_the_text(size):
    async with running(size=size) as (pilot, screen):
        visited = []
        for _ in range(5):
            await press(pilot, "tab")
            visited.append(where(screen))
            assert where(screen) in seen(screen)
        assert visited == [*PANELS, "text"]


@pytest.mark.parametrize("size", [WIDE, BESIDE, BELOW, ONE])
async def test_every_panel_and_the_text_are_in_reach_when_one_panel_is_zoomed(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "tab", "tab", "z")
        assert where(screen) == "claims"
        await press(pilot, "escape")
        assert where(screen) == "text"
        assert "text" in seen(screen)


async def test_zooming_gives_one_panel_the_room_of_all():
    async with running(size=WIDE) as (pilot, screen):
        before = screen.panels.panels["claims"].size.height
        await press(pilot, "tab", "tab", "z")
        assert seen(screen) == ["text", "claims"]
        assert screen.panels.panels["claims"].size.height > 2 * before
        await press(pilot, "z")
        assert seen(screen) == ["text", *PANELS]


@pytest.mark.parametrize("size", [BESIDE, BELOW])
async def test_a_panel_that_is_alone_already_takes_the_room_of_the_text(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "z")
        assert seen(screen) == ["speakers"]
        assert screen.panels.outer_size == (size[0], size[1] - 2)
        assert where(screen) == "speakers"
        await press(pilot, "z")
        assert seen(screen) == ["text", "speakers"]


@pytest.mark.parametrize("size", [BESIDE, BELOW, ONE])
async def test_what_is_chosen_in_a_panel_that_covers_the_text_uncovers_it(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "tab", "tab", *([] if size == ONE else ["z"]))
        assert "text" not in seen(screen)
        await press(pilot, "enter")
        assert "text" in seen(screen)
        assert screen.current.id == "c1"
        assert screen.view.in_view(screen.current.start, screen.current.end)


async def test_in_one_pane_tab_comes_back_to_the_row_one_came_from():
    async with running(size=ONE) as (pilot, screen):
        await press(pilot, "tab", "tab", "j", "enter")
        assert where(screen) == "text"
        await press(pilot, "tab")
        assert where(screen) == "claims"
        assert screen.panels.panels["claims"].rows.row.item == ("claim", "c2")


async def test_beside_the_text_the_panels_get_wider_and_narrower():
    async with running(size=WIDE) as (pilot, screen):
        before, text = screen.panels.outer_size.width, screen.view.size.width
        await press(pilot, "less_than_sign")
        assert screen.panels.outer_size.width == before + 4
        assert screen.view.size.width == text - 4
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert screen.panels.outer_size.width == before - 4


async def test_at_its_widest_a_press_more_costs_none_on_the_way_back():
    async with running(size=WIDE) as (pilot, screen):
        for _ in range(9):
            await press(pilot, "less_than_sign")
        widest = screen.panels.outer_size.width
        await press(pilot, "greater_than_sign")
        assert screen.panels.outer_size.width == widest - 4


async def test_below_the_text_the_panels_get_higher_and_lower():
    async with running(size=BELOW) as (pilot, screen):
        before = screen.panels.outer_size.height
        await press(pilot, "less_than_sign")
        assert screen.panels.outer_size == (70, before + 2)
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert screen.panels.outer_size == (70, before - 2)


@pytest.mark.parametrize(
    ("columns", "measure", "wide"),
    [(100, 76, 44), (120, 76, 44), (160, 76, 72), (220, 76, 72), (160, 96, 52)],
)
async def test_the_panels_are_as_wide_as_the_text_leaves_room_for(columns, measure, wide):
    async with running(desk.app(settings=Settings(measure=measure)), (columns, 40)) as (_, screen):
        assert screen.panels.outer_size.width == wide
        assert screen.view.size.width + wide == columns


async def test_the_panels_follow_the_window_until_the_person_sets_their_width():
    async with running(size=(160, 40)) as (pilot, screen):
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.panels.outer_size.width == 44
        await press(pilot, "less_than_sign")
        await pilot.resize_terminal(160, 40)
        await pilot.pause()
        assert screen.panels.outer_size.width == 48


async def test_the_room_of_the_panels_is_kept_until_they_are_there():
    app = desk.app()
    async with app.run_test(size=(160, 40)) as pilot:
        text = app.screen.view.size.width
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.screen.view.size.width == text == 160 - 72


@pytest.mark.parametrize(("key", "name"), zip("1234", PANELS, strict=True))
async def test_each_panel_is_hidden_and_shown_again_by_its_number(key, name):
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, key, "p")
        assert seen(screen) == ["text", *(other for other in PANELS if other != name)]
        await press(pilot, key, "p")
        assert seen(screen) == ["text", *PANELS]


@pytest.mark.parametrize("size", [BESIDE, BELOW])
async def test_behind_tabs_a_number_brings_its_panel_up_and_pressed_again_hides_it(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "3", "p")
        assert (seen(screen), where(screen)) == (["text", "timeline"], "text")
        await press(pilot, "3", "p")
        assert seen(screen) == ["text", "speakers"]
        assert "timeline" not in screen.panels.arrangement.shown


async def test_in_one_pane_a_number_brings_its_panel_up():
    async with running(size=ONE) as (pilot, screen):
        await press(pilot, "t", "2", "p")
        assert (seen(screen), where(screen)) == (["claims"], "claims")
        await press(pilot, "4", "p")
        assert (seen(screen), where(screen)) == (["entities"], "entities")


@pytest.mark.parametrize("size", [WIDE, BESIDE, BELOW, ONE])
async def test_hiding_panel_after_panel_leaves_the_keyboard_on_screen(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "tab")
        for key in "1234":
            await press(pilot, key)
            assert where(screen) in seen(screen)


@pytest.mark.parametrize("size", [WIDE, BESIDE, BELOW])
async def test_the_panels_are_hidden_and_the_text_has_their_room(size):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "tab", "z", "p")
        assert seen(screen) == ["text"]
        assert screen.view.outer_size == (size[0], size[1] - 2)
        assert where(screen) == "text"
        await press(pilot, "tab")
        assert where(screen) in PANELS and where(screen) in seen(screen)


async def test_in_one_pane_p_changes_between_text_and_panels():
    async with running(size=ONE) as (pilot, screen):
        await press(pilot, "p")
        assert seen(screen) == ["speakers"]
        await press(pilot, "p")
        assert seen(screen) == ["text"]


async def test_jumping_while_a_panel_covers_the_text_moves_the_panel():
    async with running(size=ONE) as (pilot, screen):
        await press(pilot, "tab", "c", "c")
        assert seen(screen) == ["claims"]
        rows = screen.panels.panels["claims"].rows
        assert rows.rows[rows.marked].item == ("claim", "c2")


async def test_the_footer_names_whose_claim_it_is_and_whom_the_screen_is_kept_to():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "c", "c")
        assert screen.footer.render().plain.endswith("Mara Lund · claim 2 of 2")
        await press(pilot, "f")
        assert screen.footer.render().plain.endswith("only Mara Lund · claim 2 of 2")


async def test_in_a_narrow_footer_where_one_is_comes_before_what_it_is_about():
    async with running(size=ONE) as (pilot, screen):
        await press(pilot, "c", "c")
        assert screen.footer.render().plain.endswith("  claim 2 of 2")


async def test_the_footer_names_the_keys_of_the_panel_one_is_in_and_clicking_one_presses_it():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "tab", "tab")
        line = screen.footer.render().plain
        assert "Enter to the text  l who says  v sort" in line
        await pilot.click(screen.footer, offset=(line.index("sort") + 1, 0))
        await pilot.pause()
        assert screen.panels.panels["claims"].order.column == 0


@pytest.mark.parametrize(("key", "name"), zip("scte", PANELS, strict=True))
@pytest.mark.parametrize("size", [WIDE, BESIDE, BELOW, ONE])
async def test_tab_goes_to_the_panel_of_the_item_one_is_at(size, key, name):
    async with running(size=size) as (pilot, screen):
        await press(pilot, "tab", "escape", key, "tab")
        assert where(screen) == name
        rows = screen.panels.panels[name].rows
        assert rows.row.item == (screen.current.kind, screen.current.id)


async def test_without_an_item_tab_goes_to_the_panel_used_last():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "tab", "tab", "escape", "tab")
        assert where(screen) == "claims"


async def test_tab_shows_no_panel_that_is_hidden():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "2", "p", "c", "tab")
        assert where(screen) == "speakers"
        assert "claims" not in seen(screen)


async def test_which_panel_was_used_last_is_forgotten_between_runs():
    shelf = desk.Shelf()
    for _ in range(2):
        async with running(desk.app(shelf=shelf), WIDE) as (pilot, screen):
            await press(pilot, "tab")
            assert where(screen) == "speakers"
            await press(pilot, "tab", "tab")
            screen.keep_place()


async def test_from_a_claim_on_to_the_quote_it_is_made_in():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "c", "c", "tab", "l")
        assert screen.current.id == "q1"


async def test_on_a_name_one_is_at_already_it_says_so():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "e", "tab", "l")
        assert [notice.message for notice in screen.app._notifications] == [
            "The text is at these words already"
        ]


async def test_a_filter_says_what_it_keeps_and_what_it_leaves_empty():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "S", "f")
        notice = [notice.message for notice in screen.app._notifications]
        assert notice == ["Only what Pål Aas says: quotes, numbers given, names and dates in the quotes"]
        for name in ("claims", "timeline", "entities"):
            line = screen.panels.panels[name].rows.render_line(0).text
            assert "nothing in what Pål Aas says" in line, name
        await press(pilot, "f")
        assert "nothing in" not in screen.panels.panels["claims"].rows.render_line(0).text


async def test_where_a_row_is_about_nobody_there_is_nobody_to_keep_to_and_it_says_so():
    async with running(size=WIDE) as (pilot, screen):
        await press(pilot, "e", "tab", "f")
        assert screen.speaker is None
        assert "about nobody" in next(iter(screen.app._notifications)).message
