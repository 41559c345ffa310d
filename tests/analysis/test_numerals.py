"""What the words and digits of one number are worth."""

import pytest

from reader.analysis.numerals import of_tokens, spelled


@pytest.mark.parametrize(
    ("tokens", "number"),
    [
        ("twenty - four", 24),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("1.5 million", 1_500_000),
        ("1,200", 1200),
        ("several", None),
        ("", None),
    ],
)
def test_the_tokens_of_a_number_come_to_its_value(tokens, number):
    assert of_tokens(tokens.split()) == number


def test_two_numbers_in_a_row_are_none():
    assert spelled("five six") is None
