"""What is part of a name and what only stands beside it."""

import pytest

from reader.analysis.pipeline import COMPONENTS, prepare
from reader.article import Article
from reader.article.model import Block


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{ORG:The Norvik Harbour Board} met.", ["Norvik Harbour Board"]),
        ("{ORG:Norvik Energi’s} plan", ["Norvik Energi"]),
        ("{PERSON:Ilse Brandt's} plan", ["Ilse Brandt"]),
        ("{PERSON:President Ilse Brandt} spoke", ["Ilse Brandt"]),
        ("{PERSON:Prime Minister Ilse Brandt} spoke", ["Ilse Brandt"]),
        ("{ORG:Dr. Ilse Brandt} spoke", ["Ilse Brandt"]),
        ("{PERSON:Ilse Brandt KC} spoke", ["Ilse Brandt"]),
        ("{PERSON:Ilse Brandt 234} beat", ["Ilse Brandt"]),
        ("{ORG:Said Norvik Energi} on Monday", ["Norvik Energi"]),
        ("{PERSON:Did Brandt} know", ["Brandt"]),
        ("the {GPE:Serb Kosovo} issue", ["Kosovo"]),
        ("{ORG:Norvik Air Flight 447} crashed", ["Norvik Air"]),
    ],
    ids=[
        "article",
        "possessive",
        "straight possessive",
        "title",
        "title of two words",
        "title the model took for a company",
        "honours",
        "score",
        "inverted speech verb",
        "auxiliary verb",
        "people",
        "flight number",
    ],
)
def test_what_stands_beside_a_name_is_not_part_of_it(forms, text, names):
    assert list(forms(text)) == names


def test_a_name_ends_with_its_line(forms):
    assert list(forms("{ORG:Norvik Energi\n\nArvil} is quiet")) == ["Norvik Energi", "Arvil"]


def test_a_bracket_is_not_part_of_a_name(forms):
    assert list(forms("{ORG:Norvik Energi (NEG} rose")) == ["Norvik Energi", "NEG"]


def test_names_in_a_list_are_parted(forms):
    assert list(forms("{PERSON:Ilse Brandt, Tomas Veling} and Ana")) == ["Ilse Brandt", "Tomas Veling"]


def test_a_department_with_a_list_in_its_name_stays_whole(forms):
    assert list(forms("{ORG:the Ministry of Ports, Roads and Rail} said")) == [
        "Ministry of Ports, Roads and Rail"
    ]


def test_a_known_name_is_parted_from_what_it_owns(forms):
    found = forms("{GPE:Arvil} and {ORG:Arvil’s Harbour Board} met")
    assert found["Arvil"] == ["Arvil", "Arvil"]
    assert "Harbour Board" in found


def test_a_country_before_an_office_is_a_place(kinds):
    assert kinds("{PERSON:U.S. Commerce} Secretary {PERSON:Ilse Brandt} spoke") == {
        "U.S.": "place",
        "Ilse Brandt": "person",
    }


def test_a_title_before_a_name_that_stands_elsewhere_is_dropped(forms):
    assert list(forms("{PERSON:Ilse Brandt} sat. {PERSON:Brandt} rose. {ORG:General Brandt} left.")) == [
        "Ilse Brandt"
    ]


def test_two_known_names_run_together_are_parted(forms):
    found = forms(
        "{ORG:Arvil Evening Herald} came. {PERSON:Osric} sat. {ORG:Arvil Evening Herald Osric} said."
    )
    assert found == {"Arvil Evening Herald": ["Arvil Evening Herald"] * 2, "Osric": ["Osric", "Osric"]}


def test_a_company_spelt_with_a_spaced_hyphen_is_whole(forms):
    assert list(forms("{ORG:Nor - Vik} grew")) == ["Nor - Vik"]
    assert list(forms("{ORG:San Jose - Norvik} grew")) == ["San Jose", "Norvik"]


def test_a_party_is_parted_from_the_person_it_is_named_after(kinds):
    assert kinds("{ORG:the Harbour Alliance of Ilse Brandt} won") == {
        "Harbour Alliance": "organisation",
        "Ilse Brandt": "person",
    }


def test_a_person_is_not_widened_over_of(forms):
    assert "Ilse Brandt" in forms("we saw the Harbour Alliance of {PERSON:Ilse Brandt} win")
    assert "Harbour Alliance" in forms("we saw the {ORG:Harbour Alliance} of Ilse Brandt win")


def test_a_title_at_the_end_of_a_company_is_the_person_s(forms):
    assert list(forms("{ORG:Norvik Chairman} {PERSON:Ilse Brandt} rose")) == ["Norvik", "Ilse Brandt"]
    assert "Arvil Assembly" in forms("{ORG:Arvil Assembly Minority Leader} {PERSON:Ilse Brandt} rose")


def test_half_an_office_is_no_name(forms):
    assert list(forms("{ORG:Defense} Secretary {PERSON:Ilse Brandt} spoke")) == ["Ilse Brandt"]
    assert list(forms("Secretary of {ORG:State} {PERSON:Ilse Brandt} spoke")) == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "{GPE:German}",
        "{ORG:Monday}",
        "{PERSON:Oct 3}",
        "{PERSON:Jr.}",
        "{ORG:GDP}",
        "{LOC:Northern}",
        "{ORG:President}",
        "the 30{ORG:GB} disk",
    ],
)
def test_peoples_days_titles_and_units_are_no_names(forms, text):
    assert forms(text + " and more") == {}


def test_a_hyphen_ties_a_people_to_the_word_before_it(forms):
    assert list(forms("a post-{ORG:Soviet Council of Ports} met")) == ["Council of Ports"]


def test_a_name_the_model_parted_is_joined(forms):
    assert list(forms("{PERSON:Daniel} van {ORG:Arvil} spoke")) == ["Daniel van Arvil"]


def test_an_office_with_of_the_in_its_name_is_whole(forms):
    assert list(forms("{ORG:the Arvil Department} of the {ORG:Treasury} paid")) == [
        "Arvil Department of the Treasury"
    ]


def test_a_known_name_keeps_its_possessive(forms):
    assert list(forms("an analyst at {ORG:Standard & Poor's} said")) == ["Standard & Poor's"]


def test_a_name_is_widened_to_the_capitals_beside_it(forms):
    assert list(forms("we met {ORG:Lorne} Martin Works in spring")) == ["Lorne Martin Works"]


def test_a_name_is_not_widened_over_a_title_or_an_acronym(forms):
    assert list(forms("the {ORG:Norvik} President spoke to {PERSON:Ilse Brandt} NBC today")) == [
        "Norvik",
        "Ilse Brandt",
    ]


def test_a_maker_with_a_model_number_is_a_product(kinds):
    assert kinds("a {ORG:Boeing} 747 landed; {ORG:Boeing} said") == {
        "Boeing 747": "other",
        "Boeing": "organisation",
    }


def test_new_is_part_of_a_place(forms):
    assert list(forms("via {GPE:New York} today")) == ["New York"]


def test_a_name_broken_over_two_lines_keeps_its_own_text(nlp):
    text = "The mayor thanked her friend Ilse\nBrandt for the long letter."
    article = Article(text, blocks=(Block("paragraph", 0, len(text)),))
    with nlp.select_pipes(disable=[name for name in COMPONENTS if name != "article_entities"]):
        (entity,) = nlp(prepare(nlp, article))._.article_entities
    assert entity.name == "Ilse Brandt"
    assert entity.mentions[0].text == "Ilse\nBrandt"


def test_titles_are_found_by_the_whole_pipeline(read_text):
    names = [e.name for e in read_text("They met President Ilse Brandt on Friday. Brandt smiled.").entities]
    assert names == ["Ilse Brandt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{PERSON:Maria} “Lucky” {PERSON:Santor} spoke", "Maria “Lucky” Santor"),
        ("set up a {PRODUCT:Osrica Pro} 2, and left", "Osrica Pro 2"),
        ("books of {ORG:Local} 88, and its", "Local 88"),
        ("the {ORG:Osrica} 500, the {ORG:Osrica} 500, and", "Osrica 500"),
    ],
    ids=["nickname", "after an article", "head of a number", "twice"],
)
def test_a_nickname_and_a_number_belong_to_the_name(forms, text, found):
    assert found in forms(text)


@pytest.mark.parametrize(
    "text", ["{ORG:Osrica} 500 boats sank", "in {ORG:Osrica} 2019 was cold", "{ORG:Osrica} 3-2 won"]
)
def test_a_count_a_year_and_a_score_do_not(forms, text):
    assert list(forms(text)) == ["Osrica"]
