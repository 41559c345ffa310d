"""Mouse selections and the source."""

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from reader.article import Article, Block
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.selection import covering, offset_in, span, word_at

TEXT = "The ferry stops\nwhen winds rise.\n\nNobody crosses."
ARTICLE = Article(TEXT, (Block("paragraph", 0, 32), Block("paragraph", 34, 49)))


@pytest.fixture
def layout() -> Layout:
    return Layout(ARTICLE, 12)


def test_a_stretch_across_rows_comes_back_as_it_stands_in_the_source(layout):
    start, end = span(covering(4, 25, layout), TEXT, layout)
    assert TEXT[start:end] == "ferry stops\nwhen wind"


def test_every_stretch_survives_the_way_to_a_selection_and_back(layout):
    for start, end in [(0, 1), (1, 5), (5, 14), (14, 20), (20, 32), (34, 40), (10, 49)]:
        assert span(covering(start, end, layout), TEXT, layout) == (start, end)


def test_a_selection_that_begins_in_the_margin_begins_with_the_row(layout):
    assert span(Selection(Offset(-3, 10), Offset(5, 10)), TEXT, layout) == (10, 15)


def test_a_selection_beyond_the_end_of_a_row_ends_with_its_last_character(layout):
    assert span(Selection(Offset(0, 0), Offset(50, 0)), TEXT, layout) == (0, 9)


def test_all_is_all(layout):
    assert span(Selection(None, None), TEXT, layout) == (0, len(TEXT))


def test_a_selection_made_at_one_width_holds_at_another(layout):
    selection = covering(4, 40, layout)
    wide = Layout(ARTICLE, 40)
    start, _ = span(selection, TEXT, wide)
    assert start == 4


def test_the_cell_of_a_wide_character_is_its_own_in_both_halves():
    text = "漢a"
    row = Layout(Article(text), 10).row(1)
    assert row is not None
    assert [offset_in(text, row, cell) for cell in (-1, 0, 1, 2, 3)] == [None, 0, 0, 1, None]


@pytest.mark.parametrize(("offset", "word"), [(4, "ferry"), (9, " "), (16, "when"), (31, "."), (48, ".")])
def test_the_word_at(offset, word):
    start, end = word_at(TEXT, offset)
    assert TEXT[start:end] == word


def test_a_word_keeps_its_apostrophe_and_its_number_its_comma():
    assert word_at("don’t", 1) == (0, 5)
    assert word_at("15,000 men", 0) == (0, 6)
