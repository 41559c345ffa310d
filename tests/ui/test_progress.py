"""How far, and how long the rest takes."""

from reader.article import Article
from reader.ui.heading import minutes, percent, time_left


def test_minutes_of_what_is_left():
    article = Article("word " * 460)
    assert minutes(article) == 2
    assert minutes(article, len(article.text) // 2) == 1
    assert minutes(article, len(article.text)) == 0


def test_something_left_is_never_no_time():
    assert minutes(Article("a few words")) == 1


def test_a_long_text_is_estimated_without_counting():
    article = Article("words " * 100_000)
    assert minutes(article) == round(100_000 / 230)


def test_percent():
    article = Article("x" * 200)
    assert [percent(article, offset) for offset in (0, 1, 100, 199, 200)] == [0, 0, 50, 99, 100]


def test_an_empty_text_is_read():
    assert (minutes(Article("")), percent(Article(""), 0)) == (0, 100)


def test_the_time_left_is_told_in_hours_where_minutes_say_nothing():
    assert [time_left(Article("words " * words)) for words in (230, 230 * 179, 230 * 200)] == [
        "1 min",
        "179 min",
        "3 h",
    ]
    assert time_left(Article("words"), 5) == ""
