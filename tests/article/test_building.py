"""A text put together block by block, with what is more than plain text in it."""

from reader.article import Article
from reader.article.building import Builder, Words
from reader.article.model import Block, Run


def test_blanks_are_folded_over_the_pieces_and_a_line_break_of_the_text_s_own_stays():
    words = Words()
    for piece in ("Fell by ", " 4%.", " "):
        words.add(piece)
    words.line()
    words.add("\n The mayor ")
    words.line()
    assert words.text == "Fell by 4%.\nThe mayor"
    assert words.lines


def test_a_run_holds_its_words_without_the_blanks_around_them():
    words = Words("The")
    words.begin("link", "https://quay.example/")
    words.add(" ferry ")
    words.end()
    words.add("is late")
    assert words.text == "The ferry is late"
    assert words.runs == [Run("link", 4, 9, "https://quay.example/")]


def test_a_run_with_nothing_in_it_is_dropped():
    words = Words("The")
    words.begin("struck")
    words.add(" ")
    words.end()
    assert words.runs == []


def test_the_runs_of_a_block_point_into_the_whole_text():
    builder = Builder()
    builder.add("headline", "Late")
    words = Words("Cost: ")
    words.begin("struck")
    words.add("£40m")
    words.end()
    builder.add("paragraph", words)
    assert [builder.text[run.start : run.end] for run in builder.runs] == ["£40m"]


def test_lines_that_are_to_stay_keep_their_blanks():
    builder = Builder()
    builder.add_lines("code", "\ndef cost():\n    return 40  \n\n")
    assert builder.text == "def cost():\n    return 40\n"
    assert builder.blocks == [Block("code", 0, len(builder.text) - 1, lines=True)]


def test_the_model_reads_neither_what_is_struck_out_nor_tables_and_code():
    text = "Cost: £40m £52m.1\n\nYear  Cost\n"
    blocks = (Block("paragraph", 0, 17), Block("table", 19, 29, lines=True))
    article = Article(text, blocks, runs=(Run("struck", 6, 10), Run("mark", 16, 17)))
    assert article.model_text == "Cost:      £52m. \n\n          \n"
    assert len(article.model_text) == len(text)
