"""Names that are one: last names, short forms, acronyms, other names of a place."""

import pytest


def test_a_last_name_alone_is_the_person_with_that_name(forms):
    text = "{PERSON:Ilse Brandt} came. {ORG:Brandt} spoke. All heard Brandt."
    assert forms(text) == {"Ilse Brandt": ["Ilse Brandt", "Brandt", "Brandt"]}


def test_the_last_name_is_found_though_the_model_never_saw_it(forms):
    assert forms("{PERSON:Ilse Brandt} came, and so Brandt spoke.") == {
        "Ilse Brandt": ["Ilse Brandt", "Brandt"]
    }


def test_a_middle_name_more_or_less_is_the_same_person(forms):
    assert list(forms("{PERSON:Ilse Maria Brandt} came. {PERSON:Ilse Brandt} spoke.")) == [
        "Ilse Maria Brandt"
    ]


def test_a_nickname_is_the_same_person(forms):
    text = "{PERSON:Charles Osric} came. {PERSON:Chuck Osric} spoke. Mr {PERSON:Osric} left."
    assert forms(text) == {"Charles Osric": ["Charles Osric", "Chuck Osric", "Osric"]}


def test_junior_is_not_a_last_name(forms):
    assert list(forms("{PERSON:Tomas Osric Jr.} came. {PERSON:Osric} spoke.")) == ["Tomas Osric Jr."]


def test_a_last_name_two_people_share_belongs_to_neither(forms):
    found = forms("{PERSON:Ilse Brandt} and {PERSON:Tomas Brandt} came. They saw {PERSON:Brandt} there.")
    assert found["Brandt"] == ["Brandt"]


def test_a_shared_last_name_is_that_of_the_person_the_article_is_about(forms):
    text = "{PERSON:Ilse Brandt} came. {PERSON:Ilse Brandt} and her son {PERSON:Tomas Brandt} sat. {PERSON:Brandt} rose."
    assert forms(text)["Ilse Brandt"] == ["Ilse Brandt", "Ilse Brandt", "Brandt"]


def test_a_given_name_alone_is_the_person_with_that_name(forms):
    assert forms("{PERSON:Ilse Brandt} came. {PERSON:Ilse} wept.") == {"Ilse Brandt": ["Ilse Brandt", "Ilse"]}


def test_a_king_is_no_relation_of_his_namesake(forms):
    found = forms("{PERSON:Tomas Osric} met King {PERSON:Osric}.")
    assert found == {"Tomas Osric": ["Tomas Osric"], "Osric": ["Osric"]}


def test_a_place_is_not_the_person_who_bears_its_name(kinds):
    text = "{PERSON:Ana Norway} flew to {GPE:Norway} and lived in {GPE:Norway}."
    assert kinds(text) == {"Ana Norway": "person", "Norway": "place"}


def test_an_acronym_in_brackets_is_the_name_before_it(forms):
    text = "{ORG:the Arvil Harbour Board} (AHB) met. The AHB voted, the AHB left."
    assert forms(text) == {"AHB": ["Arvil Harbour Board", "AHB", "AHB", "AHB"]}


def test_an_acronym_of_the_name_in_another_language_is_joined(forms):
    assert list(forms("{ORG:Council for Mutual Ports} (XWKB) met")) == ["Council for Mutual Ports"]


def test_a_party_in_brackets_is_not_the_person_before_it(kinds):
    assert kinds("{PERSON:Ilse Brandt} (GPN) spoke") == {"Ilse Brandt": "person", "GPN": "organisation"}


def test_the_acronym_of_a_nameless_organisation_is_found(kinds):
    assert kinds("an anti-fraud network (OBNT) said") == {"OBNT": "organisation"}


def test_initials_used_later_are_the_name_they_stand_for(forms):
    found = forms("{ORG:Arvil Harbour Board} met. {ORG:AHB} voted.")
    assert list(found.values()) == [["Arvil Harbour Board", "AHB"]]


def test_a_company_with_and_without_its_legal_form_is_one(forms):
    found = forms("{ORG:Norvik Inc.} fell. {ORG:Norvik} said {ORG:Norvik} would rise.")
    assert found == {"Norvik": ["Norvik Inc.", "Norvik", "Norvik"]}


def test_the_short_form_after_the_full_name_is_the_same(forms):
    assert forms("{ORG:Norvik Harbour Works} fell. {ORG:Norvik} said so.") == {
        "Norvik Harbour Works": ["Norvik Harbour Works", "Norvik"]
    }


def test_a_short_form_goes_to_the_shorter_of_two_full_names(forms):
    text = "{ORG:Norvik Savings Bank} and {ORG:Norvik Savings} fell. {ORG:Norvik} rose."
    assert len(forms(text)) == 1


def test_the_first_word_of_a_company_is_found_though_the_model_never_saw_it(forms):
    text = "{ORG:Norvik Savings Bank} fell, and so Norvik said little."
    assert forms(text) == {"Norvik Savings Bank": ["Norvik Savings Bank", "Norvik"]}


def test_the_head_alone_is_the_one_name_with_that_head(forms):
    assert list(forms("{ORG:Arvil Rovers} won. {ORG:Rovers} sang. {ORG:Rovers} left.")) == ["Arvil Rovers"]
    assert len(forms("{ORG:Arvil Rovers} beat {ORG:Norvik Rovers}. Fans of {ORG:Rovers} sang.")) == 3


def test_a_common_first_word_is_not_the_company(forms):
    text = "{ORG:National Savings Bank} fell, and the National debt with it. {ORG:Archdiocese of Arvil} and one Archdiocese."
    assert all(len(mentions) == 1 for mentions in forms(text).values())


def test_initials_with_full_stops_are_the_name_too(forms):
    assert len(forms("{ORG:Arvil Harbour Board} met. {ORG:A.H.B.} voted.")) == 1


def test_a_known_place_is_no_short_form_of_a_company(kinds):
    assert kinds("{ORG:Norway Harbour Works} fell. {GPE:Norway} won.")["Norway"] == "place"


def test_other_names_of_a_country_are_one(forms):
    assert list(forms("{GPE:The United States} and {GPE:US} troops")) == ["United States"]


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("{PERSON:Luis de Osric} spoke. {PERSON:De Osric} left.", "Luis de Osric", "De Osric"),
        ("{PERSON:Kaspar Lind-Roe} spoke. Lind-Roe left.", "Kaspar Lind-Roe", "Lind-Roe"),
        ("{PERSON:Hugh Osric} spoke. Hugh left.", "Hugh Osric", "Hugh"),
        ("{PERSON:Walter Osric} spoke. {PERSON:Walt} left.", "Walter Osric", "Walt"),
        ("{PERSON:Gavin Osric} spoke. {PERSON:G. A. Osric} left.", "Gavin Osric", "G. A. Osric"),
        (
            "{PERSON:Verity Osric} was born {PERSON:Verity Anne Tam}. Osric left.",
            "Verity Osric",
            "Verity Anne Tam",
        ),
        ("{PERSON:Augustin Osric}, known to all as {PERSON:Gus}, spoke.", "Augustin Osric", "Gus"),
        (
            "The {ORG:Bank of Norvik} met. The {ORG:BoN} rose. {ORG:Bank of Norvik} fell.",
            "Bank of Norvik",
            "BoN",
        ),
        (
            "{ORG:Kolm Gas & Steam Co.} fell. {ORG:Kolm Gas & Steam Co.} and {ORG:KG&S} rose.",
            "Kolm Gas & Steam Co.",
            "KG&S",
        ),
    ],
    ids=[
        "particle",
        "hyphen",
        "given name",
        "short given name",
        "initials",
        "born",
        "known as",
        "small letter",
        "ampersand",
    ],
)
def test_another_form_of_a_name_is_the_same_one(forms, text, name, also):
    assert also in forms(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "{PERSON:Tom Osric} called {PERSON:Ana Feld} brave.",
        "{PERSON:Tom Osric}, who was nicknamed by {PERSON:Ana Feld}, left.",
        "{PERSON:Tom Osric} was born. {PERSON:Ana Feld} left.",
    ],
)
def test_two_people_stay_two(forms, text):
    assert set(forms(text)) == {"Tom Osric", "Ana Feld"}


def test_a_firm_keeps_its_bracket_and_its_ampersand(forms):
    text = "{ORG:Tern Leisure (Piers) Ltd} fell. {ORG:Corbel} rose. {ORG:Corbel & Vane Homes} fell."
    assert {"Tern Leisure (Piers) Ltd", "Corbel & Vane Homes"} <= set(forms(text))
