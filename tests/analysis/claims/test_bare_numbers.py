"""Numbers without a noun that are amounts all the same."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ward counted 31 last year, against 26 before.", [31, 26]),
        ("The ward recorded 31 in May.", [31]),
        ("The motion failed by just 12.", [12]),
        ("Her side lost by only 3.", [3]),
        ("She lived in Area 12.", []),
    ],
)
def test_what_was_counted_and_by_how_much_it_was_lost(claims_of, text, found):
    assert [claim.value for claim in claims_of(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eleven dead.", [(11, "dead")]),
        ("Eleven dead and 40 injured in a fire at Ostby.", [(11, "dead"), (40, "injured")]),
        ("The fire left nine dead.", [(9, "dead")]),
        ("They found nine dead fish.", [(9, "dead fish")]),
    ],
)
def test_people_are_counted_by_the_state_they_are_in(brief, text, found):
    assert brief(text) == found
