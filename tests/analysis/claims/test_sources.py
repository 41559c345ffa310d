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


@pytest.mark.parametrize(
    ("text", "amount", "who"),
    [
        ("Sales were short of the $6 million that analysts had pencilled in.", "$6 million", "analysts"),
        ("Sales missed the $6 million expected by analysts.", "$6 million", "analysts"),
        ("Brandt Motors sees a margin of 8%.", "8%", "Brandt Motors"),
        ("Nils Arvo reminded members that appeals had cost £3m.", "£3m", "Nils Arvo"),
        ("Its list has grown to 11,300 patients, according to the letter.", "11,300 patients", "the letter"),
        ("A survey that winter found rust in 61 of the 84 columns.", "84 columns", "survey"),
        ("Orrin put the number of wounded at 112, 30 of them children.", "112", "Orrin"),
        ("The organisers counted 3,000 people.", "3,000 people", "organisers"),
        ("The quake struck, 19 km off Ostby, the seismic institute, ISN, said.", "19 km", "ISN"),
        (
            "Some 71 per cent said every shop should take notes, and 58 per cent of the young did.",
            "58 per cent",
            None,
        ),
    ],
)
def test_whose_a_figure_is(by, text, amount, who):
    assert dict(by(text))[amount] == who
