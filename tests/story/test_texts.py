"""The same text twice is one source."""

from datetime import date

import pytest

from reader.article import Article
from reader.story import merge

FIRST = (
    "Nine people were killed when a crane fell on the quay of Marenby on Monday, the harbour police said. "
    "The crane had been inspected in March, according to its owner, Nordline. "
    "“We are in shock,” said Ilse Brandt, who runs the company. "
    "Work on the quay will rest until Friday. The union of dockers has called for an inquiry. "
)
LAST = "The mayor visited the families of the dead in the evening and promised them help."
NEW = "Nordline put the damage at 4 million euros."


@pytest.fixture
def story(read_text):
    def made(*texts):
        articles = [
            Article(text, title=f"Headline {n}", published=date(2026, 3, 12)) for n, text in enumerate(texts)
        ]
        return merge(articles, [read_text(text, date(2026, 3, 12)) for text in texts])

    return made


def test_a_text_with_another_headline_is_no_second_source(story):
    told = story(FIRST + LAST, FIRST + LAST)
    assert told.copies == {1: 0}
    assert [matter.articles for matter in told.matters] == [(0,)] * len(told.matters)
    assert {place for voice in told.voices for place, _ in voice.quotes} == {0}
    assert {place for place, _ in told.timeline} == {0}


def test_of_a_text_with_one_paragraph_changed_only_that_is_its_own(story):
    told = story(FIRST + LAST, FIRST + NEW)
    assert told.copies == {1: 0}
    own = [claim.text for matter in told.matters for place, claim in matter.claims if place == 1]
    assert own == ["4 million euros"]


def test_a_number_changed_in_a_text_is_still_a_dispute(story):
    told = story(FIRST + LAST, (FIRST + LAST).replace("Nine people", "Eleven people"))
    assert told.copies == {1: 0}
    assert [matter.about for matter in told.matters if matter.disputed] == ["killed"]


def test_a_text_cut_short_is_the_same(story):
    assert story(FIRST + LAST, FIRST).copies == {1: 0}


def test_the_third_is_a_copy_of_the_first_too(story):
    assert story(FIRST + LAST, FIRST + LAST, FIRST).copies == {1: 0, 2: 0}


def test_a_report_of_the_same_event_in_other_words_is_another_source(story):
    other = (
        "A crane fell on the quay of Marenby on Monday and killed eleven people, doctors said. "
        "Nordline, its owner, said that it had been inspected in March. Ilse Brandt, who runs the company, said: "
        "“We are in shock.” Dockers want an inquiry, and the quay stays closed until Friday."
    )
    assert story(FIRST + LAST, other).copies == {}
