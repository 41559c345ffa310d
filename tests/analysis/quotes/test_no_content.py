"""What stands beside a cue without being what it reports."""

import pytest

OWN = {
    "marks_in_what_is_said_of_the_speaker": (
        "Rosa Lind, who has a “buy” rating on the shares, described the results as “a relief”.",
        [("“buy”", None), ("“a relief”", "Rosa Lind")],
    ),
    "the_clause_that_who_hangs_on": (
        "Feld's warning was repeated by Ilse Brandt, who said of the bridge, “It sways.”",
        [("“It sways.”", "Ilse Brandt")],
    ),
    "a_clause_before_a_colon": (
        "Hauliers put it higher: the Freight Council said fares would not exceed £8.",
        [("fares would not exceed £8", "Freight Council")],
    ),
    "what_is_won": (
        "Nils Feld claimed victory in the race and Helen Brandt was denied entry to the hall.",
        [],
    ),
    "what_is_hoped_for": ("Let’s hope we see Ada Brandt at the weir. Let's say it was cheap.", []),
    "what_somebody_is_to_say": ("Do not let her tell you that the weir is safe. Let us say it sways.", []),
    "what_is_claimed_by_right": ("Tenants can claim compensation for the delay.", []),
}
TOLD = {
    "clause_after_the_one_told": (
        "Father Nils Feld told the inquest he had warned the pilot.",
        [("he had warned the pilot", "Nils Feld")],
    ),
    "deed_denied": ("Emil Harn has denied taking bribes.", [("taking bribes", "Emil Harn")]),
    "deed_proposed": ("Helen Brandt proposed closing the pier.", [("closing the pier", "Helen Brandt")]),
    "in_somebodys_view": (
        "In Rosa Lind’s view, the plan would fail.",
        [("the plan would fail", "Rosa Lind")],
    ),
    "full_stop_after_a_unit": (
        "The Freight Council said fares would rise by £3m.",
        [("fares would rise by £3m", "Freight Council")],
    ),
    "promise_with_its_time": (
        "Helen Brandt spoke on Monday. She promised a review by the end of May.",
        [("a review by the end of May", "Helen Brandt")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OWN.values(), ids=OWN.keys())
def test_is_no_content(said, text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_is_content(said, text, expected):
    assert said(text) == expected
