"""What numbers are worth, however they are written."""

import pytest

from reader.analysis.claims.numbers import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250", 1250),
        ("12.5", 12.5),
        (".75", 0.75),
        ("-0.6", -0.6),
        ("minus 12", -12),
        ("$1.2bn", 1_200_000_000),
        ("€980m", 980_000_000),
        ("2.5 million", 2_500_000),
        ("4 hundred million", 400_000_000),
        ("25k", 25_000),
        ("½", 0.5),
        ("3½", 3.5),
        ("seventeen", 17),
        ("six hundred and twelve thousand", 612_000),
        ("a hundred", 100),
        ("two and a half million", 2_500_000),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a couple of", 2),
        ("a couple dozen", 24),
        ("dozens", (12, 120)),
        ("tens of thousands", (10_000, 100_000)),
        ("several hundred", (100, 1000)),
        ("a third of", 1 / 3),
        ("a third off profits", 1 / 3),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        ("one in every 400", 1 / 400),
        ("sevenfold", 7),
        ("one point six billion", 1_600_000_000),
        ("a tenth of", 0.1),
    ],
)
def test_a_number_is_worth(text, value):
    (number,) = find(text)
    assert number.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3,4",
        "12.34.56",
        "½½",
        "٣",
        "9" * 400,
        "10^400",
        "tens",
        "the second half of the year",
        "a third person",
    ],
)
def test_it_is_no_number(text):
    assert not find(text)


def test_five_killed_in_20_minutes_is_no_share():
    assert [number.value for number in find("five in 20 minutes")] == [5, 20]


def test_37m_is_metres_before_long_and_millions_else():
    assert [number.value for number in find("a 37m-long net for 37m users")] == [37, 37_000_000]


def test_numbers_are_read_in_every_paragraph_up_to_its_edges():
    found = find("40 gulls¶Twice the noise, a third¶¶of it at night; half a dozen¶½¶")
    assert [number.value for number in found] == [40, 2, 6, 0.5]
