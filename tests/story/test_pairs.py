"""Pairs of articles on one event: what they dispute, what was updated, on which day they differ, and nothing else.

Each file of ``pairs/`` is an example. Amounts and days are named by the words the articles have for them; what a
person would see and the story misses is noted as ``missed``, what it takes for one thing and is not as ``mistaken``.
"""

import re
from pathlib import Path

import pytest
import yaml

from reader.analysis.pipeline import analyse
from reader.article import Options
from reader.article.opener import from_bytes
from reader.story import merge

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))


def opened(told):
    """The article; lines of a paragraph are joined, as a paper has it."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", told["text"].strip())
    return from_bytes(text.encode(), Options(published=told["published"]), source="a.txt", form=".txt")


def told(items):
    """What each of two articles says, in its own words."""
    return [{" ".join(item.text.split()) for place, item in items if place == at} for at in (0, 1)]


def unmet(expected, found):
    """What was expected and not found, and what was found and not expected."""
    missed, invented = [list(pair) for pair in expected], []
    for said in found:
        hit = next(
            (pair for pair in missed if all(any(a in b for b in s) for a, s in zip(pair, said, strict=True))),
            None,
        )
        if hit:
            missed.remove(hit)
        else:
            invented.append(said)
    return missed, invented


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_two_articles_on_one_event(nlp, path):
    example = yaml.safe_load(path.read_text("utf-8"))
    articles = [opened(example[name]) for name in ("one", "other")]
    story = merge(articles, [analyse(nlp, article) for article in articles])
    disputed = [told(matter.claims) for matter in story.matters if matter.disputed]
    updated = [told(matter.claims) for matter in story.matters if matter.updated]
    days = [told(occasion.entries) for occasion in story.occasions]
    assert unmet(example.get("disputes", []) + example.get("mistaken", []), disputed) == ([], [])
    assert unmet(example.get("updates", []), updated) == ([], [])
    assert unmet(example.get("dates", []), days) == ([], [])


def test_there_are_pairs_with_each():
    kinds = {kind for path in PAIRS for kind in yaml.safe_load(path.read_text("utf-8"))}
    assert kinds >= {"disputes", "updates", "dates", "missed"}
