"""A picture of a screen is text in colours, row after row, and nothing else is written from a file to a terminal."""

import pytest

from reader.ui.early.pictures import is_picture

LOOK = "\x1b[1;38;2;8;8;8;48;5;17m"


def test_text_in_colours_row_after_row_is_one():
    assert is_picture(f"\x1b[1;1H{LOOK}kiosk\x1b[0m é 霧 👩‍🌾\x1b[2;1H\x1b[93;40m▸\x1b[m", 2)


@pytest.mark.parametrize(
    "harm",
    [
        "\x1b]52;c;eA==\x07",
        "\x9b31m",
        "\x1b[6n",
        "\x1b[?1049l",
        "\x1b[8m",
        "\x1b[1;8m",
        "\x1b[38;2;1m",
        "\x1b[999;999H",
        "\x1b[2J",
        "\x07",
        "\n",
        "\u202e",
        "\u200b",
        "a" + "\u0301" * 20,
    ],
    ids=ascii,
)
def test_with_anything_else_in_it_it_is_none(harm):
    assert is_picture("\x1b[1;1Ha\x1b[2;1Hb", 2)
    assert not is_picture(f"\x1b[1;1Ha{harm}\x1b[2;1Hb", 2)


@pytest.mark.parametrize(
    "written", ["", "\x1b[1;1Ha", "\x1b[2;1Hb\x1b[1;1Ha", "\x1b[1;1Ha\x1b[2;1Hb\x1b[3;1Hc"]
)
def test_of_another_number_of_rows_it_is_none(written):
    assert not is_picture(written, 2)
