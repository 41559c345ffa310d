"""Names told by what stands in them or beside them."""

import pytest

KINDS = {
    "insurer": ("Kolm Mutual said claims would rise.", {"Kolm Mutual": "organisation"}),
    "haulier": ("Brandt Freight said fares would rise.", {"Brandt Freight": "organisation"}),
    "credit": ("Residents wait. Ada Moss/Kolm Press", {"Ada Moss": "person", "Kolm Press": "organisation"}),
    "index": ("Shares lost 3%, compared with a gain in the S&P 500.", {"S&P 500": "other"}),
    "river": ("Two died when the Sorrel burst its banks.", {"Sorrel": "place"}),
    "river_by_its_noun": ("Two died when the Sorrel river rose.", {"Sorrel": "place"}),
}


@pytest.mark.parametrize(("text", "expected"), KINDS.values(), ids=KINDS.keys())
def test_kind(read_text, text, expected):
    assert {entity.name: entity.kind for entity in read_text(text).entities} == expected
