"""What is marked in the text looks marked."""

from datetime import date

import pytest

from reader.analysis.model import Claim, Entity, Mention, Reading, Span, TimelineEntry
from reader.article import Article, Block
from reader.config import Settings
from reader.ui.app import ReaderApp
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
            style_of(screen, "A long winter"),
        )
        assert selected.bgcolor not in (plain.bgcolor, selected.color)


@pytest.mark.parametrize("words", ["Mara Lund", "Nordline", "up to 300 passengers", "2019"])
async def test_the_sixteen_colours_are_left_to_the_terminal(words):
    async with running(desk.app(settings=Settings(theme="terminal-dark"))) as (_, screen):
        assert style_of(screen, words).color.is_system_defined


def of_text(text: str, *blocks: Block, **found) -> ReaderApp:
    article = Article(text, blocks, title="Tides", source="tides.txt")
    return desk.app(article, analyst=desk.Analyst(made=Reading(**found)))


async def test_a_name_is_marked_once_in_a_paragraph_and_not_in_a_heading():
    text = "Lund speaks\n\nLund came. Lund went.\n\nLund stayed."
    places = [at for at in range(len(text)) if text.startswith("Lund", at)]
    lund = Entity("Lund", "person", tuple(Mention(at, at + 4, "Lund") for at in places))
    blocks = (Block("headline", 0, 11), Block("paragraph", 13, 34), Block("paragraph", 36, 48))
    async with running(of_text(text, *blocks, entities=(lund,))) as (_, screen):
        rows = [[s.text for s in screen.view.render_line(y) if s.text.strip()] for y in range(8)]
        assert [row for row in rows if row] == [
            ["Lund speaks"],
            ["Lund", " came. Lund went."],
            ["Lund", " stayed."],
        ]


async def test_of_marks_that_overlap_there_is_one():
    text = "They waited the 18 months."
    claim = Claim("c1", "18 months", 16, 25, 18, "=", None, "measure", "month", None, None, Span(0, 26))
    time = TimelineEntry("t1", "the 18 months", 12, 25, "DURATION", "P18M", None, None, None, False, "happened", None, Span(0, 26))  # fmt: skip
    found = {"claims": (claim,), "timeline": (time,)}
    async with running(of_text(text, Block("paragraph", 0, 26), **found)) as (_, screen):
        assert not style_of(screen, "They waited the ").underline
        assert style_of(screen, "18 months").underline


async def test_words_in_quotation_marks_have_a_ground_of_their_own():
    async with running() as (_, screen):
        said, plain = style_of(screen, "“Nobody will cross before "), style_of(screen, "A long winter")
        assert said.bgcolor != plain.bgcolor
