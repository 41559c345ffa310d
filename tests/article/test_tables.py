"""Tables in lines: columns stand below one another, and long cells take several rows."""

import pytest

from reader.article.tables import drawn


def test_columns_stand_below_one_another_and_numbers_to_the_right():
    table = drawn([["Port", "Boats"], ["Tarn", "8"], ["Kelda quay", "1,204"]], heads=1)
    assert table.split("\n") == [
        "Port        Boats",
        "──────────  ─────",
        "Tarn            8",
        "Kelda quay  1,204",
    ]


def test_a_row_that_is_short_leaves_cells_blank_and_columns_of_nothing_are_left_out():
    assert drawn([["Tarn", "", "late"], ["Kelda"]]) == "Tarn   late\nKelda"


def test_a_long_cell_goes_on_in_the_row_below():
    lines = drawn([["Tarn", "The ferry stayed in port " * 8], ["Kelda", "none"]]).split("\n")
    assert len(lines) == 4
    assert all(len(line) <= 92 for line in lines)
    assert {line[:7] for line in lines[1:3]} == {" " * 7}


def test_signs_that_take_two_cells_are_counted_as_two():
    assert drawn([["渡船", "a"], ["b", "c"]]) == "渡船  a\nb     c"


@pytest.mark.parametrize("rows", [[], [[]], [[""], ["", ""]]])
def test_a_table_of_nothing_is_nothing(rows):
    assert drawn(rows).strip() == ""


def test_many_columns_are_still_drawn():
    rows = [[f"harbour {n}" for n in range(300)]] * 2
    assert "harbour 299" in " ".join(drawn(rows).split())
