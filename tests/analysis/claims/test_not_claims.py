"""Numbers that claim nothing."""

import pytest

from reader.analysis.pipeline import analyse
from reader.article import Article
from reader.article.model import Block


@pytest.mark.parametrize(
    "text",
    [
        "He was born on 4 May 1962 in Ostby.",
        "It closed in 2008 and reopened in March 2011.",
        "The 2014-2018 plan failed.",
        "The fair ran from 2012 to 2015.",
        "The bell rang at 9:30 a.m. and at 6pm.",
        "They met at six o'clock.",
        "Captain Marc Lindqvist added a third from the spot.",
        "A third, Marta Lind, told local radio that she would stay.",
        "She ran it in 1:36.6.",
        "In the 1970s he lived alone.",
        "The house is from the 19th century.",
        "Her 11th goal came in the 84th minute.",
        "It is one of the oldest mills.",
        "No one came, and one day the shop shut.",
        "Marlow won 3-1 and drew 2–2.",
        "Ring 555-0187 or 0800 123 456.",
        "The update is version 2.0.1.",
        "She lives at 10 Mill Lane.",
        "He owns an iPhone 14 and flew on Flight 93.",
        "The S&P 500 closed early.",
        "G7 leaders watched Formula 1.",
        "The Big Four auditors objected.",
        "See page 12 and chapter 3.",
        "It happened 30 years ago.",
        "It reopened 20 years after the war.",
        "At one point the lights failed.",
        "They slept in a five-star hotel.",
        "Two days later the shop shut.",
        "A category 4 hurricane hit Ostby.",
        "The F-16 and the COVID-19 ward are old.",
        "They want 5G here.",
        "The 737 replacement and the 787 Dreamliner are late.",
        "Its Trent 900 engines are new.",
        "It was the 15,599 th plane.",
        "It won by a 3 to 1 margin.",
        "They have zero tolerance.",
        "She was second to none.",
        "The shop is open 24/7.",
        "The world number 12 lost.",
        "He scored twice as Marlow won.",
        "1. Open the box.\n\n2. Close the box.",
    ],
)
def test_no_claim(claims_of, text):
    assert [claim.text for claim in claims_of(text)] == []


def test_a_year_without_a_preposition_is_no_claim(claims_of):
    assert not claims_of("2019 was dry.")


def test_people_may_number_as_many_as_a_year(brief):
    assert brief("A crowd of 2000 people came.") == [(2000, "people")]


def test_how_long_before_something_is_an_amount(brief):
    assert brief("He waited for two hours before the door opened.") == [(2, "hour")]


def test_the_last_part_of_a_count_may_follow_a_name(brief):
    assert brief("The Liberals won 18 seats, the Farmers' Party 11.")[1] == (11, "seats")


def _headed(head: str, kind: str) -> Article:
    text = f"{head}\n\nThe bridge fell."
    return Article(text, blocks=(Block(kind, 0, len(head)), Block("paragraph", len(head) + 2, len(text))))


@pytest.mark.parametrize("kind", ["headline", "subhead"])
def test_a_small_count_in_a_head_without_a_verb_is_no_claim(nlp, kind):
    assert analyse(nlp, _headed("Two brothers, one boat", kind)).claims == ()


@pytest.mark.parametrize(
    ("head", "kind", "value"),
    [
        ("Two brothers drown in lake", "headline", 2),
        ("12 brothers and a boat", "headline", 12),
        ("Two brothers and a boat", "paragraph", 2),
    ],
)
def test_a_count_with_a_verb_or_in_digits_or_outside_a_head_is_a_claim(nlp, head, kind, value):
    assert [claim.value for claim in analyse(nlp, _headed(head, kind)).claims] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Profits fell by a third, Anna Brandt said.",
        "Profits fell a third, Anna Brandt said.",
        "It lost two-thirds, Anna Brandt said.",
        "Tom Feld owns a quarter, Anna Brandt said.",
    ],
)
def test_a_part_before_the_name_of_who_says_so_is_a_claim(claims_of, text):
    assert len(claims_of(text)) == 1
