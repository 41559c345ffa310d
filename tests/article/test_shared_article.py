"""The article this project began with, where it lies beside the checkout: what is dimmed in it."""

from pathlib import Path

import pytest
import yaml

from reader.article import open_article
from reader.article.model import SET_ASIDE

FOLDER = Path(__file__).parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the article is not here")


def characters(text, spans):
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def test_the_boilerplate_and_the_caption_are_dimmed_and_nothing_else():
    article = open_article(str(FOLDER / "article.txt"))
    gold = yaml.safe_load((FOLDER / "gold.yaml").read_text("utf-8"))["boilerplate"]
    wanted = [(span["start"], span["end"]) for span in gold]
    (credit,) = (at for at, b in enumerate(article.blocks) if "(Photo:" in article.text[b.start : b.end])
    wanted += [(block.start, block.end) for block in article.blocks[credit - 2 : credit]]
    dimmed = [(block.start, block.end) for block in article.blocks if block.kind in SET_ASIDE]
    assert characters(article.text, dimmed) == characters(article.text, wanted)
    assert [block.kind for block in article.blocks[credit - 2 : credit]] == ["caption", "caption"]
