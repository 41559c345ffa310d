"""The ways of the caret through a text."""

import pytest

from reader.article import Article, Block
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.selection import Caret, Ways

TEXT = "The ferry stops\nwhen e\u0301te\u0301 comes.\n\n漢字 at sea."


@pytest.fixture
def ways() -> Ways:
    article = Article(TEXT, (Block("paragraph", 0, 33), Block("paragraph", 35, len(TEXT))))
    return Ways(TEXT, Layout(article, 16))


def test_a_character_is_passed_with_all_that_combines_with_it(ways):
    at = TEXT.index("e\u0301te")
    assert ways.character(at, 1) == at + 2
    assert ways.character(at + 2, -1) == at
    assert ways.end_of(at) == at + 2


def test_from_the_end_of_a_paragraph_one_comes_to_the_next(ways):
    last = TEXT.index(".\n\n")
    assert ways.character(last, 1) == TEXT.index("漢")
    assert ways.character(TEXT.index("漢"), -1) == last
    assert ways.word(last, 1) == TEXT.index("漢")


def test_at_either_end_of_the_text_one_stays(ways):
    end = len(TEXT) - 1
    assert (ways.character(0, -1), ways.word(0, -1)) == (0, 0)
    assert (ways.character(end, 1), ways.word(end, 1), ways.word_end(end)) == (end, end, end)


def test_rows_are_passed_by_the_cells_they_take(ways):
    below = ways.row(Caret(TEXT.index("te\u0301 comes")), 1)
    assert TEXT[below.at] == "t"
    assert ways.row(below, -1).at == TEXT.index("te\u0301 comes")


def test_a_stretch_holds_both_its_ends(ways):
    assert ways.stretch(Caret(4, 0)) == (0, 5)
    assert ways.stretch(Caret(0, 4)) == (0, 5)
    assert ways.stretch(Caret(4)) is None
