"""A later count of what goes on is an update, told with both days of publication, and no dispute."""

from datetime import date

import pytest

from reader.article import Article
from reader.story import merge

FIRST, SECOND = date(2026, 3, 9), date(2026, 3, 10)


@pytest.fixture
def standing(read_text):
    """``standing((day, text), (day, text))``: whether the one matter of both is in dispute, updated or agreed."""

    def told(*reports):
        articles = [Article(text, published=day) for day, text in reports]
        matters = merge(articles, [read_text(text, day) for day, text in reports]).matters
        (matter,) = [each for each in matters if len(each.articles) > 1]
        return "disputed" if matter.disputed else "updated" if matter.updated else "agreed"

    return told


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        ("At least nine people were killed.", "Eleven people were killed.", "updated"),
        ("Nine people were killed.", "Eleven people were killed.", "updated"),
        ("Nine people were killed.", "Nine people died.", "agreed"),
        ("Eleven people were killed.", "Nine people were killed.", "disputed"),  # the dead do not grow fewer
        ("Forty people are missing.", "Twelve people are missing.", "updated"),  # the missing do
        ("The bridge will cost 40 million euros.", "The bridge will cost 60 million euros.", "disputed"),
        ("Dozens of people were killed.", "The storm killed 64 people.", "updated"),
    ],
)
def test_a_day_later(standing, first, second, what):
    assert standing((FIRST, first), (SECOND, second)) == what
    assert standing((SECOND, second), (FIRST, first)) == what


@pytest.mark.parametrize("days", [(FIRST, FIRST), (FIRST, None), (None, None)])
def test_without_two_days_there_is_no_update(standing, days):
    texts = ("Nine people were killed.", "Eleven people were killed.")
    assert standing(*zip(days, texts, strict=True)) == "disputed"


def test_reports_of_months_apart_are_of_two_events(read_text):
    reports = (
        (date(2026, 3, 9), "Nine people were killed."),
        (date(2026, 7, 9), "Eleven people were killed."),
    )
    articles = [Article(text, published=day) for day, text in reports]
    told = merge(articles, [read_text(text, day) for day, text in reports]).matters
    assert [matter.articles for matter in told] == [(0,), (1,)]
