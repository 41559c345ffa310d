"""Looking entities up by place and by name."""

from reader.analysis.entities.index import Names, tidy
from reader.analysis.model import Entity, Mention

TEXT = "Ilse Brandt (GPN) spoke. Brandt left Arvil."
BRANDT = Entity("Ilse Brandt", "person", (Mention(0, 11, "Ilse Brandt"), Mention(25, 31, "Brandt")))
PARTY = Entity("GPN", "organisation", (Mention(13, 16, "GPN"),))
ARVIL = Entity("Arvil", "place", (Mention(37, 42, "Arvil"),))
NAMES = Names([BRANDT, PARTY, ARVIL])


def test_a_span_gives_the_entity_mentioned_in_it():
    assert NAMES.at(0, 16) is BRANDT
    assert NAMES.at(14, 15) is PARTY
    assert NAMES.at(17, 22) is None


def test_a_span_can_be_asked_for_one_kind():
    assert NAMES.at(0, 16, kind="organisation") is PARTY


def test_mentions_within_a_span_come_in_text_order():
    assert [mention.text for mention, _ in NAMES.within(10, 43)] == ["Ilse Brandt", "GPN", "Brandt", "Arvil"]


def test_any_form_of_a_name_gives_the_canonical_one():
    for form in (
        "Brandt",
        "Brandt’s",
        "Minister Ilse Brandt",
        "Mrs Brandt",
        "ilse  brandt",
        "Ilse Brandt (GPN)",
    ):
        assert NAMES.canonical(form) == "Ilse Brandt"


def test_a_strange_name_is_tidied_and_kept():
    assert NAMES.canonical("the Harbour Board") == "Harbour Board"
    assert NAMES.kind("Harbour Board") is None


def test_the_bracket_after_a_person_is_the_affiliation():
    assert NAMES.affiliation(BRANDT, TEXT) == "GPN"
    assert NAMES.affiliation(ARVIL, TEXT) is None


def test_a_title_alone_stays():
    assert tidy("the President") == "President"


def test_nothing_is_found_in_no_entities():
    assert Names([]).at(0, 10) is None
    assert Names([]).named("") is None
