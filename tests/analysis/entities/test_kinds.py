"""One kind for one name, by the evidence of its words and of what stands around it; each rule has its examples in its row."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("{GPE:Detroit} 5 {GPE:Toledo} 3", "Detroit", "organisation"),
        ("203 {ORG:Billy Mayhew} 66 71 66", "Billy Mayhew", "person"),
        ("{PERSON:Osric Air} flew", "Osric Air", "organisation"),
        ("{GPE:Air Osric} flew", "Air Osric", "organisation"),
        ("storms in southern {ORG:Arvil} went on", "Arvil", "place"),
        ("the town of {ORG:Arvil Harbour} slept", "Arvil Harbour", "place"),
        ("{ORG:Norway} won", "Norway", "place"),
        ("the {ORG:FTSE} 100 fell", "FTSE 100", "other"),
        ("the {PERSON:Osrica} newspaper said", "Osrica", "organisation"),
        ("{ORG:Arvil Cup} final", "Arvil Cup", "other"),
        ("{ORG:iPod} sales", "iPod", "other"),
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
