"""How rules are found: what a pattern can begin with, held against what ``re`` itself matches, and names that mean one thing."""

import re
from itertools import product

import pytest

from reader.analysis.timeline import grammar
from reader.analysis.timeline.expressions import dates
from reader.analysis.timeline.grammar import Pattern, beginnings, macro

TEXTS = ["".join(letters) for size in (1, 2, 3) for letters in product("abc", repeat=size)]


@pytest.mark.parametrize(
    "pattern",
    [
        "[a][b]",
        "[a]?[b]",
        "[a]?[b]?[c]",
        "(?:[a]|[b][c])",
        "(?P<name>[ab])[c]",
        "(?:[a]|[b])?[c]",
        "[a]+[b]",
        "[a]*[c]",
        "(?:[a][b]?)+[c]",
        "[a](?:[b]){0,2}[c]",
        "[a](?:[b]){1,}[c]",
        "[a](?=[b])",
        "[a](?![b])[ac]",
        "(?:(?:[a]?[b]?)|[c])[a]",
    ],
)
def test_nothing_that_matches_is_ruled_out_and_nothing_else_is_let_in_for_long(pattern: str) -> None:
    rule = Pattern(dates.weekday, pattern)
    matched = [text for text in TEXTS if re.match(pattern, text)]
    assert all(rule.fits(text[0], text[1:2]) for text in matched)
    assert {text[0] for text in matched} == rule.first
    if "(?=" not in pattern and "(?!" not in pattern:  # what is looked for ahead is not looked into
        pairs = {text[:2] for text in matched}
        assert {text for text in pairs if len(text) == 2} == {
            text for text in TEXTS if len(text) == 2 and rule.fits(text[0], text[1])
        }


def test_a_pattern_of_other_pieces_is_an_error_and_not_misread() -> None:
    with pytest.raises(ValueError, match="no pattern of the grammar"):
        beginnings("[a].")


def test_a_macro_that_has_a_meaning_already_is_an_error() -> None:
    with pytest.raises(ValueError, match="macros of the grammar with two meanings: MONTH"):
        macro(MONTH="monthname")


def test_a_word_that_the_lexicon_does_not_have_is_an_error_and_no_silent_literal(monkeypatch) -> None:
    monkeypatch.setattr(grammar, "_PATTERNS", [(dates.weekday, "(?P<weekday> wekday )")])
    with pytest.raises(ValueError, match=r"neither a class nor a word of time\.yaml: wekday"):
        grammar.Grammar([dates.__name__])
