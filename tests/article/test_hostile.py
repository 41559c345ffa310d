"""Hostile strings, wherever they stand in a source: nothing of an Article would be obeyed by a terminal."""

from dataclasses import fields

import pytest

from reader.article import Article, ArticleError, open_article
from reader.article.opener import from_bytes
from reader.article.pages import Pages
from tests.article.hostile import HOSTILE, obeyed

EVERY = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
LONG = (
    "The ferry between Tarn and Kelda will run again from Thursday, the operator said on Wednesday evening."
)


def encoded(text):
    return text.encode("utf-8", "surrogatepass")


def said(article):
    """Every text of an article but its id."""
    values = [getattr(article, field.name) for field in fields(Article) if field.name != "id"]
    return [value for value in values if isinstance(value, str)] + [*article.steps, *article.notices]


def assert_harmless(article):
    assert len(said(article)) > 2
    for text in said(article):
        assert not obeyed(text)
    assert all("\n" not in text for text in said(article) if text != article.text)
    assert max((block.end for block in article.blocks), default=0) <= len(article.text)


@EVERY
def test_in_plain_text(text):
    article = from_bytes(
        encoded(f"Late {text}\n\nBy Odile {text} Marsh\n\n{LONG} {text} {LONG}\n"), source=f"a{text}.txt"
    )
    assert_harmless(article)
    assert article.text.count("Wednesday evening.") == 2


@EVERY
def test_in_front_matter(text):
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    head = (
        f'title: "T {quoted}"\nauthor: "O {quoted}"\nsource: "S {quoted}"\nurl: "http://a.example/{quoted}"'
    )
    assert_harmless(from_bytes(encoded(f"---\n{head}\n---\n{LONG}\n"), source="a.md", form=".md"))
    lines = f"Title: T {quoted}\nAuthor: O {quoted}\n"
    assert_harmless(from_bytes(encoded(f"{lines}\n{LONG}\n"), source="a.txt"))


def test_escapes_that_only_front_matter_knows():
    article = from_bytes(
        b'---\ntitle: "a\\e]0;x\\a\\x9b\\u202e\\ud83d"\n---\nText.\n', source="a.md", form=".md"
    )
    assert_harmless(article)
    assert article.title == "a␛]0;x␇���"


@EVERY
def test_in_markdown(text):
    markdown = f"# Late {text}\n\n> {text}\n\n- {text}\n\n[{text}](http://a.example/) `{text}` &#27;&#x9b;\n\n{LONG}\n"
    assert_harmless(from_bytes(encoded(markdown), source="a.md", form=".md"))


@EVERY
def test_in_a_mail_message(text):
    head = f"From: O {text} <o@a.example>\nSubject: S {text}\nDate: {text}\n".replace("\r", " ")
    assert_harmless(from_bytes(encoded(f"{head}\n{LONG}\n{text}\n"), source="a.eml", form=".eml"))


@EVERY
def test_in_a_file_name_and_in_the_error_about_it(text, tmp_path):
    name = text.replace("/", "_").replace("\0", "")[:40]
    try:
        path = tmp_path / f"{name}.txt"
        path.write_text(LONG)
    except (OSError, ValueError, UnicodeError):
        path = tmp_path / "a.txt"
        path.write_text(LONG)
    assert_harmless(open_article(str(path)))
    with pytest.raises(ArticleError) as caught:
        open_article(str(tmp_path / f"none {text}"))
    assert not obeyed(str(caught.value))
    assert "\n" not in str(caught.value)


@EVERY
def test_in_an_address_and_in_the_error_about_it(text, server, tmp_path):
    with pytest.raises(ArticleError) as caught:
        open_article(server.url(f"/{text}"), allow_local=True, pages=Pages(tmp_path))
    assert not obeyed(str(caught.value))
    with pytest.raises(ArticleError) as caught:
        open_article(f"http://a{text}.invalid:1/", allow_local=True, pages=Pages(tmp_path))
    assert not obeyed(str(caught.value))


@EVERY
def test_in_what_a_server_says(text, server, tmp_path):
    def answer(connection, _):
        kind = encoded(text).replace(b"\n", b" ").replace(b"\r", b" ").replace(b"\0", b"")
        connection.sendall(b"HTTP/1.1 200 " + kind + b"\r\nContent-Type: image/" + kind + b"\r\n\r\n")

    with pytest.raises(ArticleError) as caught:
        open_article(server.answer("/a", answer), allow_local=True, pages=Pages(tmp_path))
    assert not obeyed(str(caught.value))


def test_markup_stays_text():
    article = from_bytes(
        b"Late [red]strike[/red]\n\n[@click=app.quit]The ferry[/] is late [sic] [/\n", source="[red].txt"
    )
    assert article.text == "Late [red]strike[/red]\n\n[@click=app.quit]The ferry[/] is late [sic] [/\n"
    assert (article.title, article.source) == ("Late [red]strike[/red]", "[red].txt")
