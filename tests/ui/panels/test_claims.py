"""The table of claims."""

from dataclasses import replace

import pytest

from reader.analysis.model import Attribution
from reader.ui.panels import claims
from reader.ui.panels.columns import Columns, Order, longest, row
from reader.ui.panels.numbers import quantity
from tests.ui.panels.paper_mill import (
    CLAIMS,
    VIEW,
)


@pytest.mark.parametrize(
    ("value", "comparator", "change", "shown"),
    [
        (15000, "<=", None, "≤ 15,000"),
        (26, "=", None, "26"),
        (3.5, ">", "up", "> ↑ 3.5"),
        (0.125, "=", None, "0.125"),
        (4_500_000, "~", None, "~ 4.5 m"),
        (1_234_567, "=", None, "1,234,567"),
        (2_000_000_000, ">=", None, "≥ 2 bn"),
        ((2_000_000, 6_000_000), "=", None, "2 m–6 m"),
        ((3, 4), "=", "down", "↓ 3–4"),
        (-7, "=", None, "-7"),
    ],
)
def test_a_number_is_written_as_in_a_table(value, comparator, change, shown):
    assert quantity(replace(CLAIMS[0], value=value, comparator=comparator, change=change)) == shown


def test_who_says_it_is_a_speaker_nobody_or_the_article():
    nobody = replace(CLAIMS[0], by=Attribution(None, "q5"))
    assert [claims.who(VIEW, claim) for claim in (CLAIMS[0], CLAIMS[2], nobody)] == [
        "the article",
        "Oskar Lindqvist",
        "unattributed",
    ]


def shown(order: Order) -> list[str]:
    return [claim.id for claim, _ in claims.table(VIEW, order)]


def test_claims_sort_by_any_column_and_the_empty_cells_come_last():
    assert shown(Order()) == ["c1", "c2", "c3", "c4"]
    assert shown(Order(None, True)) == ["c4", "c3", "c2", "c1"]
    assert shown(Order(0, True)) == ["c2", "c1", "c4", "c3"]
    assert shown(Order(1)) == ["c2", "c4", "c1", "c3"]
    assert shown(Order(2)) == ["c2", "c3", "c1", "c4"]
    assert shown(Order(3)) == ["c3", "c4", "c1", "c2"]


def test_the_sort_key_goes_through_the_columns_and_back_to_the_text():
    order, columns = Order(), []
    for _ in range(5):
        order = order.step(1)
        columns.append(order.column)
    assert columns == [0, 1, 2, 3, None]
    assert Order().step(-1).column == 3


def test_a_click_on_the_column_that_sorts_turns_it_round():
    assert Order().by(0) == Order(0, True)
    assert Order(0, True).by(0) == Order(0, False)
    assert Order(0, True).by(3) == Order(3, False)


@pytest.mark.parametrize("width", [24, 30, 40, 60, 90])
def test_a_row_of_the_table_is_as_wide_as_the_panel(width):
    table = [claims.cells(VIEW, claim) for claim in CLAIMS]
    columns = longest(table)
    assert {len("".join(row(cells, columns.widths(width)))) for cells in table} == {width}


def test_in_a_narrow_panel_what_is_counted_and_of_what_share_a_column():
    columns = longest([("↓ 30", "percent", "the market", "Oskar Lindqvist")])
    folded = row(("↓ 30", "percent", "the market", "Oskar Lindqvist"), columns.widths(44))
    assert [cell.strip() for cell in folded] == ["↓ 30", "percent · the mar…", "Oskar Lindqvist"]


def test_an_empty_table_has_columns_too():
    assert sum(Columns().widths(40)) > 0
