"""Where the cue and the speaker of marked words are found."""

import pytest

ONE = {
    "inverted": ("“The bridge is safe,” said Helen Brandt.", "“The bridge is safe,”", "Helen Brandt"),
    "after": ("“The bridge is safe,” Helen Brandt said.", "“The bridge is safe,”", "Helen Brandt"),
    "before_comma": ("Helen Brandt said, “The bridge is safe.”", "“The bridge is safe.”", "Helen Brandt"),
    "before_colon": (
        "Helen Brandt told reporters: “The bridge is safe.”",
        "“The bridge is safe.”",
        "Helen Brandt",
    ),
    "rare_verb": ("“The bridge is safe,” quipped Helen Brandt.", "“The bridge is safe,”", "Helen Brandt"),
    "verb_with_particle": (
        "Helen Brandt shot back: “The bridge is safe.”",
        "“The bridge is safe.”",
        "Helen Brandt",
    ),
    "according_to": (
        "“The bridge is safe,” according to Helen Brandt.",
        "“The bridge is safe,”",
        "Helen Brandt",
    ),
    "as_somebody_put_it": (
        "The bridge is “a rusty ladder,” as Helen Brandt put it.",
        "“a rusty ladder,”",
        "Helen Brandt",
    ),
    "signed_with_a_dash": ("“The bridge is safe.” — Helen Brandt", "“The bridge is safe.”", "Helen Brandt"),
    "name_before_a_colon": (
        "The toll does not trouble engineer Helen Brandt: “The bridge is safe.”",
        "“The bridge is safe.”",
        "Helen Brandt",
    ),
    "passive": (
        "The plan was called “a rusty ladder” by Helen Brandt.",
        "“a rusty ladder”",
        "Helen Brandt",
    ),
    "label": ("Helen Brandt called the bridge “a rusty ladder”.", "“a rusty ladder”", "Helen Brandt"),
    "label_with_as": ("Helen Brandt described it as “a rusty ladder”.", "“a rusty ladder”", "Helen Brandt"),
    "long_apposition": (
        "“The bridge is safe,” Helen Brandt, an engineer who built three of them, said.",
        "“The bridge is safe,”",
        "Helen Brandt",
    ),
}


@pytest.mark.parametrize(("text", "quoted", "name"), ONE.values(), ids=ONE.keys())
def test_the_cue_of_one_stretch(said, text, quoted, name):
    assert (quoted, name) in said(text)


def test_one_cue_serves_several_stretches(said):
    text = "“The bridge is safe,” Helen Brandt said. “The road to it is not.”"
    assert said(text) == [
        ("“The bridge is safe,”", "Helen Brandt"),
        ("“The road to it is not.”", "Helen Brandt"),
    ]


def test_an_adverb_may_stand_between_cue_and_colon(said):
    text = "Helen Brandt built the bridge. Now she adds, wearily: “The road to it is not safe.”"
    assert said(text) == [("“The road to it is not safe.”", "Helen Brandt")]


def test_the_subject_of_the_sentence_before_speaks_when_there_is_no_cue(said):
    text = "Helen Brandt shrugged. “The bridge is safe.”"
    assert said(text) == [("“The bridge is safe.”", "Helen Brandt")]


def test_a_paragraph_that_ends_with_a_colon_introduces_the_next(said):
    text = "Asked about the bridge, Helen Brandt gave this answer:\n\n“It is safe.”"
    assert ("“It is safe.”", "Helen Brandt") in said(text)


def test_a_speaker_is_carried_on_to_the_next_paragraph(said):
    text = "“The bridge is safe,” said Helen Brandt.\n\n“I cross it with my children every day.”"
    assert said(text)[1] == ("“I cross it with my children every day.”", "Helen Brandt")


def test_a_quotation_goes_on_over_paragraphs_with_reopened_marks(read_text):
    text = "“The bridge is safe,” said Helen Brandt. “I cross it.\n\n“My children cross it too.”"
    quotes = read_text(text).quotes
    assert [quote.closed for quote in quotes] == [True, True, True]
    assert len({quote.speaker for quote in quotes}) == 1


def test_what_a_clerk_reported_belongs_to_the_clerk(said):
    text = "A clerk said the crew had called the bridge “the widow” for years."
    assert said(text) == [("the crew had called the bridge “the widow” for years", "A clerk")]


def test_words_in_marks_that_a_report_is_about_are_part_of_it(said):
    text = "Helen Brandt built it. Her brother, she added, had complained about a sound “like a slow drum”."
    assert said(text) == [("had complained about a sound “like a slow drum”", "Helen Brandt")]


def test_words_in_marks_that_somebody_in_a_report_says_are_theirs(said):
    text = "Helen Brandt built it. Her brother, she added, had called it “a slow drum”."
    assert ("“a slow drum”", "Her brother") in said(text)


def test_words_that_belong_to_nobody_in_particular_stay_with_the_one_who_spoke(said):
    text = (
        "“The bridge is safe,” said Helen Brandt. And everyone knows that “the road to it was never paved”."
    )
    assert ("“the road to it was never paved”", "Helen Brandt") in said(text)


def test_the_cries_of_an_event_are_those_of_its_people(said):
    text = "Soon there were protest cries against the toll: “Tear it down!”"
    assert said(text) == [("“Tear it down!”", "protesters")]


def test_nobody_is_named_for_what_a_court_was_told(said):
    assert said("The engineer “knew the bridge was failing”, the court was told.")[0][1] is None


def test_an_owned_noun_is_a_cue(said):
    text = "Helen Brandt’s claim that the bridge was “a rusty ladder” surprised the town."
    assert said(text) == [("that the bridge was “a rusty ladder”", "Helen Brandt")]


def test_an_inner_clause_after_a_colon_rules_the_words_it_governs(said):
    text = (
        "The harbour board said traffic rose to 40,000 tonnes, though a union, the QRT, disputes that: "
        "it says the figure is “nearer 12,000”."
    )
    assert said(text) == [
        ("traffic rose to 40,000 tonnes", "The harbour board"),
        ("the figure is “nearer 12,000”", "QRT"),
    ]


def test_the_outer_cue_keeps_the_words_where_nothing_parts_it_from_the_inner_one(said):
    text = "A clerk said the crew had called it “the widow”."
    assert said(text)[0] == ("the crew had called it “the widow”", "A clerk")


def test_marks_within_the_words_that_say_who_are_not_their_speech(said):
    text = "“Keep out,” reads a sign beside the “express” lane."
    assert said(text) == [
        ("“Keep out,”", "a sign beside the “express” lane"),
        ("“express”", None),
    ]


def test_who_is_quoted_as_saying_it_says_it_and_not_who_quotes(read_text):
    text = "“The brakes failed,” the driver, who survived, was quoted as saying by the daily Orrin Post."
    reading = read_text("Ivo Marek spoke of ice. " + text)
    assert reading.quotes[-1].mention.text == "the driver"
    reading = read_text("The driver was quoted by the Orrin Post as saying that the brakes had failed.")
    assert reading.quotes[0].mention.text == "The driver"


def test_words_in_marks_belong_to_the_report_they_stand_in(read_text):
    (quote,) = read_text("The judge said Brandt had shown “not a shred of remorse”.").quotes
    assert (quote.kind, quote.cue.text, quote.mention.text) == ("mixed", "said", "The judge")


def test_what_is_written_on_something_is_said_by_it(speaker):
    assert speaker("“Enough is enough,” read a banner held by protesters.").name == "a banner"


def test_a_record_of_what_was_said_is_no_second_speaker(read_text):
    text = "“I am tired,” Ilse Brandt said, according to a transcript obtained by the Orrin Post."
    (quote,) = read_text(text).quotes
    assert quote.mention.text == "Ilse Brandt"
