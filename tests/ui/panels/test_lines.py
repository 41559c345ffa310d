"""One line of a panel fits its width, whatever is in it."""

import pytest
from rich.cells import cell_len

from reader.ui.cells import cut, pad, share_out
from reader.ui.panels.lines import Line, Piece, fit


def text(line: Line, width: int) -> str:
    return "".join(piece.text for piece in fit(line, width))


@pytest.mark.parametrize(
    ("left", "right", "width", "shown"),
    [
        ("Ann Reed", "3", 12, "Ann Reed   3"),
        ("Ann Reed", "3", 10, "Ann Reed 3"),
        ("Ann Reed", "3", 9, "Ann Re… 3"),
        ("Ann Reed", "", 5, "Ann…"),
        ("Ann Reed", "30", 2, "30"),
        ("Ann Reed", "30", 0, ""),
    ],
)
def test_the_left_gives_way_and_the_right_stays(left, right, width, shown):
    made = text(Line((Piece(left),), (Piece(right),) if right else ()), width)
    assert made.rstrip() == shown
    assert cell_len(made) == width


def test_a_piece_that_ends_where_the_next_begins_shows_that_more_is_missing():
    assert text(Line((Piece("Reed"), Piece(" minister"))), 4) == "Ree…"


@pytest.mark.parametrize("width", range(12))
def test_wide_characters_never_stick_out(width):
    assert cell_len(text(Line((Piece("漢字の名前 👩‍🌾"),), (Piece("9"),)), width)) == width


def test_cut_and_pad_keep_to_the_width():
    assert (cut("number", 6), cut("numbers", 6), cut("ab", 1), cut("ab", 0)) == ("number", "numbe…", "…", "")
    assert (pad("ab", 4), pad("ab", 4, right=True)) == ("ab  ", "  ab")


@pytest.mark.parametrize(
    ("needs", "room", "given"),
    [
        ([3, 4, 5], 20, (3, 4, 5)),
        ([3, 20, 20], 20, (3, 8, 9)),
        ([20, 3, 20], 21, (9, 3, 9)),
        ([9, 9], 0, (0, 0)),
        ([], 5, ()),
    ],
)
def test_room_goes_first_to_those_who_need_little(needs, room, given):
    assert share_out(needs, room) == given
