"""The verb a word stands under, who a clause is said of, and who does it."""

import pytest

from reader.analysis.syntax import clauses


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Norvik sold the pier in May.", "sold", "Norvik"),
        ("The pier was sold by Norvik.", "sold", "pier"),
        ("Norvik bought the pier and sold the boats.", "sold", "Norvik"),
        ("Norvik wants to sell the pier.", "sell", "Norvik"),
        ("The court ordered the firm to pay £2m.", "pay", "firm"),
        ("The boat that sank in Orrin was old.", "sank", "boat"),
        ("The boat, sunk by ice, was old.", "sunk", "boat"),
        ("The ex-treasurer resigned on Monday.", "resigned", "treasurer"),
        ("There were 40 boats in the harbour.", "were", "There"),
    ],
)
def test_a_clause_is_said_of(word, text, verb, subject):
    assert clauses.subject(word(text, verb)).text == subject


def test_a_clause_without_a_subject_is_said_of_nobody(word):
    assert clauses.subject(word("Close the harbour at once.", "Close")) is None


@pytest.mark.parametrize(
    ("text", "token", "verb"),
    [
        ("The mayor said that 40 boats of the old fleet sank.", "fleet", "sank"),
        ("The mayor said that 40 boats sank.", "mayor", "said"),
        ("Mayor of Orrin, 1953", "Orrin", None),
    ],
)
def test_a_word_stands_under_the_verb_of_its_clause(word, text, token, verb):
    found = clauses.governing_verb(word(text, token))
    assert (found and found.text) == verb


def test_the_main_verb_of_an_infinitive_is_the_one_it_leans_on(word):
    assert clauses.main_verb(word("Norvik agreed to meet the union on Friday.", "meet")).text == "agreed"


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The council was told about the leak.", "told", True),
        ("The council has told the union.", "told", False),
        ("A plan rejected by the union was dropped.", "rejected", True),
    ],
)
def test_a_passive_is_told_by_its_helper_or_by_a_bare_participle(word, text, verb, passive):
    assert clauses.is_passive(word(text, verb)) is passive


def test_the_agent_of_a_passive_is_named_with_by(word):
    assert clauses.agent(word("The pier was sold by Norvik.", "sold")).text == "Norvik"


def test_who_stands_for_the_noun_before_it(word):
    assert clauses.relative_noun(word("The mayor, who said nothing, left.", "who")).text == "mayor"
