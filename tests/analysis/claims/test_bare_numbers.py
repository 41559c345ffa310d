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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three people died and 17 were injured when the roof fell in.", [(3, "people"), (17, "people")]),
        ("Three died and 17 were injured when the roof fell in.", [(3, None), (17, None)]),
        ("The crash near Ostby killed four and injured 22.", [(4, None), (22, None)]),
        ("Two sailors drowned, and another five were missing.", [(2, "sailors"), (5, "sailors")]),
        ("Twenty-six men were charged and 300 were fined.", [(26, "men"), (300, None)]),
        ("Of the 40 passengers, 31 survived.", [(40, "passengers"), (31, "passengers")]),
        ("Of the ten judges who heard the case, six were new.", [(10, "judges"), (6, "judges")]),
        ("The town has 300 schools, and 17 were closed.", [(300, "schools"), (17, None)]),
        ("Seven more died in hospital on Friday.", [(7, None)]),
    ],
)
def test_a_number_stands_for_what_it_counts_where_a_verb_says_something_of_so_many(brief, text, found):
    assert brief(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The two met on Friday.",
        "Any two could stop the third.",
        "One was killed and another hurt.",
        "Room 12 was empty.",
        "Seven is the answer.",
        "Ilse Brandt, 40, left the board.",
    ],
)
def test_numbers_that_pick_out_or_name_something_are_no_counts(claims_of, text):
    assert [claim for claim in claims_of(text) if claim.kind == "count"] == []
