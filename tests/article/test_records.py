"""JSON Lines: the text of a record is taken exactly as it is."""

import json
from datetime import date

import pytest

from reader.article import ArticleError, Options, open_article, open_each
from reader.article.jsonl import from_record
from tests.article.hostile import HOSTILE, obeyed

TEXT = " Late\r\n\r\nThe ferry\x1b[2J is\u200b late.\t\n"


def test_the_text_and_its_offsets_are_exact():
    article = from_record(
        {"id": 7, "text": TEXT, "title": "Late", "published": "2026-03-04T08:00", "url": "http://a.example"}
    )
    assert article.text == TEXT
    assert [TEXT[b.start : b.end] for b in article.blocks] == ["Late", "The ferry\x1b[2J is\u200b late."]
    assert (article.id, article.title, article.url) == ("7", "Late", "http://a.example")
    assert (article.published, article.published_from) == (date(2026, 3, 4), "metadata")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_shown_around_the_text_is_harmless(text):
    article = from_record({"text": "Late.", "title": f"T{text}", "url": f"http://a.example/{text}"})
    assert not obeyed(article.title)
    assert not obeyed(article.url)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({}, '"text"'),
        ({"text": 5}, '"text"'),
        ({"text": "Late.", "published": "soon\x1b"}, "2026-03-12"),
        ({"text": "Late.", "published": 2026}, "2026-03-12"),
        ({"text": "Late.", "published": ["2026-01-01"] * 20}, "2026-03-12"),
    ],
)
def test_a_record_that_makes_no_sense(record, says):
    with pytest.raises(ValueError, match=says) as caught:
        from_record(record)
    assert str(caught.value).isprintable()


def test_odd_values_beside_the_text_are_passed_over():
    article = from_record({"text": "Late.", "title": ["x"], "url": 7, "published": ""})
    assert (article.title, article.url, article.published) == (None, None, None)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text(
        "".join(json.dumps({"id": n, "text": f"The ferry is {n} hours late."}) + "\n\n" for n in (1, 2))
    )
    return path


def test_each_record_of_a_file_is_an_article(file):
    assert [article.id for article in open_each(str(file))] == ["1", "2"]
    first, second = open_each(file, Options(published=date(2026, 3, 4)))
    assert first.published == second.published == date(2026, 3, 4)
    assert first.source == str(file)


def test_opened_as_one_article_the_first_is_read_and_that_is_said(file):
    article = open_article(str(file))
    assert article.id == "1"
    assert article.notices == ("this is the first of several articles in the file",)


def test_anything_else_is_one_article(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry is late.")
    assert open_each(str(tmp_path / "a.txt")) == [open_article(str(tmp_path / "a.txt"))]


@pytest.mark.parametrize("line", ["{", "[]", '{"text": 1}', "[" * 100_000, '{"text": "a", "published": "x"}'])
def test_a_line_that_is_no_record_is_named(tmp_path, line):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Late."}\n' + line + "\n")
    with pytest.raises(ArticleError, match=r"a\.jsonl: line 2: ") as caught:
        open_each(str(path))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 600


def test_an_empty_file_of_records(tmp_path):
    (tmp_path / "a.jsonl").write_text("\n\n")
    with pytest.raises(ArticleError, match="is empty"):
        open_article(str(tmp_path / "a.jsonl"))


@pytest.mark.parametrize("record", ['{"id": %s, "text": "Late."}', '{"text": "Late.", "more": [-%s]}'])
def test_a_number_of_thousands_of_digits_is_told_in_plain_words(record, tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text(record % ("9" * 5_000))
    with pytest.raises(ArticleError, match=r"line 1: it holds a number too long to be read$"):
        open_article(path)
