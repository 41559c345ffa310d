"""Keys and mouse in the panels."""

import pytest

from reader.ui.bindings import IN_PANELS, default_keys
from reader.ui.messages import ItemChosen, PublicationDayAsked, SpeakerFiltered
from reader.ui.panels.claims import Order
from tests.ui.panels.paper_mill import PanelsApp, text_of


@pytest.fixture
def app(article, reading):
    made = PanelsApp()
    made.call_later(lambda: made.panels.show(article, reading))
    return made


def under(app: PanelsApp) -> str:
    """The line under the cursor of the panel that has the keyboard."""
    rows = app.panels.panels[app.panels.focused].rows
    line = rows.render_line(rows.cursor - rows.scroll_offset.y).text
    assert line[0] == "›"
    return line[1:].strip()


async def press(app: PanelsApp, pilot, panel: str, *keys: str) -> None:
    await pilot.pause()
    app.panels.focus_panel(panel)
    await pilot.press(*keys)


@pytest.mark.parametrize("down, up, first, last", [("j", "k", "g", "G"), ("down", "up", "home", "end")])
async def test_letters_and_arrows_move_the_cursor(app, down, up, first, last):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "timeline", down, down, up)
        assert under(app).startswith("~winter 2023")
        await pilot.press(last)
        assert under(app).startswith("every Friday")
        await pilot.press(up)
        assert under(app).startswith("15 Jun 2024"), "the heading of the undated is passed over"
        await pilot.press(first)
        assert under(app).startswith("1921")
        await pilot.press(up)
        assert under(app).startswith("1921")


async def test_page_keys_move_by_what_is_seen(app):
    async with app.run_test(size=(60, 12)) as pilot:
        app.panels.mode = "tabs"
        await press(app, pilot, "entities", "pagedown")
        assert "Larkspur Paper" in under(app)
        await pilot.press("pageup")
        assert "People" in under(app)


@pytest.mark.parametrize("wide, narrow", [("l", "h"), ("right", "left")])
async def test_a_speaker_opens_and_closes_like_a_branch_of_a_tree(app, wide, narrow):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "speakers", "j", wide, wide)
        assert "“The market has fallen" in under(app)
        await pilot.press(narrow)
        assert under(app).startswith("▾ Oskar Lindqvist")
        await pilot.press(narrow)
        assert under(app).startswith("▸ Oskar Lindqvist")


async def test_enter_opens_a_kind_and_a_name_and_chooses_a_mention(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "entities", "j", "enter", "j", "j", "enter")
        assert isinstance(app.posted[-1], ItemChosen)
        assert (app.posted[-1].kind, app.posted[-1].id) == ("entity", "e2.2")


async def test_one_key_opens_everything_and_closes_it_again(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "speakers", "asterisk")
        assert sum(row.item is not None for row in app.panels.panels["speakers"].rows.rows) == 6
        await pilot.press("asterisk")
        assert sum(row.item is not None for row in app.panels.panels["speakers"].rows.rows) == 0


async def test_the_cursor_stays_on_its_quote_when_others_open_around_it(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "speakers", "j", "j", "l", "l", "asterisk")
        assert "a leaflet with a photograph" in under(app)


async def test_a_key_sorts_the_claims_and_another_turns_the_order_round(app):
    def amounts() -> list[str]:
        lines = [line.strip("› ~≤↓") for line in text_of(app.panels, "claims")]
        return [line.split()[0] for line in lines]

    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "claims", "v")
        assert amounts() == ["1,200", "300", "4.5m", "30%"]  # counts are not held against money
        assert app.panels.panels["claims"].heading.hint == "by number ▾"
        await pilot.press("V")
        assert amounts() == ["300", "1,200", "4.5m", "30%"]


async def test_clicking_the_name_of_a_column_sorts_by_it(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        await pilot.click("Header", offset=(26, 0))
        assert app.panels.panels["claims"].order == Order(1)
        await pilot.click("Header", offset=(50, 0))
        assert app.panels.panels["claims"].order == Order(2)


async def test_in_a_narrow_table_the_name_of_a_column_is_shorter_and_never_cut(app):
    async with app.run_test(size=(32, 44)) as pilot:
        await pilot.pause()
        assert app.panels.panels["claims"].header.render().plain.split() == ["number", "what", "who"]


async def test_a_click_chooses_what_is_under_it(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        await pilot.click("#panel-claims Rows", offset=(20, 2))
        assert (app.posted[-1].kind, app.posted[-1].id) == ("claim", "c3")
        await pilot.click("#panel-claims Rows", offset=(20, 4))
        assert len(app.posted) == 1, "there is nothing below the last row"


async def test_the_row_under_the_mouse_is_shown(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        await pilot.hover("#panel-claims Rows", offset=(20, 2))
        assert app.panels.panels["claims"].rows.hovered == 2


async def test_d_asks_for_the_publication_day_and_so_does_its_row(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "timeline", "d", "j", "j", "j", "j", "enter")
        assert [type(message) for message in app.posted] == [PublicationDayAsked] * 2


async def test_f_in_any_panel_shows_everyone_again(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        app.panels.filter("s2")
        await press(app, pilot, "claims", "f")
        assert isinstance(app.posted[-1], SpeakerFiltered) and app.posted[-1].speaker is None


async def test_without_colours_the_marked_row_and_the_cursor_show_by_sign_and_weight(
    article, reading, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    app = PanelsApp()
    async with app.run_test(size=(60, 44)) as pilot:
        app.panels.show(article, reading)
        app.panels.choose("claim", "c2")
        await press(app, pilot, "claims", "j")
        rows = app.panels.panels["claims"].rows
        marked, cursor = rows.render_line(1), rows.render_line(2)
        assert (marked.text[0], cursor.text[0]) == ("▌", "›")
        assert all(segment.style.bold for segment in marked if segment.text.strip())


async def test_a_marked_row_stays_in_view_when_the_window_shrinks(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        app.panels.choose("time", "t6")
        await pilot.resize_terminal(60, 14)
        await pilot.pause()
        assert any(line.startswith("▌") for line in text_of(app.panels, "timeline", scrolled=True))


async def test_the_panel_with_the_keyboard_is_told_by_its_heading_and_names_its_keys_as_remapped(app):
    async with app.run_test(size=(60, 44)) as pilot:
        app.set_keymap({"list.sort": "n"})
        await press(app, pilot, "claims")
        await pilot.pause()
        assert app.panels.panels["claims"].heading.has_class("-here")
        assert [(hint.key, hint.says) for hint in app.panels.hints()] == [
            ("Enter", "to the text"),
            ("l", "who says"),
            ("n", "sort"),
        ]
        app.panels.focus_panel("timeline")
        await pilot.pause()
        assert not app.panels.panels["claims"].heading.has_class("-here")
        assert ("d", "publication day") in [(hint.key, hint.says) for hint in app.panels.hints()]


async def test_into_a_claim_is_to_the_quote_in_which_it_is_made(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "claims", "j", "j", "l")
        assert (app.posted[-1].kind, app.posted[-1].id) == ("quote", "q2")
        app.posted.clear()
        await pilot.press("g", "right")
        assert not app.posted, "the article says so itself"


async def test_f_on_a_claim_shows_only_who_says_it(app):
    async with app.run_test(size=(60, 44)) as pilot:
        await press(app, pilot, "claims", "f")
        assert not app.posted, "the article is no speaker"
        await pilot.press("G", "f")
        assert isinstance(app.posted[-1], SpeakerFiltered) and app.posted[-1].speaker == "s2"


def test_every_key_of_the_panels_has_an_id_of_its_own():
    ids = [key.id for key in IN_PANELS]
    assert len(ids) == len(set(ids)) and all(id.startswith("list.") for id in ids)
    assert default_keys()["list.down"] == "j"


async def test_a_key_can_be_given_to_another_action(app):
    async with app.run_test(size=(60, 44)) as pilot:
        app.set_keymap({"list.down": "n"})
        await press(app, pilot, "timeline", "n")
        assert under(app).startswith("~winter 2023")
        await pilot.press("down")
        assert under(app).startswith("Mar 2024")
