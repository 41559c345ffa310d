"""Who does the saying, by the parse and by what stands beside the verb."""

import pytest

from reader.analysis.syntax.doers import doer, doer_after, doer_before
from reader.analysis.syntax.view import view_of


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The mayor said that it sank.", "said", "mayor"),
        ("The mayor was warned by the union that it sank.", "warned", "union"),
        ("The mayor left, saying that it sank.", "saying", "mayor"),
        ("Norvik issued a statement saying that it sank.", "saying", "Norvik"),
        ("The mayor, who said that it sank, left.", "said", "who"),
    ],
)
def test_the_doer_of_a_verb_before_what_is_said(word, text, verb, who):
    token = word(text, verb)
    assert doer_before(view_of(token.doc), token).text == who


def test_the_doer_after_what_is_said_is_the_word_that_follows(word):
    token = word("It sank at noon, said the mayor.", "said")
    assert doer_after(view_of(token.doc), token).text == "mayor"


def test_words_inside_marks_do_nothing_outside_them(word):
    token = word("“The mayor is late,” added Brandt.", "added")
    assert doer(view_of(token.doc), token).text == "Brandt"
