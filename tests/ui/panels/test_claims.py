"""The table of claims."""

from dataclasses import replace

import pytest

from reader.analysis.model import Attribution, Claim, ClaimKind, Reading
from reader.ui.panels import claims
from reader.ui.panels.claims import WEIGHT, Columns, Order, longest, row
from tests.ui.panels.paper_mill import (
    CLAIMS,
    VIEW,
    lines,
)


def test_who_says_it_is_a_speaker_nobody_or_the_article():
    nobody = replace(CLAIMS[0], by=Attribution(None, "q5"))
    assert [claims.who(VIEW, claim) for claim in (CLAIMS[0], CLAIMS[2], nobody)] == [
        "the article",
        "Oskar Lindqvist",
        "unattributed",
    ]


def test_a_claim_whose_quote_was_given_another_speaker_by_hand_says_so():
    view = replace(VIEW, corrected=frozenset({("quote", "q2")}))
    assert [claims.who(view, claim) for claim in CLAIMS[2:]] == ["Oskar Lindqvist ✓", "Oskar Lindqvist"]


def shown(order: Order) -> list[str]:
    return [claim.id for claim, _ in claims.table(VIEW, order)]


def test_claims_sort_by_any_column_and_the_empty_cells_come_last():
    assert shown(Order()) == ["c1", "c2", "c3", "c4"]
    assert shown(Order(None, True)) == ["c4", "c3", "c2", "c1"]
    assert shown(Order(0, True)) == ["c1", "c4", "c2", "c3"]
    assert shown(Order(1)) == ["c4", "c2", "c1", "c3"]
    assert shown(Order(2)) == ["c3", "c4", "c1", "c2"]


def test_numbers_are_compared_only_with_what_is_measured_alike():
    def amount(id: str, value: float, kind: ClaimKind, unit: str) -> Claim:
        return replace(CLAIMS[0], id=id, value=value, kind=kind, unit=unit)

    metres, more = amount("c1", 900, "measure", "metre"), amount("c2", 2000, "measure", "metre")
    boats, people = amount("c3", 7, "count", "boats"), amount("c4", 30, "count", "people")
    crowns, euros = amount("c5", 5_000_000, "money", "crown"), amount("c6", 6, "money", "euro")
    view = replace(VIEW, reading=Reading(claims=(metres, more, boats, people, euros, crowns)))
    largest = [claim.id for claim, _ in claims.table(view, Order(0, down=True))]
    smallest = [claim.id for claim, _ in claims.table(view, Order(0))]
    assert largest == ["c4", "c3", "c5", "c6", "c2", "c1"]
    assert smallest == ["c3", "c4", "c5", "c6", "c1", "c2"]


def test_the_sort_key_goes_through_the_columns_and_back_to_the_text():
    order, columns = Order(), []
    for _ in range(5):
        order = order.step(1)
        columns.append(order.column)
    assert columns == [0, 1, 2, WEIGHT, None]
    assert Order().step(-1).column == WEIGHT


def test_by_weight_a_figure_stands_once_and_the_idle_are_folded():
    def amount(id: str, value: float, kind: ClaimKind, unit: str) -> Claim:
        return replace(
            CLAIMS[0], id=id, value=value, kind=kind, unit=unit, of=None, by=None, start=int(id[1:])
        )

    fine, again = amount("c1", 4_000_000, "money", "pound"), amount("c2", 4_000_000, "money", "pound")
    fine, again = replace(fine, of="fine"), replace(again, of="fine")
    idle = amount("c3", 2, "count", "leaders")
    view = replace(VIEW, reading=Reading(claims=(idle, fine, again)))
    assert [claim.id for claim, _ in claims.table(view, Order(WEIGHT))] == ["c1"]
    assert claims.table(view, Order(WEIGHT))[0][1][2].endswith("×2")
    assert [claim.id for claim, _ in claims.table(view, Order(WEIGHT, True))] == ["c1", "c3"]


def test_a_click_on_the_column_that_sorts_turns_it_round():
    assert Order().by(0) == Order(0, True)
    assert Order(0, True).by(0) == Order(0, False)
    assert Order(0, True).by(2) == Order(2, False)


@pytest.mark.parametrize("width", [24, 30, 40, 60, 90])
def test_a_row_of_the_table_is_as_wide_as_the_panel(width):
    table = [claims.cells(VIEW, claim) for claim in CLAIMS]
    columns = longest(table)
    assert {len("".join(row(cells, columns.widths(width)))) for cells in table} == {width}


def drawn(width: int, *cells: str) -> list[str]:
    columns = longest([cells])
    return [cell.strip() for cell in row(cells, columns.widths(width))]


def test_the_cells_are_the_amount_what_it_is_of_and_who_says_so():
    assert claims.cells(VIEW, CLAIMS[0]) == ("~ 1,200", "people", "the article")
    assert claims.cells(VIEW, CLAIMS[2]) == ("↓ 30%", "the market", "Oskar Lindqvist")


def test_an_amount_of_any_length_keeps_the_columns_in_line_and_is_whole_where_one_is():
    cells = ("200,000–260,000 years", "bones", "Ida")
    assert drawn(44, *cells) == ["200,000–260,000…", "bones", "Ida"]
    whole = claims.claim_row(CLAIMS[0], cells, longest([cells])).whole(44)
    assert ["".join(piece.text for piece in line.left).strip() for line in whole] == list(cells)


def test_what_many_rows_say_is_left_out_and_its_room_is_for_what_is_claimed():
    article, ida = replace(CLAIMS[0], by=None), CLAIMS[2]
    both = claims.table(replace(VIEW, reading=replace(VIEW.reading, claims=(article, ida))), Order())
    assert [cells[2] for _, cells in both] == ["", "Oskar Lindqvist"]
    alone = longest(
        [cells for _, cells in claims.table(replace(VIEW, reading=Reading(claims=(article,))), Order())]
    )
    assert alone.widths(40)[2] == 0


def test_an_empty_table_has_columns_too():
    assert sum(Columns().widths(40)) > 0


def test_a_claim_that_is_cut_is_shown_whole_with_who_says_so_below():
    cells = ("↓ 30%", "the market", "Oskar Lindqvist")
    row = claims.claim_row(CLAIMS[2], cells, longest([cells]))
    assert len(row.whole(60)) == 1
    assert ["".join(piece.text for piece in line.left) for line in row.whole(28)] == [
        "   ↓ 30%  the market",
        "          Oskar Lindqvist",
    ]


def test_a_claim_that_may_well_be_wrong_bears_a_quiet_sign_and_the_columns_stay():
    cells = claims.cells(VIEW, CLAIMS[2])
    made = [
        claims.claim_row(replace(CLAIMS[2], confidence=said), cells, longest([cells]))
        for said in ("sure", "likely", "unsure")
    ]
    sure, likely, unsure = lines(made)
    assert likely == sure and not sure.endswith("?") and unsure.endswith("?")
    assert unsure.index(cells[2][:5]) == sure.index(cells[2][:5])
