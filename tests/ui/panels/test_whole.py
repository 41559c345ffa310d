"""The row one is at is shown whole; every other takes one line."""

import pytest
from textual.events import MouseScrollDown

from reader.ui.panels.lines import Line, Piece, wrapped
from reader.ui.panels.rows import Tall
from tests.ui.panels.paper_mill import PanelsApp, text_of


def texts(line: Line, width: int, most: int = 9) -> list[str]:
    return ["".join(piece.text for piece in part.left).rstrip() for part in wrapped(line, width, most)]


def test_a_line_that_fits_stays_as_it_is():
    assert texts(Line((Piece("short"),)), 5) == ["short"]


def test_what_goes_on_stands_behind_the_hang_and_the_right_stays_above():
    line = Line((Piece("a "), Piece("long word after another")), (Piece("12"),), (Piece("  "),))
    assert texts(line, 14) == ["a long word", "  after", "  another"]
    assert [part.right for part in wrapped(line, 14, 9)] == [(Piece("12"),), (), ()]


def test_each_piece_keeps_its_style_on_every_line():
    line = Line((Piece("one ", "dim"), Piece("two three", "claim", "bold")))
    styles = [[(piece.text.strip(), piece.style) for piece in part.left] for part in wrapped(line, 7, 9)]
    assert styles == [[("one", "dim"), ("two", "claim")], [("three", "claim")]]


def test_wide_characters_are_wrapped_by_their_cells():
    assert texts(Line((Piece("漢字漢字漢"),)), 4) == ["漢字", "漢字", "漢"]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_of_more_lines_than_there_is_room_for_the_last_holds_the_rest_to_be_cut(most):
    assert len(texts(Line((Piece("a b c d e f g h"),)), 3, most)) == most


def test_rows_and_lines_are_counted_past_the_tall_row():
    tall = Tall(2, [Line(())] * 3)
    assert [tall.y_of(row) for row in range(5)] == [0, 1, 2, 5, 6]
    assert [tall.row_in(y) for y in range(7)] == [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (3, 0), (4, 0)]
    assert [Tall().row_in(y) for y in (0, 3)] == [(0, 0), (3, 0)]


@pytest.fixture
def app(article, reading):
    made = PanelsApp()
    made.call_later(lambda: made.panels.show(article, reading))
    return made


async def test_the_marked_row_is_whole_and_once_the_keyboard_is_there_the_one_under_the_cursor(app):
    async with app.run_test(size=(40, 44)) as pilot:
        await pilot.pause()
        app.panels.choose("quote", "q3")
        await pilot.pause()
        shown = text_of(app.panels, "speakers")
        assert shown[4:6] == ["▌  ▏up to 300 jobs could be saved if a", "▌  ▏buyer is found by 15 June"]
        app.panels.focus_panel("speakers")
        await pilot.press("k")
        await pilot.pause()
        shown = text_of(app.panels, "speakers")
        assert shown[3:6] == [
            "›  ▌“The market has fallen by 30",
            "   ▌percent,”",
            "▌  ▏up to 300 jobs could be saved if…",
        ]


async def test_a_click_below_the_tall_row_chooses_what_is_seen_there(app):
    async with app.run_test(size=(40, 44)) as pilot:
        await pilot.pause()
        app.panels.choose("quote", "q3")
        await pilot.pause()
        rows = app.panels.panels["speakers"].rows
        assert "Bram Oduya" in rows.render_line(6).text
        await pilot.click(rows, offset=(5, 6))
        assert "s3" in app.panels.panels["speakers"].opened
        await pilot.hover(rows, offset=(5, 3))
        assert rows.hovered == 3


async def test_the_role_below_an_open_speaker_is_whole_when_one_is_at_the_speaker(app):
    async with app.run_test(size=(26, 44)) as pilot:
        await pilot.pause()
        app.panels.focus_panel("speakers")
        await pilot.press("l")
        assert text_of(app.panels, "speakers")[:3] == [
            "›▾ Hanne Brovold       1",
            "   spokeswoman · paper",
            "   workers’ union",
        ]


async def test_a_tall_row_at_the_end_of_a_low_panel_is_scrolled_into_view(app):
    async with app.run_test(size=(40, 8)) as pilot:
        app.panels.mode = "tabs"
        await pilot.pause()
        app.panels.focus_panel("speakers")
        await pilot.press("j", "l", "G", "k", "k", "k", "k")
        await pilot.press("j")
        rows = app.panels.panels["speakers"].rows
        seen = text_of(app.panels, "speakers", scrolled=True)
        at = next(y for y, line in enumerate(seen) if line.startswith("›"))
        assert rows.row.item == ("quote", "q3")
        assert seen[at + 1].endswith("buyer is found by 15 June")


async def test_the_wheel_scrolls_the_rows_and_leaves_the_cursor(app):
    async with app.run_test(size=(40, 8)) as pilot:
        app.panels.mode = "tabs"
        app.panels.focus_panel("entities")
        await pilot.pause()
        rows = app.panels.panels["entities"].rows
        await pilot._post_mouse_events([MouseScrollDown], rows, offset=(5, 2))
        await pilot.pause()
        assert rows.scroll_offset.y > 0
        assert rows.cursor == 0
