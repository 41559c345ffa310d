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


NOBODYS = [
    "Neither company said the bill would exceed £40m.",
    "No minister said on Friday that the bill would exceed £40m.",
    "No one at Norvik Energi said that 40 jobs would go.",
    "Nobody said 40 boats sank.",
    "Norvik Energi never estimated the cost at £4m.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_nobody_says_is_nobodys_and_not_the_articles(read_text, text):
    reading = read_text(text)
    (claim,) = reading.claims
    assert claim.by is not None and claim.by.speaker is None
    assert reading.speakers == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ilse Brandt met Helen Marek in Orrin. She sold 40 boats in 2019.", "Ilse Brandt"),
        ("The council sued Norvik Energi over the pier. It paid £4m in 2019.", "council"),
    ],
)
def test_a_pronoun_is_the_same_in_a_claim_and_in_an_event(read_text, text, who):
    reading = read_text(text)
    (claim,) = reading.claims
    (entry,) = reading.timeline
    assert claim.of == who
    assert who in (entry.event or "")
