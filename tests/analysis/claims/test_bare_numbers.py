"""Numbers without a noun that are amounts all the same."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ward counted 31 last year, against 26 before.", [31, 26]),
        ("The ward recorded 31 in May.", [31]),
        ("The ward counted 31 in March and 112 in April.", [31, 112]),
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
        (
            "About 3,000 bowls are here; a further 500 are in private hands.",
            [(3000, "bowls"), (500, "bowls")],
        ),
        ("Twenty-six men were charged and 300 were fined.", [(26, "men"), (300, None)]),
        ("Of the 40 passengers, 31 survived.", [(40, "passengers"), (31, "passengers")]),
        ("Of the ten judges who heard the case, six were new.", [(10, "judges"), (6, "judges")]),
        ("The town has 300 schools, and 17 were closed.", [(300, "schools"), (17, None)]),
        ("Seven more died in hospital on Friday.", [(7, None)]),
        ("At least 11 people were killed and some 30 others hurt.", [(11, "people"), (30, "people")]),
        ("It cost £40m and hurt five others.", [(40_000_000, "pound"), (5, "others")]),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Complaints rose to 310.", [(310, "complaints")]),
        ("Road deaths fell to about 38 last year.", [(38, "road deaths")]),
        ("Complaints rose from 120 in 2023 to 310 in 2025.", [(120, "complaints"), (310, "complaints")]),
        ("The death toll has risen to 12, officials said.", [(12, None)]),
        ("Attendance fell from 900 to 650.", [(900, None), (650, None)]),
        ("Deaths on the roads went from 45 to 38.", [(45, "deaths"), (38, "deaths")]),
        ("Robberies almost doubled, from 45 to 88.", [(2, None), (45, "robberies"), (88, "robberies")]),
        (
            "Some 9.7 per cent of teachers left, and vacancies have doubled, to 2,800, since May.",
            [(9.7, "percent"), (2, None), (2800, "vacancies")],
        ),
        ("Arrests fell by 40 to 212.", [(40, None), (212, "arrests")]),
        ("Shares rose from 120 to 310.", [(120, None), (310, None)]),
        ("The union was growing, swelling its board to 22.", [(22, None)]),
        ("The bus goes from 5 to 9.", []),
    ],
)
def test_what_something_moved_from_and_to_is_a_level_and_what_moved_is_counted(brief, text, found):
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors found 41 defects. Seventeen of them were rated serious.",
            [(41, "defects"), (17, "defects")],
        ),
        ("The board has nine members, four of whom voted against.", [(9, "members"), (4, "members")]),
        ("Police said 300 people marched. Of those, 40 were held.", [(300, "people"), (40, "people")]),
        ("Inspectors found nine defects. Seventeen of them had been hired.", [(9, "defects"), (17, None)]),
    ],
)
def test_what_some_of_them_are_was_told_before(brief, text, found):
    assert brief(text) == found
