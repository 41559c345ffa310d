"""What a query finds."""

import re
from itertools import pairwise

import pytest

from reader.article import Article, Block
from reader.ui.article_view.search import PatternError, hits, pattern, windows


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
        ("zoe muller", "Zoë Müller met Zoe\u0308 Muller", ["Zoë Müller", "Zoe\u0308 Muller"]),
        ("zoë", "Zoe and Zoë", ["Zoë"]),
        ("strasse", "die Straße, the Strasse", ["Straße", "Strasse"]),
        ("lodz", "from Łódź on", ["Łódź"]),
        ("government", "the gov-\nernment and the govern\u00adment", ["gov-\nernment", "govern\u00adment"]),
        ("government", "a gov-ernment", []),
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


def of_expression(query: str, text: str) -> list[str]:
    made = pattern(query, expression=True)
    assert made is not None
    return [text[hit.start : hit.end] for hit in hits(made, text, (0, len(text)))]


def test_a_regular_expression_finds_what_it_says():
    assert of_expression(r"\d+ (dead|wounded)", "19 dead, 40 wounded, 3 missing") == ["19 dead", "40 wounded"]
    assert of_expression(r"^The \w+$", "The tide\nThe late tide") == ["The tide"]


@pytest.mark.parametrize(
    ("query", "says"),
    [("(a", "no regular expression: missing )"), ("(a+)+b(a+)+$", "this expression takes too long")],
)
def test_what_is_no_regular_expression_or_takes_for_ever_says_so(query, says):
    with pytest.raises(PatternError, match=re.escape(says)):
        of_expression(query, "a" * 5_000)
