"""What is part of a name and what only stands beside it."""

import pytest


def found(reading):
    return {mention.text: entity.kind for entity in reading.entities for mention in entity.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United Nations sent observers to the talks.", "United Nations"),
        ("Critics of the Norwegian Harbour Authority’s plan met on Friday.", "Norwegian Harbour Authority"),
        ("They met President Ilse Brandt on Friday.", "Ilse Brandt"),
    ],
)
def test_article_possessive_and_title_are_not_part_of_a_name(read_text, text, name):
    assert name in found(read_text(text))


def test_a_people_is_not_a_place(read_text):
    assert "German" not in found(read_text("The German engineer came to Paris. German trains were late."))
