"""Transcripts, questions and answers, block quotes."""

from reader.analysis.pipeline import analyse
from reader.article import Article
from reader.article.model import Block


def test_transcript_lines_are_quoted_without_marks(said):
    text = "MR FELD: Who signed this?\n\nMS BRANDT: I did.\n\nMR FELD: When?"
    assert said(text) == [("Who signed this?", "Feld"), ("I did.", "Brandt"), ("When?", "Feld")]


def test_one_label_in_capitals_is_no_transcript(read_text):
    assert read_text("UPDATE: The bridge is open again.\n\nIt rained all day.").quotes == ()


def test_questions_and_answers_are_quoted_and_name_nobody(said):
    text = "Q: Is the bridge safe?\n\nA: It is.\n\nQ: Since when?\n\nA: Since May."
    assert [name for _, name in said(text)] == [None, None, None, None]


def test_a_label_inside_the_marks_names_the_speaker(said):
    text = "“FELD: Is the bridge safe?\n\n“BRANDT: It is.”"
    assert [name for _, name in said(text)] == ["FELD", "BRANDT"]


def _with_block_quote(before: str, quoted: str, after: str) -> Article:
    text = f"{before}\n\n{quoted}\n\n{after}"
    start = len(before) + 2
    end = start + len(quoted)
    kinds = (("paragraph", 0, len(before)), ("blockquote", start, end), ("paragraph", end + 2, len(text)))
    return Article(text, blocks=tuple(Block(kind, a, b) for kind, a, b in kinds))


def test_a_block_quote_belongs_to_the_one_who_spoke_before(nlp):
    article = _with_block_quote(
        "Helen Brandt said the bridge was safe.", "I cross it every day.", "It rained."
    )
    reading = analyse(nlp, article)
    assert [(quote.text, quote.kind) for quote in reading.quotes][-1] == ("I cross it every day.", "direct")
    assert reading.quotes[0].speaker == reading.quotes[-1].speaker


def test_a_block_quote_is_signed_in_its_last_line(nlp):
    article = _with_block_quote(
        "The diary is long.", "A bridge is a promise.\n— Jonas Feld, engineer", "It rained."
    )
    reading = analyse(nlp, article)
    assert [quote.text for quote in reading.quotes] == ["A bridge is a promise."]
    assert [speaker.name for speaker in reading.speakers] == ["Jonas Feld"]


def test_a_block_quote_is_signed_by_the_paragraph_after_it(nlp):
    article = _with_block_quote(
        "The bridge closed.",
        "I cross it every day.",
        "So wrote the town’s chief engineer, Jonas Feld, in May.",
    )
    reading = analyse(nlp, article)
    assert [quote.text for quote in reading.quotes] == ["I cross it every day."]
    assert [speaker.name for speaker in reading.speakers] == ["Jonas Feld"]


def test_a_paragraph_in_marks_is_signed_by_the_paragraph_after_it(said):
    text = "The bridge closed.\n\n“I cross it every day. Nobody cares.”\n\nSo wrote Jonas Feld, an engineer."
    assert said(text) == [("“I cross it every day. Nobody cares.”", "Jonas Feld")]
