"""One question has one answer in all panels: what a pronoun stands for, and that nobody says it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.pipeline import analyse, load
from reader.article import Article

WOMEN, MEN = ("Ilse Brandt", "Helen Marek"), ("Nils Arvo", "Jonas Feld")
BODIES = ("The council", "Norvik Energi", "The ministry", "The union")
MET = ("met", "sued", "thanked", "followed")


def answers(reading):
    """Whom each panel names: of the claim, in the event, as speaker; None where a panel names nobody."""
    (claim,) = [claim for claim in reading.claims if "40" in claim.text or "4m" in claim.text]
    (time,) = [time for time in reading.timeline if time.text == "2019"]
    return claim.of, time.event


@pytest.fixture(scope="module")
def nlp():
    return load()


@settings(max_examples=40, deadline=None)
@given(
    st.permutations([*WOMEN, *MEN]),
    st.sampled_from(MET),
    st.sampled_from(("She", "He")),
)
def test_a_person_pronoun_is_the_same_in_claim_and_event(nlp, people, met, pronoun):
    text = f"{people[0]} {met} {people[1]} in Orrin. {pronoun} sold 40 boats in 2019."
    of, event = answers(analyse(nlp, Article(text)))
    named = event.split(" sold")[0].strip("[]")
    assert named in {of, pronoun} if of is None else named == of


@settings(max_examples=20, deadline=None)
@given(st.permutations(BODIES), st.sampled_from(MET))
def test_it_is_the_same_in_claim_and_event(nlp, bodies, met):
    text = f"{bodies[0]} {met} {bodies[1].lower() if bodies[1][0] == 'T' else bodies[1]} over the pier. It paid £4m in 2019."
    of, event = answers(analyse(nlp, Article(text)))
    named = event.split(" paid")[0].strip("[]")
    assert of is None or named.removeprefix("The ").removeprefix("the ") == of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ilse Brandt met Helen Marek in Orrin. She sold 40 boats in 2019.", "Ilse Brandt"),
        ("The council sued Norvik Energi over the pier. It paid £4m in 2019.", "council"),
    ],
)
def test_of_two_who_fit_the_subject_is_meant_in_both_panels(nlp, text, who):
    of, event = answers(analyse(nlp, Article(text)))
    assert of == who
    assert who in event


@pytest.mark.parametrize("title", ["Mr", "Ms", "Dr", "Prof", "Prof.", "Rev", "Sir", "Dame", "Cllr"])
def test_a_title_is_no_role(nlp, title):
    (speaker,) = analyse(nlp, Article(f"“It sank,” said {title} Helen Brandt.")).speakers
    assert (speaker.name.removeprefix(f"{title} "), speaker.role) == ("Helen Brandt", None)


def test_who_speaks_is_who_the_event_is_about(nlp):
    text = (
        "Ilse Brandt thanked Nils Arvo in Orrin. “It was old,” he said on Friday. He sold 40 boats in 2019."
    )
    reading = analyse(nlp, Article(text))
    (speaker,) = reading.speakers
    of, event = answers(reading)
    assert speaker.name == "Nils Arvo" == of and event.startswith("[Nils Arvo]")
