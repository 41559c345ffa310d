"""The words of a noun phrase: the stretch that names it, its name, all that is said of it."""

import pytest

from reader.analysis.syntax.clauses import nothing
from reader.analysis.syntax.phrases import extent, name_span, renamed, words_of

TEXT = "The three oldest boats of the fleet, built in Orrin, which sank in May, were sold."


def test_what_names_a_thing_ends_before_what_is_told_of_it(word):
    head = word(TEXT, "boats")
    assert head.doc[slice(*extent(head))].text == "The three oldest boats of the fleet"


def test_a_name_has_neither_article_nor_number(word):
    head = word(TEXT, "boats")
    assert TEXT[slice(*name_span(head, nothing))] == "oldest boats of the fleet"


def test_a_name_leaves_out_what_belongs_to_something_else(word):
    head = word("The crew of 40 sailors left.", "crew")
    start, end = name_span(head, lambda token: token.text in ("40", "sailors"))
    assert head.doc.text[start:end] == "crew"


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("Norvik, which owns the pier, sold the boats in May.", "sold", "Norvik sold the boats"),
        ("The trial lasted six weeks.", "lasted", "The trial lasted six weeks"),
        ("The state-owned pier closed.", "pier", "The state - owned pier"),
    ],
)
def test_words_without_clauses_of_their_own_and_without_times(word, text, head, words):
    found = words_of(word(text, head), lambda token: token.text == "May")
    assert " ".join(token.text for token in found if not token.is_punct or token.text == "-") == words


def test_a_name_between_commas_renames_a_noun(word):
    assert renamed(word("A union, the Dockers, says it will strike.", "union")).text == "Dockers"
