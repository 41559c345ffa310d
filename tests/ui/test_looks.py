"""What is marked in the text looks marked."""

from datetime import date

import pytest

from reader.analysis.model import Reading
from reader.article import Article, Block
from reader.config import Settings
from tests.ui import desk
from tests.ui.test_app import running


def style_of(screen, words):
    """The style in which ``words`` stand on screen."""
    for y in range(screen.view.size.height):
        for segment in screen.view.render_line(y):
            if segment.text == words:
                return segment.style
    raise AssertionError(f"{words} is not on screen as one stretch")


@pytest.mark.parametrize("words", ["Mara Lund", "Nordline", "up to 300 passengers", "2019"])
async def test_a_mark_differs_from_the_text_around_it_in_colour_and_otherwise(words):
    async with running() as (_, screen):
        marked, plain = style_of(screen, words), style_of(screen, "A long winter")
        assert marked.color != plain.color
        assert marked.bold or marked.italic or marked.underline


async def test_a_sub_head_is_bold_and_boilerplate_is_dim():
    async with running() as (_, screen):
        subhead, aside = style_of(screen, "A long winter"), style_of(screen, "Read also: Ten islands to see")
        assert subhead.bold
        assert aside.color != subhead.color


async def test_the_item_one_is_at_has_a_ground_of_its_own():
    async with running() as (pilot, screen):
        await pilot.press("c")
        await pilot.pause()
        at, elsewhere = style_of(screen, "up to 300 passengers"), style_of(screen, "Nordline")
        assert at.bgcolor != elsewhere.bgcolor


async def test_a_publication_day_that_is_given_stands_under_the_headline():
    text = "The ferry stops\n\nNobody crossed today."
    unsigned = Article(text, (Block("headline", 0, 15), Block("paragraph", 17, len(text))))
    async with running(desk.app(unsigned, analyst=desk.Analyst(made=Reading()))) as (pilot, screen):
        screen.dating.publish(date(2026, 6, 10))
        await pilot.pause()
        rows = ["".join(segment.text for segment in screen.view.render_line(y)) for y in range(6)]
        assert any("10 June 2026" in row for row in rows)


async def test_selected_words_are_read_on_a_ground_of_their_own():
    async with running() as (pilot, screen):
        await pilot.press("v", "v", "e")
        await pilot.pause()
        selected, plain = (
            style_of(screen, "Ferr"),
            style_of(screen, " to "),
        )
        assert selected.bgcolor not in (plain.bgcolor, selected.color)


@pytest.mark.parametrize("words", ["Mara Lund", "Nordline", "up to 300 passengers", "2019"])
async def test_the_sixteen_colours_are_left_to_the_terminal(words):
    async with running(desk.app(settings=Settings(theme="terminal-dark"))) as (_, screen):
        assert style_of(screen, words).color.is_system_defined
