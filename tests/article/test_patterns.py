"""Patterns that are compiled only for lines that may match them find what they all would."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.article import boilerplate
from reader.article.patterns import Patterns, openings

LEXICON = yaml.safe_load((Path(boilerplate.__file__).parent / "lexicon/boilerplate.yaml").read_text("utf-8"))
EVERY = [pattern for kind in LEXICON.values() if isinstance(kind, list) for pattern in kind]


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("(?:tide|log ?book)s?: .*", ("tide", "log")),
        ("(?:(?:low|high) tide|ebb)", ("low", "high", "ebb")),
        ("(?:the )?ferry", ("the ", "ferry")),
        (r"\(?photo", ("(", "photo")),
        ("ferry|boat", ("ferry", "boat")),
        (r"(?:©|\(c\)) \d+", ("©", "(c)")),
        ("e-?mail", ("e",)),
        (r"\d{1,2} min", tuple("0123456789")),
        ("boats?", ("boat",)),
        ("boa{0,2}t", ("bo",)),
    ],
)
def test_what_a_pattern_begins_with(pattern, begins):
    assert openings(pattern) == begins


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+ tide",
        "[A-Z]bb",
        "(?:ebb|[a-f]low)",
        "(?:tide){0,2}ebb",
        "(?:tide)*ebb",
        "t*ide",
        r"\d?tide",
        "(?:ebb)?",
        "",
    ],
)
def test_a_pattern_that_may_begin_with_anything_says_so(pattern):
    assert openings(pattern) == ()


@pytest.mark.parametrize("pattern", EVERY)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_pattern_of_the_lexicon_finds_every_line_it_describes(pattern, data):
    line = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII)))
    matches = re.match(pattern, line, re.IGNORECASE) is not None
    assert Patterns([pattern]).match(line) == matches


def test_a_line_is_held_against_every_pattern_that_may_match_it():
    known = Patterns(["read .* on", "read also", r"\d+ min"])
    lines = ("Read it and go on", "READ ALSO", "3 min", "Reading", "Mead also")
    assert [known.match(line) for line in lines] == [True, True, True, False, False]


def test_no_pattern_is_no_match():
    assert not Patterns([]).match("")
