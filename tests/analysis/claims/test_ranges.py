"""Two numbers that are one amount, and two that are two."""

import pytest


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Between five and seven officers left.", (5, 7), "officers"),
        ("They work 40 to 50 hours.", (40, 50), "hour"),
        ("They work 40-50 hours.", (40, 50), "hour"),
        ("A seat costs $500-$600.", (500, 600), "US dollar"),
        ("It will cost $2 to $4 million.", (2_000_000, 4_000_000), "US dollar"),
        ("It will cost $200 to $4 million.", (200, 4_000_000), "US dollar"),
        ("Fees range from 1 per cent to 1.5 per cent.", (1, 1.5), "percent"),
        ("There are 1 to 2 thousand seals.", (1000, 2000), "seals"),
        ("Two or three men fled.", (2, 3), "men"),
        ("People between the ages of 17 and 20 left.", (17, 20), "year"),
        ("Pupils aged 5 to 11 sang.", (5, 11), "year"),
    ],
)
def test_a_range(brief, text, value, unit):
    assert brief(text) == [(value, unit)]


def test_from_and_to_of_a_change_are_two_levels(brief):
    assert brief("Inflation slowed from 5% to 3%.") == [(5, "percent"), (3, "percent")]


def test_two_sides_of_a_vote_are_no_range(brief):
    assert brief("They backed it by 53 percent to 47 percent.") == [(53, "percent"), (47, "percent")]


def test_a_change_and_the_level_it_leads_to_are_two_claims(brief):
    assert brief("Shares fell 10 cents to 85 cents.") == [(10, "cent"), (85, "cent")]
