"""What weighs in an article, and which claims are one figure."""

import pytest

from reader.analysis.pipeline import analyse
from reader.analysis.weighing import figures, weight
from reader.article import Article, Options
from reader.article.opener import from_bytes


@pytest.mark.parametrize(
    ("heavy", "light"),
    [
        ("The crash killed 40 people.", "The two leaders met for six hours."),
        ("Norvik said profit fell 3%.", "Brandt, 54, wrote a 12-page letter."),
        ("The bridge cost £4m.", "The bridge took two years."),
        ("Some 400 jobs will go, the union said.", "They sat at three tables."),
    ],
)
def test_money_shares_and_people_weigh_more_than_times_ages_and_idle_counts(read_text, heavy, light):
    least = min(weight(claim) for claim in read_text(heavy).claims)
    assert all(weight(claim) < least for claim in read_text(light).claims)


def test_a_figure_told_twice_is_one_with_both_places(nlp):
    text = "# Norvik to cut 400 jobs\n\nNorvik said on Monday that 400 jobs would go.\n\nIt made 400 boats.\n"
    article = from_bytes(text.encode(), Options(), source="a.md", form=".md")
    reading = analyse(nlp, article)
    (jobs, boats) = figures(article, reading.claims)
    assert [claim.unit for claim in (jobs.claim, *jobs.also)] == ["jobs", "jobs"]
    assert jobs.claim.by is not None and jobs.also[0].start < jobs.claim.start
    assert boats.also == ()


def test_the_same_number_of_something_else_stays_apart(read_text):
    reading = read_text("Rents rose 3%. Fares rose 3%.")
    assert len(figures(Article("Rents rose 3%. Fares rose 3%."), reading.claims)) == 2


def test_two_sources_of_one_figure_stay_apart(read_text):
    text = "Feld said the bridge cost £4m. Lind said the bridge cost £4m."
    assert len(figures(Article(text), read_text(text).claims)) == 2
