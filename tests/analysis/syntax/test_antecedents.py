"""Whom and what pronouns stand for, and who was passed over."""

import pytest

from reader.analysis.syntax.antecedents import antecedents_of


def heads(doc, places):
    return [doc[at].text for at in places]


@pytest.mark.parametrize(
    ("text", "pronoun", "head"),
    [
        ("Ilse Brandt met Nils Arvo in Orrin. She sold 40 boats.", "She", "Brandt"),
        ("Ilse Brandt met Helen Marek in Orrin. She sold 40 boats.", "She", "Brandt"),
        ("Nils Arvo left. Ilse Brandt stayed. He sold 40 boats.", "He", "Arvo"),
        ("Chairwoman Arvo left. She sold 40 boats.", "She", "Arvo"),
        ("The council sued Norvik Energi over the pier. It paid £4m.", "It", "council"),
        ("The dockers met the mayor. They want £4m.", "They", "dockers"),
        ("The mayor, who sold 40 boats, left.", "who", "mayor"),
    ],
)
def test_a_pronoun_stands_for(parsed, text, pronoun, head):
    doc = parsed(text)
    token = next(token for token in doc if token.text == pronoun)
    assert antecedents_of(doc).head_of(token).text == head


def test_of_two_who_fit_neither_is_taken(parsed):
    doc = parsed("In Orrin people saw Ilse Brandt with Helen Marek. She sold 40 boats.")
    found = antecedents_of(doc).of(next(token for token in doc if token.text == "She"))
    assert found.head is None
    assert set(heads(doc, found.passed)) == {"Brandt", "Marek"}


def test_who_was_passed_over_is_told(parsed):
    doc = parsed("Ilse Brandt met Helen Marek in Orrin. She sold 40 boats.")
    found = antecedents_of(doc).of(next(token for token in doc if token.text == "She"))
    assert found.rule == "only_subject"
    assert "Marek" in heads(doc, found.passed)


def test_only_a_body_says_what_it_says(parsed):
    doc = parsed("The ministry met on Monday after a storm broke. It said that 40 boats sank.")
    it = next(token for token in doc if token.text == "It")
    assert antecedents_of(doc).head_of(it, speaks=True).text == "ministry"


def test_the_answer_stays_the_same_whoever_asks_next(parsed):
    doc = parsed("The ministry met on Monday after a storm broke. It said that 40 boats sank.")
    it = next(token for token in doc if token.text == "It")
    asked = antecedents_of(doc)
    first = asked.head_of(it, speaks=True)
    assert asked.head_of(it) == first and antecedents_of(doc) is asked


def test_what_the_grammar_leaves_open_can_be_settled(parsed):
    doc = parsed("In Orrin people saw Ilse Brandt with Helen Marek. She sold 40 boats.")
    she = next(token for token in doc if token.text == "She")
    antecedents_of(doc).settle(she, doc[5])
    assert antecedents_of(doc).of(she).head == 5
