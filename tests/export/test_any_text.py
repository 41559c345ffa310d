"""Whatever stands in a source: what is exported of it is its text at the offsets, and no terminal would obey it."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.pipeline import analyse
from reader.article import Article, ArticleError
from reader.article.jsonl import from_record
from reader.article.opener import from_bytes
from reader.export.document import document
from reader.export.yaml_text import dump
from tests.article.hostile import HOSTILE, obeyed

_SURROGATE = re.compile("[\ud800-\udfff]")
PIECES = st.sampled_from(
    [
        *HOSTILE.values(),
        "Odile Marsh said “we sail on Friday” and left. ",
        "“Nobody,” she told 40 people on 3 March 2026, “will wait.” ",
        'The office in Tarn said that "at least 300 boats" were lost. ',
        "TARN, 12 March 2026 — ",
        "(Photo: Piet Halm)\n\n",
        "Read more: Ten islands\n\n",
        "> ",
        "“",
        "\n",
        "\n\n",
        "<p>",
        "<q>",
        "&#27;",
    ]
)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Everything exported that carries offsets and the text at them."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def check(nlp: Any, article: Article) -> None:
    made = document(article, analyse(nlp, article))
    written = dump(made)
    assert not obeyed(written)
    if not _SURROGATE.search(article.text):  # YAML has no way to write half a pair
        assert yaml.safe_load(written) == made
    for span in spans(made):
        assert 0 <= span["start"] < span["end"] <= len(article.text)
        assert article.text[span["start"] : span["end"]] == span["text"]
    for quote in made["quotes"]:
        assert all(quote["start"] <= start < end <= quote["end"] for start, end in quote["marks"])


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join), st.sampled_from([".txt", ".md", ".html", ""]))
@settings(deadline=None, max_examples=40)
def test_of_any_source(nlp, text, form):
    try:
        article = from_bytes(text.encode("utf-8", "surrogatepass"), source=f"a{form}", form=form)
    except ArticleError:
        return
    check(nlp, article)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@settings(deadline=None, max_examples=40)
def test_of_any_record(nlp, text):
    check(nlp, from_record({"id": text, "text": text, "title": text}))
