"""How exact a number says it is, and whether it is a change."""

import pytest


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Exactly 40 boats sank.", "="),
        ("More than 40 boats sank.", ">"),
        ("Well over 40 boats sank.", ">"),
        ("At least 40 boats sank.", ">="),
        ("No fewer than 40 boats sank.", ">="),
        ("Fewer than 40 boats sank.", "<"),
        ("Just under 40 boats sank.", "<"),
        ("Up to 40 boats sank.", "<="),
        ("No more than 40 boats sank.", "<="),
        ("About 40 boats sank.", "~"),
        ("Some 40 boats sank.", "~"),
        ("An estimated 40 boats sank.", "~"),
        ("Nearly 40 boats sank.", "~"),
        ("More than an estimated 40 boats sank.", ">"),
        ("The loss could exceed 40 boats.", ">"),
        ("They lost 40 boats or so.", "~"),
        ("They lost 40 or more boats.", ">="),
        ("They lost a total of 40 boats.", "="),
    ],
)
def test_a_comparator(claims_of, text, comparator):
    (claim,) = claims_of(text)
    assert claim.comparator == comparator
    assert (claim.value, claim.unit) == (40, "boats")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Wages rose 3%.", "up"),
        ("Wages rose by more than 3%.", "up"),
        ("Wages rose sharply in May by 3%.", "up"),
        ("Wages fell 3%.", "down"),
        ("Wages are down 3%.", "down"),
        ("Wages are 3% higher.", "up"),
        ("Ostby cut wages by 3%.", "down"),
        ("Ostby saw a 3% rise in wages.", "up"),
        ("Wages were at 3%.", None),
        ("Wages rose to 3%.", None),
        ("A discount of 3% was offered.", None),
        ("They live 200 miles up the river.", None),
        ("They may push the value of the contract to 3%.", None),
        ("Women made up 3% of the crew.", None),
        ("The judge turned down two appeals.", None),
        ("She lost her seat by seven votes.", None),
        ("The firm cut 1,200 jobs.", None),
        ("The firm cut staff by 1,200 people.", "down"),
    ],
)
def test_a_change(claims_of, text, change):
    (claim,) = claims_of(text)
    assert claim.change == change


def test_edged_up_to_is_a_level_and_no_bound(claims_of):
    (claim,) = claims_of("The jobless rate edged up to 4.2%.")
    assert (claim.text, claim.comparator, claim.change) == ("4.2%", "=", None)


def test_what_restates_a_change_is_the_same_change(claims_of):
    assert [c.change for c in claims_of("The index lost 190 points, or 0.6%.")] == ["down", "down"]


def test_a_span_covers_comparator_number_and_counted_noun(claims_of):
    (claim,) = claims_of("Officials fear that up to 15 small boats sank.")
    assert claim.text == "up to 15 small boats"


def test_a_row_over_a_rise_says_nothing_of_its_size(claims_of):
    (claim,) = claims_of("The talks over a 6.5 per cent rise failed.")
    assert (claim.comparator, claim.text) == ("=", "6.5 per cent")
    assert claims_of("Over a 100 people came.")[0].comparator == ">"


def test_what_lies_under_water_is_no_bound(claims_of):
    (claim,) = claims_of("The street lay under two metres of water.")
    assert (claim.comparator, claim.text) == ("=", "two metres")
