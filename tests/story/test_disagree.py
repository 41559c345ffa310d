"""Whether two amounts can both be true."""

from dataclasses import replace

import pytest

from reader.analysis.model import Claim, Span
from reader.story import disagree


def claim(value, comparator="=", change=None):
    return Claim("c1", "x", 0, 1, value, comparator, change, "count", "people", None, None, Span(0, 1))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (claim(9), claim(11), True),
        (claim(9, ">="), claim(11), False),
        (claim(9), claim(11, ">"), True),
        (claim(100, "~"), claim(105), False),
        (claim(100, "~"), claim(120), True),
        (claim((5, 7)), claim(6), False),
        (claim(3, change="up"), claim(3, change="down"), True),
        (claim(10, "<="), claim(20, ">="), True),
    ],
)
def test_claims_disagree_when_no_amount_fits_both(one, other, apart):
    assert disagree(one, other) is apart
    assert disagree(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("£18m", 18_000_000), ("£18.2m", 18_200_000), False),
        (("£18.7m", 18_700_000), ("£18.2m", 18_200_000), True),
        (("600 homes", 600), ("612 homes", 612), False),
        (("40 percent", 40), ("41 percent", 41), True),  # nobody rounds 41 to 40
        (("5 percent", 5), ("5.2 percent", 5.2), False),
        (("6 percent", 6), ("5.2 percent", 5.2), True),
        (("20 people", 20), ("19 people", 19), True),
        (("hundreds of people", (100, 1000)), ("1,700 people", 1700), False),  # of those known so far
        (("hundreds of people", (100, 1000)), ("12 people", 12), True),
    ],
)
def test_a_rounded_number_is_no_other_number(one, other, apart):
    amounts = [replace(claim(value), text=text) for text, value in (one, other)]
    assert disagree(*amounts) is apart
    assert disagree(*reversed(amounts)) is apart
