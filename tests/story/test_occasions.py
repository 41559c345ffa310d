"""Days of one event that two articles tell otherwise."""

from datetime import date

import pytest

from reader.article import Article
from reader.story import merge

DAY = date(2026, 3, 12)  # a Thursday


@pytest.fixture
def differing(read_text):
    def days(*texts):
        articles = [Article(text, published=DAY) for text in texts]
        told = merge(articles, [read_text(text, DAY) for text in texts]).occasions
        return [tuple(entry.value for _, entry in occasion.entries) for occasion in told]

    return days


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The next hearing is on 6 July.", "The hearing was set for 13 July.", ("2026-07-06", "2026-07-13")),
        (
            "The talks resume on Monday.",
            "The next round of talks will be on Tuesday.",
            ("2026-03-16", "2026-03-17"),
        ),
        (
            "The crane fell on Monday.",
            "The crane fell on Tuesday, killing two men.",
            ("2026-03-09", "2026-03-10"),
        ),
    ],
)
def test_the_same_event_on_another_day(differing, one, other, days):
    assert differing(one, other) == [days]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The next hearing is on 6 July.", "The next hearing is on 6 July."),
        (
            "The next hearing is on 6 July.",
            "The hearing was due on 6 July. The hearing will be on 13 July.",
        ),  # tells both
        (
            "The hearing is on 6 July.",
            "A hearing on the merger of Kelmar and Nordline is on 13 July.",
        ),  # another one
        (
            "The hearing is on 6 July.",
            "A hearing is on 13 July. A hearing is on 20 July.",
        ),  # nobody can say which
        (
            "Police said on Monday that a crane fell.",
            "Police said on Tuesday that a crane fell.",
        ),  # days of speech
        ("The crane fell on Monday.", "The crane will fall on Friday."),
        ("The crane fell on Monday.", "The mast fell on Tuesday."),
        ("The council meets on Monday.", "The council met on 3 March."),
        ("The hearing is in July.", "The hearing is on 13 July."),
    ],
)
def test_what_is_no_difference(differing, one, other):
    assert differing(one, other) == []
