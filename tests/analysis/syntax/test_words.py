"""What a word is, and how it hangs on another."""

import pytest

from reader.analysis.syntax import relations, words

TEXT = "The oldest boats of Orrin were sold by Norvik, which wants to close the pier."


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("boats", words.is_plural),
        ("boats", words.is_thing),
        ("Orrin", words.is_name),
        ("were", words.is_past),
        ("sold", words.is_participle),
        ("wants", words.is_present),
        ("close", words.is_base),
        ("to", words.is_infinitive_to),
        ("which", words.is_relative_pronoun),
        ("oldest", words.is_superlative),
        ("boats", relations.is_passive_subject),
        ("were", relations.is_passive_helper),
        ("pier", relations.is_object),
        ("wants", relations.is_relative_clause),
        ("oldest", relations.is_adjectival),
    ],
)
def test_a_word_is_what_it_is_asked_for(word, written, question):
    assert question(word(TEXT, written))


def test_the_owner_and_what_a_preposition_leads_to(word):
    assert relations.owner(word("The mayor's claim about the pier was odd.", "claim")).text == "mayor"
    assert relations.object_of(word("The claim about the pier was odd.", "about")).text == "pier"
