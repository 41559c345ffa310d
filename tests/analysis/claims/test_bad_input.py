"""Whatever the text, claims come back finite, in order and with offsets that hold."""

import math
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis.claims.numbers import find

PIECES = st.sampled_from(
    [
        "1",
        ",",
        ".",
        "-",
        "–",
        "/",
        ":",
        "^",
        "e",
        "½",
        "٣",
        "$",
        "€",
        "%",
        "10",
        "999",
        "1,000",
        "2.5",
        "m",
        "bn",
        "million",
        "hundred",
        "half",
        "a",
        "and",
        "of",
        "to",
        "between",
        "from",
        "twice",
        "doubled",
        "third",
        "one",
        "in",
        "dozens",
        "per",
        "cent",
        "people",
        "(",
        ")",
        "“",
        "”",
        "\n",
        "\u200b",
        "年",
        "million-dollar",
        "12th",
        "F-",
        "years",
        "ago",
    ]
)
SEPARATORS = st.sampled_from(["", " ", " ", " "])
TEXTS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=40).map(
    lambda parts: "It said " + "".join(a + b for a, b in parts)
)


def check(text, claims):
    """What holds for the claims of any text."""
    for claim in claims:
        assert claim.text == text[claim.start : claim.end]
        assert claim.sentence.start <= claim.start < claim.end
        for number in claim.value if isinstance(claim.value, tuple) else (claim.value,):
            assert math.isfinite(number)
    starts = [claim.start for claim in claims]
    assert starts == sorted(starts)
    assert [claim.id for claim in claims] == [f"c{n}" for n in range(1, len(claims) + 1)]


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3,4",
        "12.34.56",
        "10^400",
        "1e999",
        "٣",
        "½½",
        "9" * 10_000,
        "The fund has " + "million " * 500 + "dollars.",
        "$" * 2000,
        "-" * 2000 + "5",
        "a half of a half of a half of a half",
    ],
    ids=lambda text: text[:12],
)
def test_odd_text_breaks_nothing(text, claims_of):
    check(text, claims_of(text))


def test_numbers_that_are_none_are_not_claimed(claims_of):
    for text in ("1,2,3,4", "12.34.56", "10^400", "1e999", "٣", "½½", "9" * 10_000):
        assert not claims_of(f"It said {text} there.")


def test_thousands_of_numbers_in_a_row(claims_of):
    text = "They counted " + " ".join(f"{n} boats," for n in range(3000, 5000)) + " and left."
    claims = claims_of(text)
    check(text, claims)
    assert len(claims) > 1000


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_claims_of_any_text_hold_together(claims_of, text):
    check(text, claims_of(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_numbers_of_any_text_are_finite_and_apart(text):
    found = find(text)
    assert all(math.isfinite(number.low) and math.isfinite(number.high) for number in found)
    assert all(a.to <= b.at for a, b in pairwise(found))


@given(st.integers(0, 10**12))
def test_any_whole_number_is_read_back_from_its_digits(number):
    assert [found.value for found in find(f"It has {number:,} parts")] == [number]
