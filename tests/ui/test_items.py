"""The items one jumps between."""

from reader.analysis.model import Entity, Mention, Quote, Reading
from reader.ui.items import items

TEXT = "“Go,” said Ann Reed. “No,” said Bo. Reed left."


def mention(text: str, at: int = 0) -> Mention:
    start = TEXT.index(text, at)
    return Mention(start, start + len(text), text)


def quote(id: str, text: str, speaker: str) -> Quote:
    start = TEXT.index(text)
    return Quote(id, "direct", text, start, start + len(text), speaker=speaker)


def test_items_come_in_text_order_whatever_the_order_of_the_reading():
    found = items(Reading(quotes=(quote("q2", "“No,”", "s2"), quote("q1", "“Go,”", "s1"))))
    assert [(item.id, item.order, item.speaker) for item in found["quote"]] == [
        ("q1", 0, "s1"),
        ("q2", 1, "s2"),
    ]


def test_every_mention_of_an_entity_is_an_item_of_its_own():
    reed = Entity("Ann Reed", "person", (mention("Ann Reed"), mention("Reed", 36)))
    bo = Entity("Bo", "person", (mention("Bo"),))
    found = items(Reading(entities=(reed, bo)))["entity"]
    assert [item.id for item in found] == ["e1.1", "e2.1", "e1.2"]
    assert {item.entity for item in found} == {"person"}


def test_an_empty_reading_has_no_items_of_any_kind():
    assert items(Reading()) == {"quote": (), "claim": (), "time": (), "entity": ()}
