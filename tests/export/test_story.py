"""The briefing on several articles: what they dispute before all else."""

from datetime import date

import pytest

from reader.article import Article
from reader.export.html import html
from reader.export.markdown import markdown
from reader.export.story import story_briefing

FIRST = "At least nine people were killed. The next hearing is on 6 July. The repair will cost £18.7m."
SECOND = "Eleven people were killed. The hearing is on 13 July. The repair will cost £18.2m."


@pytest.fixture
def brief(read_text):
    def made(*reports):
        articles = [Article(text, source=f"{n}.txt", published=day) for n, (day, text) in enumerate(reports)]
        readings = [read_text(text, day) for day, text in reports]
        return story_briefing(articles, readings, [()] * len(articles), date(2026, 3, 12))

    return made


def test_what_is_disputed_comes_first_then_what_was_updated(brief):
    found = brief((date(2026, 3, 9), FIRST), (date(2026, 3, 10), SECOND))
    assert [heading for heading, _ in found.first] == [
        "Numbers in dispute",
        "Days in dispute",
        "Numbers updated",
    ]
    disputed, days, updated = (table[1:] for _, table in found.first)
    assert [row[1] for row in disputed] == ["£18.7m", "£18.2m"]
    assert [row[1] for row in days] == ["2026-07-06", "2026-07-13"]
    assert [(row[1], row[-1]) for row in updated] == [
        ("≥ 9 people", "2026-03-09"),
        ("11 people", "2026-03-10"),
    ]


@pytest.mark.parametrize("write", [markdown, html])
def test_it_is_written_before_the_speakers(brief, write):
    page = write(brief((date(2026, 3, 9), FIRST), (date(2026, 3, 9), SECOND)))
    assert (
        page.index("Numbers in dispute")
        < page.index("£18.7m")
        < page.index("Who said what")
        < page.index("Other numbers")
    )


def test_where_nothing_is_in_dispute_it_says_so(brief):
    assert "## Numbers in dispute\n\nNone found." in markdown(
        brief((None, FIRST), (None, "The wind has dropped."))
    )


def test_a_copy_is_named_as_one(brief):
    assert "the same text as A" in dict(brief((None, FIRST), (None, FIRST)).facts)["B"]
