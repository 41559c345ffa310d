"""Fitting how sure the reading is: signs that tell right from wrong are found, on articles that were left out."""

import pytest

from benchmarks.confidence import Row, Told, bounds, fitted, left_out, table
from reader.analysis.confidence import PARTS


def row(text: str, *, right: bool, seen: str) -> Row:
    """A quote whose speaker is right or wrong, with one sign, among names that are all right."""
    return Row(
        text,
        "quotes",
        {"who": {seen: 1.0}, "rule": {"quotes.some": 1.0}},
        {"speaker": right, "words": True},
        right,
    )


def others(text: str) -> list[Row]:
    return [
        Row(text, panel, {}, dict.fromkeys(parts, right), right)
        for panel, parts in PARTS.items()
        for right in (True, False)
    ]


@pytest.fixture(scope="module")
def rows():
    articles = ("harbour", "budget", "derby", "trial")
    made = [
        row(name, right=right, seen="named" if right else "pronoun")
        for name in articles
        for right in (True, False)
    ]
    return made * 20 + [one for name in articles for one in others(name)]


def test_a_sign_of_the_wrong_ones_weighs_against_and_one_of_the_right_ones_for(rows):
    weights = fitted(rows)["quotes"]["speaker"].of
    assert weights["who.pronoun"] < 0 < weights["who.named"]


def test_an_article_that_was_left_out_is_judged_by_what_the_others_taught(rows):
    quotes = [one for one in left_out(rows) if one.row.aspects.get("who")]
    assert {one.word for one in quotes if one.row.right} == {"sure"}
    assert {one.word for one in quotes if not one.row.right} == {"unsure"}


def test_the_bounds_take_as_many_as_keep_the_promise():
    good = [Told(row("a", right=True, seen="named"), 0.9 - at / 1000) for at in range(27)]
    bad = [Told(row("a", right=False, seen="pronoun"), 0.2 - at / 1000) for at in range(10)]
    sure, unsure = bounds(good + bad)
    assert sure == pytest.approx(0.199)  # two wrong ones among twenty-nine are borne, three are not
    assert unsure["quotes"] == pytest.approx(0.881)  # eight right ones among eighteen are borne, nine are not
    assert unsure["claims"] == 0


def test_a_handful_of_wrong_ones_makes_none_unsure():
    told = [Told(row("a", right=False, seen="pronoun"), 0.1)] * 5 + [
        Told(row("a", right=True, seen="named"), 0.9)
    ] * 20
    assert bounds(told)[1]["quotes"] == 0


def test_nothing_is_sure_where_no_chance_keeps_the_promise():
    mixed = [Told(row("a", right=at % 2 == 0, seen="named"), 0.9 - at / 1000) for at in range(1, 40)]
    assert bounds(mixed)[0] == 1.0


def test_the_table_says_of_each_word_how_many_items_have_it_and_how_many_are_right():
    told = [
        Told(row("a", right=True, seen="named"), 0.9, "sure"),
        Told(row("a", right=False, seen="named"), 0.5, "likely"),
    ]
    assert "| quotes | 2 | 50.0 % | 50.0 % | 100.0 % | 50.0 % | 0.0 % | 0.0 % | – |" in table(told)
