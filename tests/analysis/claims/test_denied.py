"""Whose claim an amount is when somebody denies, refuses to confirm or rejects it."""

import pytest

DENIED = [
    "Karst Copper denied that 60 workers had died.",
    "The minister refused to confirm that 4,000 jobs were at risk.",
    "Helen Brandt did not say that 300 homes were empty.",
    "Helen Brandt asked whether 300 homes were empty.",
    "Gregor Tamm denies two counts of arson.",
]


@pytest.mark.parametrize("text", DENIED)
def test_it_is_not_the_claim_of_whoever_denies_it(read_text, text):
    (claim,) = read_text(text).claims
    assert claim.by is not None and claim.by.speaker is None and claim.by.quote is not None


def test_what_somebody_refuses_to_do_is_told_by_the_article(read_text):
    (claim,) = read_text("Gregor Tamm refused to sell the 40 boats.").claims
    assert claim.by is None


def test_a_rejected_claim_is_its_makers(read_text):
    reading = read_text("Osric Hale rejected claims by the mayor that 300 jobs were safe.")
    (claim,) = reading.claims
    assert {s.id: s.name for s in reading.speakers}[claim.by.speaker] == "the mayor"


def test_what_somebody_says_stays_theirs(read_text):
    reading = read_text("Karst Copper said that 60 workers had left.")
    (claim,) = reading.claims
    assert claim.by is not None and claim.by.speaker is not None
