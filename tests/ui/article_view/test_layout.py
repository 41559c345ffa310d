"""The rows of an article."""

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Block
from reader.ui.article_view.layout import Layout
from reader.ui.article_view.pieces import Piece, pieces
from tests.ui import desk


def layout(article: Article, width: int = 30) -> Layout:
    return Layout(article.text, pieces(article), width)


def words(article: Article, width: int = 30) -> list[str]:
    made = layout(article, width)
    made.ensure(0, 10_000)
    rows = [made.row(y) for y in range(made.height)]
    return [
        "" if row.blank else (row.piece.words or article.text)[row.start : row.end].rstrip()
        for row in rows
        if row is not None
    ]


def test_a_blank_row_parts_paragraphs_but_not_a_headline_from_its_byline():
    rows = words(desk.article(), 60)
    assert rows[:4] == [
        "",
        "Ferry to Kelda stops as winds rise over the sound",
        "By Ingrid Solheim",
        "",
    ]


def test_a_subhead_stands_close_above_its_paragraph():
    rows = words(desk.article(), 60)
    at = rows.index("A long winter")
    assert rows[at - 1] == ""
    assert rows[at + 1].startswith("It was the third closure")


def test_what_the_blocks_leave_out_is_shown_as_well():
    assert words(Article("One.\n\nTwo.\n", (Block("paragraph", 0, 4),))) == ["", "One.", "", "Two."]


def test_a_text_without_blocks_is_shown():
    assert words(Article("One.\nTwo.")) == ["", "One.", "", "Two."]


def test_metadata_stands_below_the_headline_when_the_text_does_not_say_it():
    text = "Head\n\nBody."
    blocks = (Block("headline", 0, 4), Block("paragraph", 6, 11))
    assert words(Article(text, blocks, byline="Ada Berg", site="The Gull")) == [
        "",
        "Head",
        "Ada Berg · The Gull",
        "",
        "Body.",
    ]


def test_an_item_of_a_list_keeps_its_own_marker_or_is_given_one():
    text = "- one\ntwo"
    found = pieces(Article(text, (Block("listitem", 0, 5, 1), Block("listitem", 6, 9, 1))))
    assert [piece.sign for piece in found] == ["", "• "]


def test_an_empty_article_has_no_rows():
    made = layout(Article(""))
    assert made.height == 0
    assert made.row(0) is None
    assert made.y_of(0) == 0


def test_a_long_text_is_wrapped_only_where_it_is_looked_at():
    article = desk.article(*(f"Paragraph {n}. " * 20 for n in range(500)))
    made = layout(article)
    made.ensure(0, 40)
    assert not made.settled
    assert made.settle(60)
    assert made.settled


@given(st.lists(st.text(st.sampled_from("ab 漢\n"), min_size=1, max_size=60), max_size=6), st.integers(2, 20))
def test_every_offset_is_in_the_row_that_is_said_to_hold_it(paragraphs, width):
    text, made = "", []
    for paragraph in paragraphs:
        made.append(Piece("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    rows = Layout(text, made, width)
    for piece in made:
        for offset in range(piece.start, piece.end):
            row = rows.row(rows.y_of(offset))
            assert row is not None
            assert row.start <= offset < row.end


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8), st.integers(3, 25))
def test_heights_are_exact_once_settled(lengths, width):
    text = "\n\n".join("word " * length for length in lengths)
    article = Article(text)
    lazy, eager = layout(article, width), layout(article, width)
    while not eager.settle(1):
        pass
    lazy.ensure(0, 10_000)
    assert lazy.height == eager.height
    assert lazy.row(lazy.height) is None
    assert lazy.row(lazy.height - 1) == eager.row(eager.height - 1)
