"""The rows of an article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Block
from reader.article.jsonl import from_record
from reader.ui.article_view.layout import Layout, Pieces
from tests.ui import desk


def layout(article: Article, width: int = 30) -> Layout:
    return Layout(article, width)


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


def test_the_lines_of_a_table_begin_rows_and_each_is_wrapped_by_itself():
    text = "Year  Cost\n2025  more than anybody had thought"
    article = Article(text, (Block("table", 0, len(text), lines=True),))
    assert words(article, 20) == ["", "Year  Cost", "2025  more than", "anybody had thought"]


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


def test_an_author_whom_no_line_of_the_text_names_stands_below_the_headline():
    text = "Head\n\nFrom: Bo Lind\n\nBody."
    blocks = (Block("headline", 0, 4), Block("byline", 6, 19), Block("paragraph", 21, 26))
    assert "Ada Berg" in words(Article(text, blocks, byline="Ada Berg"))
    assert "Bo Lind" not in words(Article(text, blocks, byline="Bo Lind"))


def test_an_item_of_a_list_keeps_its_own_marker_or_is_given_one():
    text = "- one\ntwo"
    found = Pieces(Article(text, (Block("listitem", 0, 5, 1), Block("listitem", 6, 9, 1)))).section(0)
    assert [piece.sign for piece in found] == ["- ", "• "]


def test_the_rows_of_an_item_stand_below_each_other_and_its_marker_hangs():
    text = "10. one two three"
    made = layout(Article(text, (Block("listitem", 0, len(text), 1),)), 12)
    rows = [made.row(y) for y in range(made.height)]
    shown = [text[row.start : row.end].strip() for row in rows if row and not row.blank]
    assert shown == ["one two", "three"]
    assert {(row.piece.sign, row.piece.indent) for row in rows if row} == {("10. ", 4)}
    assert made.y_of(0) == made.y_of(text.index("one"))


def test_an_empty_article_has_no_rows():
    made = layout(Article(""))
    assert made.height == 0
    assert made.row(0) is None
    assert made.y_of(0) == 0


def long_article() -> Article:
    return desk.article(*(f"Paragraph {n}. " * 20 for n in range(500)))


def test_a_long_text_is_set_only_where_it_is_looked_at():
    made = layout(long_article())
    made.ensure(0, 40)
    assert not made.exact
    made.ensure(0, 10**6)
    assert made.exact


def test_the_height_of_a_long_text_is_estimated_well():
    made = layout(long_article())
    guessed = made.height
    made.ensure(0, 10**6)
    assert guessed == pytest.approx(made.height, rel=0.1)


def test_the_end_of_a_long_text_is_set_without_what_stands_before_it():
    article = long_article()
    made = layout(article)
    row = made.row(made.y_of(len(article.text)))
    assert row is not None
    assert article.text[row.start : row.end].rstrip().endswith("Paragraph 499.")
    assert not made.exact


def test_a_place_holds_when_what_stands_above_it_turns_out_higher():
    article = long_article()
    made = layout(article)
    y = made.y_of(len(article.text) // 2)
    place, row = made.place_of(y), made.row(y)
    made.ensure(0, y)
    assert made.row(made.y_at(place)) == row


def test_sections_that_were_let_go_are_set_again_to_the_same_rows():
    made = layout(long_article())
    once = [made.row(y) for y in range(0, 3000, 7)]
    assert [made.row(y) for y in range(0, 3000, 7)] == once


def test_a_list_that_runs_over_sections_has_no_blank_row_in_it():
    text = "".join(f"- Item {n} of a list that is longer than one section\n" for n in range(400))
    made = layout(from_record({"text": text}), 60)
    made.ensure(0, 10**6)
    assert len(Pieces(from_record({"text": text}))) > 1
    assert made.height == 1 + 400


@given(st.lists(st.text(st.sampled_from("ab 漢\n"), min_size=1, max_size=60), max_size=6), st.integers(2, 20))
def test_every_offset_is_in_the_row_that_is_said_to_hold_it(paragraphs, width):
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    rows = Layout(Article(text, tuple(blocks)), width)
    for block in blocks:
        for offset in range(block.start, block.end):
            row = rows.row(rows.y_of(offset))
            assert row is not None
            assert row.start <= offset < row.end


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(1, 200), min_size=1, max_size=8), st.integers(3, 25))
def test_from_whichever_end_the_rows_are_the_same(lengths, width):
    text = "\n\n".join("word " * length * 20 for length in lengths)
    article = from_record({"text": text})
    down, up = layout(article, width), layout(article, width)
    down.ensure(0, 10**6)
    while not up.exact:
        up.row(up.height - 1)
        for at in reversed(range(0, len(text), 4000)):
            up.y_of(at)
    assert up.height == down.height
    assert down.row(down.height) is None
    assert all(down.row(y) == up.row(y) for y in (*range(0, down.height, 50), down.height - 1))


def test_what_is_quoted_in_what_is_quoted_is_set_further_in():
    article = Article("One.\n\nTwo.", (Block("blockquote", 0, 4, 1), Block("blockquote", 6, 10, 2)))
    assert [piece.indent for piece in Pieces(article).section(0)] == [4, 8]
