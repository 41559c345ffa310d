"""Who is no source, who is one source and not two, and where a report ends."""

import pytest

NOBODY = {
    "corrected": "An earlier version of this article said that the bridge was built in 1913.",
    "originally": "This article originally said that the bridge was built in 1913.",
    "creature": "The microbe found that the mud was warm.",
    "thing": "A crane suggested that the harbour was open.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_what_cannot_speak_is_no_speaker(read_text, text):
    assert read_text(text).speakers == ()


def test_a_draft_of_another_text_is_a_source(said):
    text = "An earlier version of the bill said that the bridge was unsafe."
    assert said(text) == [("that the bridge was unsafe", "An earlier version of the bill")]


def test_a_semicolon_parts_two_sources(said):
    text = "The treasury puts the cost at £34m a year; the bridge is safe, the Brandt Alliance says."
    assert said(text) == [("the bridge is safe", "Brandt Alliance")]


def test_an_amount_with_a_short_scale_ends_a_sentence(said):
    text = "Campaigners put it at £120m. The bridge is safe, said the road office."
    assert said(text) == [("The bridge is safe", "the road office")]


def test_a_subject_alone_is_not_what_was_said(said):
    text = "Helen Brandt built it. Her brother, she added, had complained about the noise."
    assert said(text) == [("had complained about the noise", "Helen Brandt")]


def test_the_question_before_an_answer_is_not_doubled(said):
    text = "Asked whether he would resign, Jonas Feld said that he would not."
    assert said(text) == [("that he would not", "Jonas Feld")]


def test_neither_is_no_part_of_a_role(read_text):
    text = "Neither the minister, Ola Brandt, nor her deputy came. “It will close,” Brandt said."
    assert [(s.name, s.role) for s in read_text(text).speakers] in (
        [("Ola Brandt", "minister")],
        [("Ola Brandt", None)],
    )


def test_the_utility_is_not_the_insurer_named_before(said):
    text = "The insurer Brandt Re paid for the damage. Power should be back by Monday, the utility said."
    assert said(text) == [("Power should be back by Monday", "the utility")]


def test_the_insurer_is_the_one_so_described(said):
    text = "The insurer Brandt Holdings paid for the damage. The roof was old, the insurer said."
    assert said(text) == [("The roof was old", "Brandt Holdings")]


def test_somebody_described_first_and_named_later_is_one_speaker(read_text):
    text = (
        "A doctoral student noticed that the mud was warm.\n\n"
        "“I thought it was an error,” the student, Lars Ekholm, said."
    )
    (speaker,) = read_text(text).speakers
    assert (speaker.name, speaker.role, speaker.quotes) == ("Lars Ekholm", "doctoral student", ("q1", "q2"))
