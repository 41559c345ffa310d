"""A mail message gives its text under its subject."""

import base64
from datetime import date
from email.message import EmailMessage

import pytest

from reader.article import ArticleError, eml, open_article
from reader.article.opener import from_bytes

TEXT = (
    "The ferry between Tarn and Kelda will run again from Thursday, the “operator” said on Wednesday evening. "
    * 4
)


def message(text=TEXT):
    mail = EmailMessage()
    mail["From"] = "Ödile Marsh <odile@post.example>"
    mail["Subject"] = "Ferry strike – over"
    mail["Date"] = "Wed, 04 Mar 2026 23:30:00 -0500"
    mail.set_content(text)
    return mail


def opened(mail):
    return from_bytes(bytes(mail), source="story.eml", form=".eml")


def test_subject_sender_and_day_are_metadata():
    article = opened(message())
    assert (article.title, article.byline) == ("Ferry strike – over", "Ödile Marsh")
    assert (article.published, article.published_from) == (date(2026, 3, 4), "metadata")
    assert article.text.strip() == TEXT.strip()
    assert article.steps == ("text taken from a mail message", "decoded as utf-8")


def test_the_plain_text_goes_before_the_html_unless_it_only_points_there():
    mail = message()
    mail.add_alternative(f"<html><body><h1>Strike</h1><p>{TEXT}</p></body></html>", subtype="html")
    assert opened(mail).steps[-1] == "decoded as utf-8"
    short = message("See this mail in a browser.")
    short.add_alternative(f"<html><body><h1>Strike</h1><p>{TEXT}</p></body></html>", subtype="html")
    article = opened(short)
    assert article.steps[-1] == "main text taken from HTML"
    assert article.title == "Ferry strike – over"


def test_attachments_are_not_opened_and_that_is_said():
    mail = message()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a\x1b[2J.png")
    mail.add_attachment("A secret.", filename="b.txt")
    article = opened(mail)
    assert article.notices == ("2 attachments were not opened",)
    assert "secret" not in article.text


def test_a_message_on_standard_input_is_known_by_its_head():
    article = from_bytes(
        b"Received: from a\r\nFrom: o@post.example\r\nSubject: Late\r\n\r\nThe ferry is late.\r\n", source="-"
    )
    assert (article.title, article.byline, article.text) == ("Late", "o@post.example", "The ferry is late.\n")


def test_an_interview_is_no_message():
    assert from_bytes(b"From: the harbour\n\nThe ferry is late.\n", source="-").text.startswith(
        "From: the harbour"
    )


def test_the_first_line_of_a_message_is_no_headline():
    article = opened(message("Hello all\n\n" + TEXT))
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "head",
    [
        b"From: \r\nDate: yesterday\r\nSubject:\r\n",
        b"From: =?utf-8?b?\xff?= <\x1b[2J@x>\r\nDate: Wed, 99 Foo 2026\r\nSubject: =?x-unknown?q?a=1bb?=\r\n",
        b"Content-Type: text/plain; charset=no-such-thing\r\nFrom: [[[,,@@\r\n",
        b"Content-Transfer-Encoding: base64\r\nMIME-Version: 1.0\r\n",
        b'Content-Type: multipart/mixed; boundary=""\r\nMIME-Version: 1.0\r\n',
    ],
)
def test_a_damaged_head_is_no_crash(head):
    try:
        article = from_bytes(head + b"\r\nThe ferry is late.\r\n", source="a.eml", form=".eml")
    except ArticleError as error:
        assert "\n" not in str(error)
    else:
        assert article.published is None
        assert (article.title or "x").isprintable()


@pytest.mark.parametrize("form", [".mhtml", ".mht", ""])
def test_a_page_that_a_browser_saved_as_one_file_is_a_page(form):
    page = f"<html><head><title>Late | The Post</title><meta name='author' content='Odile Marsh'></head><body><h1>Late</h1><p>{TEXT}</p></body></html>"
    mail = EmailMessage()
    mail["From"] = "<Saved by a browser>"
    mail["Snapshot-Content-Location"] = "https://post.example/late"
    mail["Subject"] = "Late | The Post"
    mail["Date"] = "Wed, 04 Mar 2026 23:30:00 -0500"
    mail.set_content(page, subtype="html", cte="quoted-printable")
    article = from_bytes(bytes(mail), source="late.mhtml", form=form)
    assert (article.title, article.byline, article.site) == ("Late", "Odile Marsh", "The Post")
    assert (article.url, article.published) == ("https://post.example/late", None)
    assert "page taken from the file a browser saved" in article.steps


def test_a_message_without_text():
    mail = (
        b"From: a@b.example\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(b"x")
    )
    with pytest.raises(ArticleError, match="holds no text"):
        from_bytes(mail, source="a.eml", form=".eml")


def test_a_packed_message_in_a_file(tmp_path):
    import gzip

    path = tmp_path / "story.eml.gz"
    path.write_bytes(gzip.compress(bytes(message())))
    article = open_article(str(path))
    assert article.title == "Ferry strike – over"
    assert article.steps[0] == "unpacked gzip"


def test_a_header_is_read_as_far_as_one_is_ever_long():
    seen = eml._Policy().header_source_parse(["To: " + "piet@tarn.example, " * 100_000])
    assert len(seen[1]) == 2000


def test_a_message_nested_too_deep_says_so():
    heads = "".join(
        f"Content-Type: multipart/mixed; boundary=B{depth}\n\n--B{depth}\n" for depth in range(3000)
    )
    message = (
        f"From: odile@tarn.example\nSubject: Late\n{heads}Content-Type: text/plain\n\nThe ferry is late.\n"
    )
    with pytest.raises(ArticleError, match="nested too deep"):
        from_bytes(message.encode(), source="a.eml", form=".eml")


@pytest.mark.parametrize(("parts", "more"), [(998, False), (1000, True)])
def test_a_message_of_very_many_parts_says_that_the_rest_was_not_looked_at(parts, more):
    part = "--B\nContent-Type: text/plain\n\nThe ferry is late.\n"
    head = "From: odile@tarn.example\nSubject: Late\nContent-Type: multipart/mixed; boundary=B\n\n"
    article = from_bytes(f"{head}{part * parts}--B--\n".encode(), source="a.eml", form=".eml")
    says = "this message has more than 1,000 parts; the rest was not looked at"
    assert (says in article.notices) == more


def test_a_message_without_text_in_its_first_thousand_parts_says_so():
    part = "--B\nContent-Type: image/png\n\nx\n"
    head = "From: odile@tarn.example\nSubject: Late\nContent-Type: multipart/mixed; boundary=B\n\n"
    with pytest.raises(ArticleError, match="no text in its first 1,000 parts"):
        from_bytes(f"{head}{part * 1001}--B--\n".encode(), source="a.eml", form=".eml")
