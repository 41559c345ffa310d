"""With NO_COLOR every distinction shows by weight, slant, line or sign."""

from itertools import combinations

import pytest

from reader.ui.article_view.marks import BARS, NEVER_CLOSED
from tests.ui.test_app import running

ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "reverse")


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


def bare(style):
    """What a style is without its colours."""
    return frozenset(name for name in ATTRIBUTES if getattr(style, name))


def seen(strip, words):
    """How ``words`` look in a strip, colours apart."""
    return next(bare(segment.style) for segment in strip if segment.style and words in segment.text)


def strip_with(screen, words):
    return next(
        strip
        for strip in map(screen.view.render_line, range(screen.view.size.height))
        if any(words in segment.text for segment in strip)
    )


async def test_all_that_is_marked_in_the_text_looks_different_from_all_else():
    async with running() as (_, screen):
        looks = screen.view.painter.looks
        marks = ("person", "place", "organisation", "other", "claim", "time", "hit", "hit-current", "dimmed")
        found = {name: bare(looks[name]) for name in marks} | {"plain": bare(looks["paragraph"])}
        alike = [pair for pair in combinations(found, 2) if found[pair[0]] == found[pair[1]]]
        assert alike == []


async def test_the_item_one_is_at_is_reversed_and_so_is_a_hit_whose_current_one_is_bold_and_underlined():
    async with running() as (pilot, screen):
        await pilot.press("c")
        await pilot.pause()
        strip = strip_with(screen, "up to 300")
        assert "reverse" in seen(strip, "up to 300")
        assert "reverse" not in seen(strip, "said that")
        await pilot.press("escape", "slash", *"kelda", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        hits = [
            bare(segment.style)
            for y in range(screen.view.size.height)
            for segment in screen.view.render_line(y)
            if segment.text == "Kelda"
        ]
        assert sorted({"bold", "underline"} <= hit for hit in hits) == [False, False, True]
        assert all("reverse" in hit for hit in hits)


async def test_no_mark_in_the_text_is_reversed_twice_by_colours():
    async with running() as (_, screen):
        looks = screen.view.painter.looks
        assert all(looks[name].bgcolor is None for name in ("hit", "hit-current", "current"))


async def test_what_others_say_is_dim_while_one_speaker_is_heard():
    async with running() as (pilot, screen):
        await pilot.press("s", "f")
        await pilot.pause()
        strip = strip_with(screen, "Nobody will cross")
        assert "dim" not in seen(strip, "Nobody will cross")
        assert "dim" in seen(strip_with(screen, "A long winter"), "A long winter")


def test_the_bars_of_quotes_differ_in_their_signs():
    assert BARS["direct"] != BARS["indirect"] != NEVER_CLOSED != BARS["direct"]


async def test_the_tab_that_is_seen_is_bold_and_underlined():
    async with running(size=(80, 24)) as (_, screen):
        line = screen.panels.tabs.render_line(0)
        assert {"bold", "underline"} <= seen(line, "Speakers")
        assert not {"bold", "underline"} & seen(line, "C")
