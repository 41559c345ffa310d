"""The short way of reading plain YAML reads what it reads as the YAML library does."""

from pathlib import Path

import pytest
import yaml

import reader
from reader.plain_yaml import read_plain
from reader.resources import folder

SHIPPED = [
    *folder("themes").glob("*.yaml"),
    *(Path(reader.__file__).parent / "article/lexicon").glob("*.yaml"),
]
LEXICONS = [*(Path(reader.__file__).parent / "analysis/lexicon").glob("*.yaml")]
SHOWN = {"comparators", "numbers", "unit_words"}  # what amounts are written with in the panels


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_a_start_reads_is_plain(path):
    text = path.read_text("utf-8")
    assert read_plain(text) == yaml.safe_load(text)


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_a_word_list_is_the_same_by_either_way(path):
    text = path.read_text("utf-8")
    plain = read_plain(text)
    if plain is not None or path.stem in SHOWN:
        assert plain == yaml.safe_load(text)


@pytest.mark.parametrize(
    "text",
    [
        "tide: low\n\n# a comment\nferry:  Kelda \n",
        "tide: 'it''s low # still'\nferry: \"Kelda: north\"\n",
        "boats: 12\nnone: 0\n",
        "boats:\n  - 'Ottilie'\n# between\n  - Brae\n  - 3\ntide: true\n",
        "boats:\n  ottilie: north\n  brae: false\n",
        "share: 1.5\nboats: [Ottilie, 'Brae, too', 3, 0.5, true]\n",
        "boats: [\n  ottilie, one of Kelda's,\n  brae,\n]\nferry: {}\n",
        'tides:\n  "<": {low: [1, 2], half past: "3"}\n  high: [up to, ≥, c.,\n    ½]\n',
        "tides:\n  - [low, {height: 2}]\n",
    ],
)
def test_plain_yaml_is_read_as_yaml(text):
    assert read_plain(text) == yaml.safe_load(text) != None  # noqa: E711


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: yes",
        "a: 012",
        "a: 2026-03-12",
        "a: b # c",
        "a: b\n  c",
        "a: b\n  c: d",
        "a:",
        "a:\n  - b\n  c: d",
        "a:\n  - - b",
        "a:\n b: c",
        "  a: b",
        "a: b\na: c",
        "a:\n    b: c",
        "a:\n  b: c\n  b: d",
        'a: "\\n"',
        "a: 'b\n  c'",
        "a: '\x07'",
        "on: b",
        "- a",
        "a: [b",
        "a: [b]]",
        "a: [b: c]",
        "a: [b\n  c]",
        "a: [b, yes]",
        "a: [b, c # d\n  ]",
        "a: [&b c, *b]",
        "a: [,]",
        "a: {b}",
        "a: {b: c, b: d}",
        "a: {1: b}",
    ],
)
def test_what_is_not_plain_is_left_to_the_yaml_library(text):
    assert read_plain(text) is None
