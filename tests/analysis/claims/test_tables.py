"""Numbers in the cells of tables are claims of what their row and their column are called."""

import pytest

from reader.analysis.claims import tables
from reader.article.opener import from_bytes

RESULTS = """| In millions | Q3 2025 | Q3 2026 |
|---|---|---|
| Revenue | 38.9 | 41.2 |
| Net income | 2.8 | (3.1) |
"""


def found(markdown):
    article = from_bytes(markdown.encode(), source="table.md", form=".md")
    return {article.text[q.start : q.end]: q for _, q in tables.find(article)}


def of_page(table):
    said = "<p>The harbour board of Tarn voted on Tuesday to close the north quay for eight weeks of the spring.</p>"
    page = f"<html><body><article><h1>The quay</h1>{said}<table>{table}</table>{said.replace('north', 'south')}</article></body></html>"
    article = from_bytes(page.encode(), source="page.html", form=".html")
    return {article.text[q.start : q.end]: q.of for _, q in tables.find(article)}


@pytest.mark.parametrize(
    ("cell", "value", "unit", "of"),
    [
        ("41.2", 41_200_000, None, "Revenue, Q3 2026"),
        ("(3.1)", -3_100_000, None, "Net income, Q3 2026"),
        ("2.8", 2_800_000, None, "Net income, Q3 2025"),
    ],
)
def test_the_corner_gives_the_scale_and_brackets_are_a_loss(cell, value, unit, of):
    claim = found(RESULTS)[cell]
    assert (claim.value, claim.unit, claim.of) == (value, unit, of)


@pytest.mark.parametrize(
    ("head", "cell", "value", "unit"),
    [
        ("Share (%)", "48.1", 48.1, "percent"),
        ("Share, %", "48.1", 48.1, "percent"),
        ("Change %", "3", 3, "percent"),
        ("Cost (£m)", "3.4", 3_400_000, "pound"),
        ("Cost (US$ million)", "3.4", 3_400_000, "US dollar"),
        ("Cost (in thousands)", "3.4", 3400, None),
        ("Area (km²)", "1,204", 1204, "square kilometre"),
        ("Boats", "40", 40, None),
        ("Price", "$499", 499, "US dollar"),
        ("Price (£)", "$499", 499, "US dollar"),
    ],
)
def test_the_unit_stands_in_the_cell_or_above_it(head, cell, value, unit):
    claim = found(f"| Port | {head} |\n|---|---|\n| Tarn | {cell} |\n")[cell]
    assert (claim.value, claim.unit) == (value, unit)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Year", ["1996", "1998"]),
        ("Founded", ["1841", "1902"]),
        ("Score", ["2–1", "0-0"]),
        ("Telephone", ["960123", "960124"]),
        ("Date", ["3 March 2026", "10 March 2026"]),
        ("Note", ["12 of them", "see page 4"]),
    ],
)
def test_what_says_when_or_which_is_no_amount(head, cells):
    rows = "\n".join(f"| Port {at} | {cell} | 77 |" for at, cell in zip("ab", cells, strict=True))
    assert set(found(f"| Port | {head} | Boats |\n|---|---|---|\n{rows}\n")) == {"77"}


def test_numbers_that_count_the_rows_are_none():
    assert set(found("| | Port | Boats |\n|---|---|---|\n| 1 | Tarn | 40 |\n| 2 | Skerry | 12 |\n")) == {
        "40",
        "12",
    }


def test_a_row_is_called_by_its_day_and_by_what_follows():
    claim = found("| Date | Match | Crowd |\n|---|---|---|\n| 3 March | Tarn v Kelda | 3,410 |\n")["3,410"]
    assert claim.of == "3 March, Tarn v Kelda, Crowd"


def test_heads_in_two_rows_are_one():
    head = "<tr><th rowspan=2>Port</th><th colspan=2>Boats</th></tr><tr><th>2024</th><th>2025</th></tr>"
    assert of_page(f"{head}<tr><td>Tarn</td><td>40</td><td>44</td></tr>") == {
        "40": "Tarn, Boats 2024",
        "44": "Tarn, Boats 2025",
    }


def test_a_label_in_several_lines_is_one_and_is_cut():
    label = "The old harbour of Skerry on the far side of the island which nobody visits in winter and few in summer"
    rows = f"<tr><th>Port</th><th>Boats</th></tr><tr><td>{label}</td><td>12</td></tr>"
    assert of_page(rows) == {
        "12": "The old harbour of Skerry on the far side of the island which nobody visits in…, Boats"
    }


def test_pairs_without_heads_are_of_what_stands_before():
    assert of_page("<tr><th>Calories</th><td>310</td></tr><tr><th>Fat</th><td>18 g</td></tr>") == {
        "310": "Calories",
        "18 g": "Fat",
    }


def test_columns_of_wide_signs_stay_apart():
    assert (
        found("| 港口 | Boats | Crew |\n|---|---|---|\n| 塔恩的老港 | 40 | 99 |\n")["99"].of
        == "塔恩的老港, Crew"
    )
