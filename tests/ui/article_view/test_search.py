"""What a query finds."""

from itertools import pairwise

import pytest

from reader.article import Article, Block
from reader.ui.article_view.search import hits, pattern, windows


def found(query: str, text: str) -> list[str]:
    made = pattern(query)
    assert made is not None
    return [text[hit.start : hit.end] for hit in hits(made, text, (0, len(text)))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("ferry", "Ferry, ferry", ["Ferry", "ferry"]),
        ("Ferry", "Ferry, ferry", ["Ferry"]),
        ("ferry stops", "The ferry\nstops", ["ferry\nstops"]),
        ("don't", "They don’t", ["don’t"]),
        ('"yes"', "“yes” «yes»", ["“yes”", "«yes»"]),
        ("10-12", "10–12", ["10–12"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("[sic]", "so [sic]", ["[sic]"]),
    ],
)
def test_a_query_finds(query, text, expected):
    assert found(query, text) == expected


@pytest.mark.parametrize("query", ["", "  "])
def test_an_empty_query_looks_for_nothing(query):
    assert pattern(query) is None


def test_windows_cover_the_text_and_part_it_between_blocks():
    blocks = tuple(Block("paragraph", at, at + 99_000) for at in range(0, 1_000_000, 100_000))
    article = Article("x" * 1_000_000, blocks)
    made = list(windows(article))
    assert made[0][0] == 0
    assert made[-1][1] == 1_000_000
    assert len(made) > 2
    assert all(end == start for (_, end), (start, _) in pairwise(made))
    assert {start for start, _ in made} <= {block.start for block in blocks}
