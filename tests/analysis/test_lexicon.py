"""The lists of the lexicon as sets, and as patterns."""

import re

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives, bounded


def test_a_line_of_a_list_holds_one_word_or_several_parted_by_commas():
    assert lexicon.split(["quay", "New Orvane, Marenby", ","]) == ["quay", "New Orvane", "Marenby", ","]


def test_of_words_that_begin_alike_the_longest_is_found():
    words = alternatives(["net", "net profit", "network"])
    assert re.findall(words, "network, net  profit, net loss") == ["network", "net  profit", "net"]


def test_bounded_words_do_not_run_on_into_others():
    assert re.findall(bounded(["in", "mile"]), "in an inch, a mile, miles") == ["in", "mile"]


def test_a_pattern_of_no_words_finds_nothing():
    assert not re.search(alternatives([]), "the quay at Marenby")
