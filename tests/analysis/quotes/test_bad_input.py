"""Texts that break other programs, and what holds for any text."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.analysis.pipeline import analyse
from reader.article import Article
from reader.article.opener import from_bytes

ODD = {
    "empty": "",
    "blank": " \n\n \t\n",
    "only_marks": '“”""\'\' ‘’ «» „“ "',
    "one_quotation": "“The bridge is safe, and it was safe when I was a child.”",
    "unbalanced": "“The bridge” is “safe.” ” she said, \"and 'old\n\n” Again “safe.",
    "all_capitals": "“THE BRIDGE IS SAFE,” SAID HELEN BRANDT OF KOLM.",
    "no_capitals": "“the bridge is safe,” said helen brandt of kolm.",
    "list_of_names": "Helen Brandt\nJonas Feld\nAnders Lind\nMaeve Roth",
    "only_a_cue": "said",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_are_read(read_text, text):
    _holds(text, read_text(text))


def test_a_bad_mark_spoils_no_second_paragraph(said):
    text = "Helen Brandt called it “a rusty ladder and left.\n\n“It is safe,” said Jonas Feld."
    assert said(text)[-1] == ("“It is safe,”", "Jonas Feld")


@pytest.mark.parametrize("last", ["SOURCE: Harn News", "This article first appeared in the Harn Gazette."])
@pytest.mark.parametrize("quoted", ["“The weir held. It still does.”", "A “weirness” may glow again."])
def test_what_is_set_aside_may_follow_a_quotation(nlp, quoted, last):
    article = from_bytes(f"The weir held\n\nIt is old.\n\n{quoted}\n\n{last}\n".encode(), source="weir.txt")
    assert article.blocks[-1].kind == "boilerplate"
    assert len(analyse(nlp, article).quotes) == 1


def test_five_thousand_quotations_are_all_found(nlp):
    doc = nlp.make_doc("“Yes,” said Ilse. " * 5000)
    doc[0].is_sent_start = True
    found = nlp.get_pipe("article_quotes")(doc)
    assert len(found._.article_quotes) == 5000


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "``",
        "''",
        "said",
        "Helen Brandt",
        "he",
        "Feld",
        ",",
        ".",
        ":",
        "\n\n",
        "\n",
        "the bridge is safe",
        "according to",
        "—",
        "(FDP)",
        "Q:",
        "MR FELD:",
        "called it",
        "that",
        "who",
        "\xa0",
        "5'9\"",
        "😀",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_what_holds_for_any_text(nlp, text):
    _holds(text, analyse(nlp, Article(text)))


def _holds(text, reading):
    """Spans lie in the text, marks in their quote and apart from each other, ids point at something."""
    ids = {speaker.id for speaker in reading.speakers}
    marks = sorted((mark.start, mark.end) for quote in reading.quotes for mark in quote.marks)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(marks))
    for quote in reading.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end]
        assert all(quote.start <= mark.start < mark.end <= quote.end for mark in quote.marks)
        assert quote.speaker is None or quote.speaker in ids
        assert quote.mention is None or quote.mention.text == text[quote.mention.start : quote.mention.end]
        assert quote.cue is None or quote.cue.text == text[quote.cue.start : quote.cue.end]
    assert [quote.id for quote in reading.quotes] == [f"q{n}" for n in range(1, len(reading.quotes) + 1)]
    assert {q for speaker in reading.speakers for q in speaker.quotes} == {
        q.id for q in reading.quotes if q.speaker
    }
