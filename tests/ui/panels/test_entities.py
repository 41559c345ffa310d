"""The names, line by line."""

from dataclasses import replace

from reader.ui.panels import entities
from tests.ui.panels.paper_mill import (
    QUOTES,
    SPEAKERS,
    VIEW,
    lines,
    words,
)


def test_entities_stand_by_kind_the_most_mentioned_first():
    assert words(entities.rows(VIEW, frozenset({"person", "place"}))) == [
        "▾ People 3",
        "▸ Hanne Brovold 2",
        "▸ Oskar Lindqvist 1",
        "▸ Bram Oduya 1",
        "▾ Places 1",
        "▸ Orrin Falls 1",
        "▸ Organisations 1",
    ]


def test_an_open_entity_shows_each_mention_among_its_words():
    rows = list(entities.rows(VIEW, frozenset({"person", "e2"})))
    assert [each.item for each in rows[2:4]] == [("entity", "e2.1"), ("entity", "e2.2")]
    assert "Hanne Brovold, a spokeswoman" in lines(rows)[2]


def test_one_speaker_only_leaves_what_stands_in_their_quotes():
    view = replace(VIEW, only="s2")
    assert [claim.id for claim in view.claims] == ["c3", "c4"]
    assert [entry.id for entry in view.timeline] == ["t5"]
    assert list(entities.shown(view)) == []
    assert [quote.id for quote in view.quotes["s2"]] == [q.id for q in QUOTES if q.speaker == SPEAKERS[1].id]
