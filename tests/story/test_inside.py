"""Disputes inside one article: what two of its sources say otherwise stands side by side, and nothing else does."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from reader.analysis.pipeline import analyse
from reader.article import Options
from reader.article.opener import from_bytes
from reader.story.inside import disputes

HERE = Path(__file__).parent
ARTICLES = sorted((HERE / "inside").glob("*.yaml"))
PAIRS = sorted((HERE / "pairs").glob("*.yaml"))


def found(nlp, told):
    """What stands side by side, by the words of the article."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", told["text"].strip())
    article = from_bytes(text.encode(), Options(published=told["published"]), source="a.txt", form=".txt")
    matters = disputes(article, analyse(nlp, article))
    return [[claim.text for _, claim in matter.claims] for matter in matters]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_two_sources_of_one_article_say_otherwise(nlp, path):
    example = yaml.safe_load(path.read_text("utf-8"))
    said = found(nlp, example)
    assert len(said) == len(example["disputes"])
    for pair, expected in zip(said, example["disputes"], strict=True):
        assert all(words in text for words, text in zip(expected, pair, strict=True))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_an_article_without_a_dispute_has_none(nlp, path):
    example = yaml.safe_load(path.read_text("utf-8"))
    assert [found(nlp, example[name]) for name in ("one", "other")] == [[], []]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said 40 homes burnt in Arvil. The governor said 90 homes burnt in Marenby.",
        "The mayor said 40 homes burnt in 2019. The governor said 90 homes burnt in 2024.",
        "Brandt said the toll was 40. Brandt later said the toll was 44.",
        "Kolm said sales were $5 million, short of the $6 million that analysts had expected.",
        "The mayor said 40 homes burnt. The governor said 90 boats sank.",
        "Feld said he would hire 40 nurses. Lind said she would hire 90 drivers.",
    ],
)
def test_figures_of_two_things_are_no_dispute(nlp, text):
    assert found(nlp, {"text": text, "published": date(2026, 3, 12)}) == []
