"""Whose claim an amount is."""

import pytest


@pytest.fixture
def by(read_text):
    """``by(text)``: who makes each claim."""

    def find(text):
        reading = read_text(text)
        names = {speaker.id: speaker.name for speaker in reading.speakers}
        return [(claim.text, names.get(claim.by.speaker) if claim.by else None) for claim in reading.claims]

    return find


def test_each_clause_has_its_own_source(by):
    text = "The treasury puts the cost at £34m; the Brandt Alliance says £20m."
    assert by(text) == [("£34m", "treasury"), ("£20m", "Brandt Alliance")]


def test_who_says_it_at_the_end(by):
    assert by("No more than 40 jobs will go, the firm said.") == [("No more than 40 jobs", "the firm")]


def test_who_does_not_say_it_is_no_source(by):
    ((_, who),) = by("The ministry did not say that 300 homes were empty.")
    assert who is None


RETRACTED = [
    "An earlier version of this article said that 40 people had died.",
    "This story originally said that 40 people had died.",
]


@pytest.mark.parametrize("text", RETRACTED)
def test_what_the_article_takes_back_is_no_claim(claims_of, text):
    assert claims_of(text) == ()


def test_what_it_says_instead_is_one(brief):
    text = "An earlier version of this article said that 40 people had died. In all 26 people died."
    assert brief(text) == [(26, "people")]


def test_what_it_takes_back_after_the_right_number_is_none(brief):
    text = "The fire killed 26 people, not 40 people as an earlier version of this article said."
    assert brief(text) == [(26, "people")]
