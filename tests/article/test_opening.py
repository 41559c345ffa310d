"""A source becomes an article, or one clear line."""

import gzip
import hashlib
import io
import os
from datetime import date
from pathlib import Path

import pytest

from reader.article import ArticleError, Options, open_article, open_each, open_one
from reader.article.opener import from_bytes


@pytest.mark.parametrize("kind", [Path, str, os.fsencode])
def test_a_path_of_any_kind_opens(tmp_path, kind):
    path = tmp_path / "a.txt"
    path.write_text("The old bridge at Tarn will reopen, the mayor said.\n")
    for article in (open_article(kind(path)), open_one(kind(path)), *open_each(kind(path))):
        assert (article.source, article.words) == (str(path), 10)


def test_one_by_one_or_together_the_options_say_the_same(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<html><body><p>Shut.</p></body></html>")
    options = Options(published=date(2026, 2, 4), raw=True)
    together = open_one(path, options)
    assert together == open_article(path, published=date(2026, 2, 4), raw=True)
    assert open_each(path, options) == [together]
    assert from_bytes(path.read_bytes(), options, source=str(path), form=".html") == together
    assert (together.text, together.published_from) == ("Shut.\n", "option")


def kinds(article):
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


def test_plain_text_has_a_headline_and_paragraphs(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Bridge to reopen in May\n\nThe old bridge at Tarn will reopen, the mayor said.\n")
    article = open_article(str(path))
    assert article.title == "Bridge to reopen in May"
    assert [kind for kind, _ in kinds(article)] == ["headline", "paragraph"]


def test_hard_wrapped_lines_are_one_paragraph_and_offsets_hold(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Bridge to reopen\n\nThe old bridge at Tarn will reopen to walkers in\nMay, the mayor said on Monday, and\n"
        "to cars some time in the summer if the new\nbearings arrive from the foundry before June.\n"
    )
    article = open_article(str(path))
    assert [kind for kind, _ in kinds(article)] == ["headline", "paragraph"]
    assert len(article.model_text) == len(article.text)
    assert "in May, the" in article.model_text


def test_markdown_shows_structure_and_not_syntax(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Tarn\ndate: 2026-02-03\n---\n# Tarn\n\nSee *the* [bridge](http://x.example).\n\n> Open it!\n"
    )
    article = open_article(str(path))
    assert kinds(article) == [
        ("headline", "Tarn"),
        ("paragraph", "See the bridge."),
        ("blockquote", "Open it!"),
    ]
    assert (article.published, article.published_from) == (date(2026, 2, 3), "front matter")


def test_a_page_gives_its_text_once_with_headline_and_metadata(tmp_path):
    path = tmp_path / "a.html"
    body = "<p>" + "</p><p>".join(
        f"The bridge at Tarn stays closed in week {n}, the council said." for n in range(9)
    )
    path.write_text(
        f"<html><head><title>Shut</title><meta name='date' content='2026-02-03'></head>"
        f"<body><article><h1>Shut</h1>{body}</p></article></body></html>"
    )
    article = open_article(str(path))
    assert article.text.count("Shut") == 1
    assert article.published == date(2026, 2, 3)


def test_the_option_goes_before_what_the_source_states(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ndate: 2026-02-03\n---\nThe bridge is shut.\n")
    article = open_article(str(path), published=date(2026, 2, 4))
    assert (article.published, article.published_from) == (date(2026, 2, 4), "option")


def test_standard_input_and_gzip():
    packed = io.BytesIO(gzip.compress("The bridge is shut.\n".encode("utf-16")))
    article = open_article("-", stdin=packed)
    assert article.text == "The bridge is shut.\n"
    assert article.steps == ("unpacked gzip", "decoded as utf-16")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff", "a picture"),
        ("data.txt", b"\x01\x02\x00\x00\xff" * 40, "binary"),
        ("page.html", b"<html><body></body></html>", "no article"),
        ("broken.gz", b"\x1f\x8b\x08\x00broken", "gzip data is damaged"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_it(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=says) as caught:
        open_article(str(path))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_text_that_went_through_a_wrong_charset_is_repaired_on_request_only(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("â€œWe sail,â€\x9d she said. Itâ€™s late – “very”.\n", "utf-8")
    as_it_is = open_article(str(path))
    assert as_it_is.text.startswith("â€œWe sail")
    assert "--fix-encoding" in as_it_is.notices[0]
    repaired = open_article(str(path), fix_encoding=True)
    assert repaired.text == "“We sail,” she said. It’s late – “very”.\n"
    assert repaired.steps[-1] == "mojibake repaired"
    assert repaired.notices == ("text that had been through a wrong charset was repaired",)


def test_a_source_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr("reader.article.unpacking.read_bounded.__defaults__", (1000,))
    with Path("/dev/zero").open("rb") as endless, pytest.raises(ArticleError, match="larger than"):
        open_article("-", stdin=endless)


@pytest.mark.parametrize(
    "text",
    [
        "One quay.\n",
        "Two quays.\n" * 200_000,
        "One quay.",
        "\n\nFähre\r\n\r\nTwo.\n",
        "\ufeffOne.\n",
        "a\u200bb\n",
    ],
    ids=["as it is", "long", "no line end", "other line ends", "byte-order mark", "nothing to see"],
)
def test_the_hash_is_that_of_the_text_whether_or_not_it_was_changed(text):
    article = from_bytes(text.encode(), source="quay.txt", form=".txt")
    assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()


def test_what_is_packed_twice_is_unpacked_twice_and_not_for_ever():
    packed = gzip.compress(gzip.compress(b"One quay.\n"))
    article = from_bytes(packed, source="quay")
    assert (article.text, article.steps[:2]) == ("One quay.\n", ("unpacked gzip",) * 2)
    with pytest.raises(ArticleError, match="packed again and again"):
        from_bytes(gzip.compress(gzip.compress(packed)), source="quay")
