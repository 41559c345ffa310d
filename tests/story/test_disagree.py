"""Whether two amounts can both be true."""

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
