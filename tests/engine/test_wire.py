"""An article on its way to the worker."""

import pickle
from datetime import date

import pytest

from reader.article import Article, Block
from reader.article.jsonl import from_record
from reader.engine.wire import PIECE, Inbox, messages

LINE = "The quay at Tarn is shut, the harbour master said.\n\n"
LONG = from_record({"text": LINE * (3 * PIECE // len(LINE)), "title": "Fog", "published": "2026-03-14"})
SHORT = Article(
    "One.\n\nTwo.", (Block("paragraph", 0, 4), Block("boilerplate", 6, 10)), published=date(2026, 3, 14)
)


def arrived(*sent):
    inbox, found = Inbox(), []
    for word, number, content in pickle.loads(pickle.dumps(sent)):
        inbox.text(number, content) if word == "text" else found.append(inbox.article(number, content))
    return found


@pytest.mark.parametrize("article", [LONG, SHORT, Article("")], ids=["long", "short", "empty"])
def test_an_article_arrives_as_it_was_sent(article):
    assert arrived(*messages(1, article)) == [article]


def test_no_message_is_much_longer_than_a_piece():
    assert len(LONG.text) > 2 * PIECE
    assert all(len(pickle.dumps(message)) < PIECE + 1000 for message in messages(1, LONG))


def test_two_articles_mixed_on_the_way_are_told_apart():
    *texts, last = messages(1, LONG)
    assert arrived(*texts, *messages(2, SHORT), last) == [SHORT, LONG]
