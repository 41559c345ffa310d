"""A mailbox (mbox): each message is an article, read when its turn comes."""

import gzip

import pytest

from reader.article import ArticleError, open_article, open_each
from reader.article.mailbox import Messages
from reader.article.options import AS_IT_IS
from reader.article.parsing import parse

MESSAGE = "From ines@quay.example Tue Mar 10 09:00:00 2026\nFrom: Ines <ines@quay.example>\nDate: Tue, {} Mar 2026 09:00:00 +0000\nSubject: {}\n\n{}\n\n"


def mailbox(*bodies: str) -> bytes:
    return "".join(MESSAGE.format(10 + n, f"No {n}", body) for n, body in enumerate(bodies)).encode()


def test_each_message_is_an_article(tmp_path):
    (tmp_path / "a.mbox").write_bytes(mailbox("The quay is closed.", "The quay is open."))
    articles = open_each(tmp_path / "a.mbox")
    assert [(a.title, a.text, a.published.day) for a in articles] == [
        ("No 0", "The quay is closed.\n", 10),
        ("No 1", "The quay is open.\n", 11),
    ]
    assert articles[1].source.endswith("a.mbox#2")


@pytest.mark.parametrize("name", ["a.mbox", "Inbox", "a.mbox.gz"])
def test_it_is_known_by_its_name_or_by_its_first_lines(tmp_path, name):
    data = mailbox("One.", "Two.")
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert len(open_each(tmp_path / name)) == 2
    assert "first of several" in open_article(tmp_path / name).notices[0]


def test_lines_that_only_begin_like_a_message_are_text():
    data = mailbox("One.\n\nFrom here on\n\nFrom Tarn it came.\n>From the sea.")
    messages = Messages(data, "a", AS_IT_IS, parse)
    assert len(messages) == 1
    assert "\nFrom here on\n\nFrom Tarn it came.\nFrom the sea." in messages[0].text


def test_a_message_without_text_says_so_and_keeps_nobody_from_the_others(tmp_path):
    (tmp_path / "a.mbox").write_bytes(mailbox("", "Two."))
    first, second = open_each(tmp_path / "a.mbox")
    assert "cannot be read" in first.notices[0]
    assert second.text == "Two.\n"


def test_nothing_of_a_message_is_read_before_its_turn(monkeypatch):
    messages = Messages(mailbox(*(f"No {n}." for n in range(1000))), "a", AS_IT_IS, parse)
    made = []
    monkeypatch.setattr(Messages, "make", lambda self, at: made.append(at) or open_article)
    messages[500]
    messages[500]
    assert (len(messages), made) == (1000, [500])


def test_a_mailbox_without_a_message_is_refused_in_a_line(tmp_path):
    (tmp_path / "a.mbox").write_text("hello\n")
    with pytest.raises(ArticleError, match=r"a\.mbox: no message was found in this mailbox"):
        open_each(tmp_path / "a.mbox")
