"""Whether it is denied, by what, and that nobody is said to have done it."""

import pytest

from reader.analysis.syntax.polarity import denied_from, is_denied, is_nobody


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ("The bill did not exceed £40m.", "exceed", True),
        ("The bill will never exceed £40m.", "exceed", True),
        ("No bill exceeded £40m.", "exceeded", True),
        ("Neither company exceeded its budget.", "exceeded", True),
        ("The bill is not expected to exceed £40m.", "exceed", True),
        ("The bill failed to reach £40m.", "reach", True),
        ("The bill has yet to reach £40m.", "reach", True),
        ("There is no chance of it reaching £40m.", "reaching", True),
        ("The bill exceeded £40m.", "exceeded", False),
        ("The bill not only reached £40m but passed it.", "reached", False),
        ("Nobody failed to reach the shore.", "reach", False),
        ("It is not clear whether the bill exceeded £40m.", "exceeded", False),
    ],
)
def test_what_a_verb_says_is_denied_by_an_odd_number_of_negations(word, text, verb, denied):
    assert is_denied(word(text, verb)) is denied


def test_words_that_belong_to_something_else_deny_nothing(word):
    verb = word("The council paid no more than £40m.", "paid")
    assert not is_denied(verb, lambda token: token.text in ("no", "more", "than"))


def test_failing_to_is_no_negation_of_what_was_not_willed(word):
    verb = word("The councillor failed to declare more than £2m.", "declare")
    assert is_denied(verb) and not is_denied(verb, willed=False)


@pytest.mark.parametrize(
    ("text", "noun", "nobody"),
    [
        ("No minister said so.", "minister", True),
        ("Neither company said so.", "company", True),
        ("No one at Norvik said so.", "one", True),
        ("Nobody said so.", "Nobody", True),
        ("None of them said so.", "None", True),
        ("Not all ministers said so.", "ministers", True),
        ("The minister said so.", "minister", False),
    ],
)
def test_whoever_it_is_is_not_said_to_have_done_it(word, text, noun, nobody):
    assert is_nobody(word(text, noun)) is nobody


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("The mayor did not say that it sank.", "say", "did not say"),
        ("The mayor never said that it sank.", "said", "never said"),
        ("The mayor refused to confirm that it sank.", "confirm", "refused to confirm"),
        ("The mayor has yet to confirm that it sank.", "confirm", "has yet to confirm"),
        ("The mayor said that it sank.", "said", None),
    ],
)
def test_a_denied_verb_begins_with_what_denies_it(word, text, verb, cue):
    token = word(text, verb)
    at = denied_from(token)
    assert (None if at is None else token.doc[at : token.i + 1].text) == cue
