"""What is denied, refused or asked is never shown as what its speaker says."""

import pytest

from reader.analysis.stance import lead

LED = {
    "denied": ("Peter Wren denied that he had misled anyone.", "denied: that he had misled anyone"),
    "declined": ("Ilse Vos declined to comment.", "declined: to comment"),
    "urged_not": (
        "The lawyer Jonas Feld urged jurors not to mistake delay for guilt.",
        "urged: not to mistake delay for guilt",
    ),
    "did_not_say": ("Helen Brandt did not say the plant would close.", "did not say: the plant would close"),
    "never": ("Helen Brandt never claimed that it was safe.", "never claimed: that it was safe"),
    "would_not": (
        "Officials would not say how many people were hurt.",
        "would not say: how many people were hurt",
    ),
    "refused_to": (
        "The minister refused to confirm that the mill was at risk.",
        "refused to confirm: that the mill was at risk",
    ),
    "yet_to": ("Officials have yet to confirm that it leaked.", "have yet to confirm: that it leaked"),
    "short_of": (
        "The bank stopped short of saying that it would close.",
        "stopped short of saying: that it would close",
    ),
    "told_to": ("The judge told jurors to forget it.", "told: to forget it"),
    "denied_things": (
        "Gregor Tamm denies two counts of arson.",
        "denies: two counts of arson",
    ),
    "hoped": ("Helen Brandt hoped the bridge would open.", "hoped: the bridge would open"),
    "said": ("Helen Brandt said that the bridge was old.", "that the bridge was old"),
    "according_to": ("According to Helen Brandt, the bridge was old.", "the bridge was old"),
    "whole_words": ("“I never saw it,” Helen Brandt insisted.", "“I never saw it,”"),
}


@pytest.mark.parametrize(("text", "shown"), LED.values(), ids=LED.keys())
def test_the_cue_stands_before_words_that_are_not_simply_said(quote, text, shown):
    found = quote(text)
    assert lead(found) + found.text == shown


def test_a_negated_cue_keeps_its_lemma_and_its_place(quote):
    text = "Helen Brandt did not say the plant would close."
    found = quote(text)
    assert (found.cue.lemma, text[found.cue.start : found.cue.end]) == ("say", "did not say")


@pytest.mark.parametrize(
    "text", ["No minister said that the mill would close.", "Neither firm said that the mill would close."]
)
def test_what_no_one_said_is_no_quote(read_text, text):
    assert read_text(text).quotes == ()


def test_a_claim_that_somebody_rejects_is_its_makers(said):
    text = "Osric Hale rejected claims by the mayor that the dam was safe."
    assert ("that the dam was safe", "the mayor") in said(text)


def test_a_claim_of_nobody_is_not_of_whoever_rejects_it(said):
    assert said("Osric Hale dismissed a claim that the dam was safe.") == []


def test_the_owner_of_a_claim_is_named_without_the_ending(said):
    text = "Osric Hale repeated the mayor’s claim that the dam was safe."
    assert ("that the dam was safe", "the mayor") in said(text)


def test_a_question_is_not_what_its_answerer_says(said):
    text = "Asked whether the mill would close, Ola Brandt declined to comment."
    assert said(text) == [("to comment", "Ola Brandt")]
