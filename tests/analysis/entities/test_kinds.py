"""One kind for one name, by the evidence of its words and of what stands around it."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr {ORG:Osric} spoke", "Osric", "person"),
        ("the lawyer {ORG:Osric} spoke", "Osric", "person"),
        ("its finance minister, {GPE:Osric}, spoke", "Osric", "person"),
        ("{ORG:Ana Osric} spoke", "Ana Osric", "person"),
        ("{ORG:J. Osric} spoke", "J. Osric", "person"),
        ("{ORG:Osric}, 46, spoke", "Osric", "person"),
        ("{ORG:Osric}, who spoke", "Osric", "person"),
        ("{ORG:Osric}, a retired lawyer from the north, spoke", "Osric", "person"),
        ("{WORK_OF_ART:Hana Osric}, a 61-year-old basket weaver, spoke", "Hana Osric", "person"),
        ("1. {ORG:Velma Osric} (Norway) 7:21", "Velma Osric", "person"),
        ("{PERSON:Norvik Energi AS} rose", "Norvik Energi AS", "organisation"),
        ("{PERSON:Norvik University} rose", "Norvik University", "organisation"),
        ("{GPE:Ministry of Ports} said", "Ministry of Ports", "organisation"),
        ("the airline {PERSON:Norvik} said", "Norvik", "organisation"),
        ("{PERSON:Norvik}, an airline from the north, said", "Norvik", "organisation"),
        ("{GPE:Norvik} shares rose", "Norvik", "organisation"),
        ("{GPE:Norvik} 2 {GPE:Arvil} 1", "Norvik", "organisation"),
        ("{GPE:Norvik} 10 6 3 1", "Norvik", "organisation"),
        ("{GPE:Detroit} 5 {GPE:Toledo} 3", "Detroit", "organisation"),
        ("{GPE:Detroit} 5, {GPE:Toledo} 3", "Detroit", "organisation"),
        ("{GPE:Norway} 5 {GPE:Sweden} 3", "Norway", "place"),
        ("203 {ORG:Billy Mayhew} 66 71 66", "Billy Mayhew", "person"),
        ("they heard the {PERSON:Osrics}.", "Osrics", "organisation"),
        ("{PERSON:Osric Air} flew", "Osric Air", "organisation"),
        ("{GPE:Air Osric} flew", "Air Osric", "organisation"),
        ("a stake in {GPE:Norvik} fell", "Norvik", "organisation"),
        ("{GPE:O.B.T.} rose", "O.B.T.", "organisation"),
        ("{ORG:Arvil}-based firms", "Arvil", "place"),
        ("trains in {ORG:Arvil} stopped", "Arvil", "place"),
        ("storms in southern {ORG:Arvil} went on", "Arvil", "place"),
        ("the town of {ORG:Arvil Harbour} slept", "Arvil Harbour", "place"),
        ("{PERSON:Mount Arvil} is high", "Mount Arvil", "place"),
        ("{ORG:Elgin}, Ill., is quiet", "Elgin", "place"),
        ("{ORG:Norway} won", "Norway", "place"),
        ("{LOC:Treaty of Arvil Hill} signed", "Treaty of Arvil Hill", "other"),
        ("{ORG:Charling} peninsula", "Charling", "place"),
        ("the {ORG:Ford Osprey} sold", "Ford Osprey", "other"),
        ("the {ORG:FTSE} 100 fell", "FTSE 100", "other"),
        ("the {PERSON:Osrica} newspaper said", "Osrica", "organisation"),
        ("the {ORG:Osric} administration said", "Osric", "person"),
        ("{ORG:Boeing 747s} flew", "Boeing 747s", "other"),
        ("{LOC:Operation Grey Heron} began", "Operation Grey Heron", "other"),
        ("{ORG:Arvil Cup} final", "Arvil Cup", "other"),
        ("{ORG:iPod} sales", "iPod", "other"),
        ("the {PERSON:Gazette} wrote", "Gazette", "organisation"),
    ],
)
def test_evidence_outweighs_the_label_of_the_model(kinds, text, name, kind):
    assert kinds(text)[name] == kind


def test_one_name_has_one_kind_over_the_document(kinds):
    text = "The airline {PERSON:Norvik} grew. {GPE:Norvik} said so. {PERSON:Norvik} rose."
    assert kinds(text) == {"Norvik": "organisation"}


def test_repeated_labels_of_the_model_do_not_outvote_evidence(kinds):
    text = "Ms {ORG:Osric} came. " + "{ORG:Osric} spoke. " * 12
    assert kinds(text) == {"Osric": "person"}


def test_a_name_found_once_is_found_everywhere_it_stands(marked):
    text = "The town of {GPE:Arvil} slept. Arvil woke. All went to Arvil."
    assert [len(entity.mentions) for entity in marked(text)] == [3]


def test_a_name_inside_a_longer_one_is_left_alone(forms):
    found = forms("{GPE:Arvil} slept while {ORG:Arvil Harbour Board} met.")
    assert found == {"Arvil": ["Arvil"], "Arvil Harbour Board": ["Arvil Harbour Board"]}


def test_a_name_the_model_missed_is_found_by_what_surrounds_it(kinds):
    assert kinds("the lawyer Osric Vale came") == {"Osric Vale": "person"}


def test_two_words_that_stand_together_again_and_again_are_a_name(kinds):
    text = "so they sold Osric Vale early, and then Osric Vale rose, and all wanted Osric Vale back"
    assert kinds(text) == {"Osric Vale": "organisation"}


def test_capitals_alone_make_no_name(kinds):
    assert kinds("We saw Grey Heron there") == {}


def test_a_common_noun_that_opens_a_sentence_is_no_name(kinds):
    assert kinds("{PERSON:Turnout} was high") == {}
