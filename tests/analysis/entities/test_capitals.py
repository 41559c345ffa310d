"""Stretches in capitals are read as if in normal case."""

import pytest

from reader.analysis.entities.words import Capitals
from reader.analysis.pipeline import analyse
from reader.article.jsonl import from_record


def test_a_headline_in_capitals_is_calmed_and_acronyms_elsewhere_stay():
    words = ["BRANDT", "LEAVES", "NATO", "TALKS", "\n", "Ilse", "Brandt", "left", "NATO"]
    calm, shouted = Capitals(words).in_normal_case()
    assert calm[:4] == ["Brandt", "Leaves", "NATO", "Talks"]
    assert shouted == {0, 1, 2, 3}


def test_small_words_become_small():
    assert Capitals(["WIN", "OVER", "THE", "ARVIL", "WHO", "LED"]).in_normal_case()[0] == [
        "WIN",
        "over",
        "the",
        "Arvil",
        "who",
        "led",
    ]


def test_a_text_all_in_capitals_has_names_of_several_words(forms):
    assert list(forms("WE MET {PERSON:ANA LLOYD-OSRIC} THERE AND SHE SAID {ORG:ARRESTS} HAD BEEN MADE")) == [
        "Ana Lloyd-Osric"
    ]


def test_a_word_that_only_opens_a_sentence_is_no_name(read_text):
    assert read_text("The talks failed. Scholars have long doubted them.").entities == ()


def test_two_acronyms_side_by_side_are_no_shout():
    assert Capitals(["the", "BBC", "ITV", "row"]).in_normal_case()[1] == set()


def test_every_word_keeps_its_length():
    words = ["STRASSE", "GRÖSSE", "ŉQ", "ǅX", "İZMIR", "STREIT"]
    assert [len(word) for word in Capitals(words).in_normal_case()[0]] == [len(word) for word in words]


def test_a_name_of_the_text_is_found_in_its_headline(forms):
    found = forms("BRANDT LEAVES TALKS EARLY\n\n{PERSON:Ilse Brandt} left on Friday.")
    assert found == {"Ilse Brandt": ["BRANDT", "Ilse Brandt"]}


def test_what_the_model_sees_in_capitals_alone_is_not_trusted(forms):
    assert forms("{ORG:STORM HITS} COAST AGAIN\n\nNobody was hurt on the coast.") == {}


def test_a_dateline_is_a_place(kinds):
    assert kinds("{ORG:ARVIL}, Norland, March 17 (Kolm Wire) - Rain fell.") == {
        "ARVIL": "place",
        "Norland": "place",
        "Kolm Wire": "organisation",
    }


def test_an_acronym_that_is_a_small_word_in_capitals_is_no_dateline(kinds):
    text = "It was asked to who they belong.\n\nWHO, which counts them, left."
    assert kinds(text).get("who") is None


@pytest.mark.parametrize(
    ("opening", "places"),
    [
        ("Tarn/Kelda – ", ["Tarn", "Kelda"]),
        ("(TARN) — ", ["Tarn"]),
        ("TARN, Ore. (March 12) — ", ["Tarn"]),
        ("March 12 (Newswire) - ", []),
        ("(Reuters) - ", []),
    ],
)
def test_the_places_of_a_dateline_are_places_and_nothing_else_in_it(nlp, opening, places):
    text = f"{opening}The ferry will run again soon, the operator said to everybody who asked."
    found = analyse(nlp, from_record({"text": text})).entities
    named = [entity.name.title() for entity in found if entity.kind == "place"]
    assert [name for name in named if name != "Ore."] == places


def test_the_kind_of_sport_is_no_dateline(forms):
    assert list(forms("ROWING - {PERSON:BRANDT} TAKES GOLD\n\n{PERSON:Ilse Brandt} won.")) == ["Ilse Brandt"]
    assert forms("PRESS DIGEST - Arvil - Aug 30") == {}


def test_names_in_a_row_of_results_are_found(kinds):
    found = kinds("3 - Pavol Hruska (Slovakia) beat Juan Valdor (Spain) 6-3 6-4")
    assert found["Pavol Hruska"] == found["Juan Valdor"] == "person"


def test_a_city_of_several_words_is_found_in_capitals(forms):
    assert forms("DAR ES SALAAM, Tanzania - Rain fell.")["Dar es Salaam"] == ["DAR ES SALAAM"]


def test_a_speaker_in_capitals_is_the_person_of_that_name(forms):
    found = forms("COUNCILLOR DUNMORE: Who signed?\n\nCouncillor {PERSON:Dunmore} waited.")
    assert found == {"Dunmore": ["DUNMORE", "Dunmore"]}
