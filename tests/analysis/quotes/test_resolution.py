"""Whom a pronoun or a description means."""

import pytest

MEANT = {
    "he": ("Jonas Feld crossed the bridge. “It is safe,” he said.", "Jonas Feld"),
    "she_not_he": ("Jonas Feld met Helen Brandt there. “It is safe,” she said.", "Helen Brandt"),
    "the_subject": ("Anders Lind greeted Jonas Feld. “It is safe,” he said.", "Anders Lind"),
    "role": (
        "Chief engineer Helen Brandt said it was safe.\n\nA week later the engineer said it was not.",
        "Helen Brandt",
    ),
    "role_of_one_who_has_not_spoken": (
        "Governor Helen Brandt opened it.\n\nIt rained. “It is safe,” the governor said.",
        "Helen Brandt",
    ),
    "office_in_short": ("Gov. Helen Brandt opened it.\n\n“It is safe,” the governor said.", "Helen Brandt"),
    "the_one_of_two_offices": (
        "Health Secretary Jonas Feld met Transport Secretary Helen Brandt. The transport secretary said it was safe.",
        "Helen Brandt",
    ),
    "not_the_deputy": (
        "Prime Minister Helen Brandt met Deputy Prime Minister Jonas Feld. The prime minister said it was safe.",
        "Helen Brandt",
    ),
    "another_office": (
        "Health Secretary Helen Brandt met the board. The transport secretary said it was safe.",
        "The transport secretary",
    ),
    "two_of_one_office": (
        "President Helen Brandt met President Jonas Feld. The president said it was safe.",
        "The president",
    ),
    "office_told_nowhere_else": (
        "Helen Brandt has just finished her round. The first minister said it was safe.",
        "Helen Brandt",
    ),
    "whom_the_article_is_about": (
        "Helen Brandt left. Brandt was tired. Brandt had seen Quorn Vale.\n\nThe road to Quorn Vale is shut. “It is safe,” she said.",
        "Helen Brandt",
    ),
    "who_did_something_near": (
        "Helen Brandt left. Brandt was tired. Brandt rested.\n\nTolun Arvosen crossed it. “It is safe,” she said.",
        "Tolun Arvosen",
    ),
    "countryman": (
        "Coach Marco Arvo waved at Jonas Feld. “It is safe,” the Italian said.",
        "Marco Arvo",
    ),
    "its_chairman": (
        "Jonas Feld, the founding chairman, left. The bridge was “safe”, its founding chairman said.",
        "Jonas Feld",
    ),
    "age": ("Jonas Feld, 46, crossed it. “It is safe,” the 46-year-old said.", "Jonas Feld"),
    "company": (
        "Brandt Holdings built the bridge last year. The company said it was safe.",
        "Brandt Holdings",
    ),
    "who": ("The town asked Jonas Feld, who said the bridge was safe.", "Jonas Feld"),
}


@pytest.mark.parametrize(("text", "name"), MEANT.values(), ids=MEANT.keys())
def test_the_one_who_is_meant(said, text, name):
    assert said(text)[-1][1] == name


def test_nobody_is_named_when_two_fit(said):
    text = "The bridge connects Jonas Feld with Anders Lind. “It is safe,” he said."
    assert said(text) == [("“It is safe,”", None)]


def test_nobody_further_back_than_two_paragraphs_is_meant(said):
    text = "Jonas Feld left.\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\n“It is safe,” he said."
    assert said(text) == [("“It is safe,”", None)]


def test_the_pronoun_stays_as_the_mention(quote):
    found = quote("Jonas Feld crossed the bridge. “It is safe,” he said.")
    assert (found.mention.text, found.cue.text) == ("he", "said")


def test_it_means_the_nearest_organisation_that_is_a_subject_of_its_sentence(said):
    text = "The council said the bridge was safe, but Brandt Holdings disagreed: it said it was “a trap”."
    assert said(text)[-1] == ("it was “a trap”", "Brandt Holdings")


def test_an_organisation_is_named_between_commas(said):
    text = "A charity, the Lind Foundation, said the bridge was old."
    assert said(text) == [("the bridge was old", "Lind Foundation")]


def test_it_means_the_organisation_that_is_the_subject_of_the_sentence_before(said):
    text = "Helen Brandt said 40 lorries crossed. The union disputes that. It says “at least 90” did."
    assert ("“at least 90” did", "The union") in said(text)


def test_they_are_the_people_who_did_something_last(speaker):
    assert (
        speaker("Police closed the road. Protesters sat down at noon. “We will stay,” they said.").name
        == "Protesters"
    )


def test_they_are_not_those_the_report_is_about(speaker):
    text = "Researchers at the University of Halden tracked volunteers. Heavy users scored lower, they said."
    assert speaker(text).name == "Researchers at the University of Halden"


def test_one_is_of_the_people_who_did_something_last(speaker):
    text = "Some curators fear that smaller museums will close. “Who is going to pay?” one asked."
    assert speaker(text).name == "Some curators"


def test_what_is_feared_does_not_speak_next(read_text):
    text = "Some curators fear that smaller museums will close. “Who is going to pay?”"
    reading = read_text(text)
    assert {speaker.name for speaker in reading.speakers} == {"Some curators"}


def test_a_choice_does_not_speak(read_text):
    (quote,) = read_text("For Tom Brandt, the choice is simple. “We pay or we close.”").quotes
    assert quote.speaker is None


def test_a_message_is_its_owners(speaker):
    assert speaker("Anna Vale's message to the board was short: “Resign.”").name == "Anna Vale"
