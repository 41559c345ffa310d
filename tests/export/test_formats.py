"""Briefings and tables, from a Reading made by hand."""

import csv
import io
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from reader import __version__
from reader.analysis.model import (
    Attribution,
    Claim,
    Failure,
    Mention,
    Quote,
    Reading,
    Span,
    Speaker,
    TimelineEntry,
)
from reader.article import Article, Block
from reader.export.briefing import briefing
from reader.export.formats import TEXT_FORMATS, csv_tables
from reader.export.html import html
from reader.export.markdown import markdown
from reader.shelf.applying import with_kept
from reader.shelf.records import Correction, Note, Record

TEXT = "“Up 3% | *really*,” said Ilse <b>Brandt</b> on Friday."
ARTICLE = Article(
    TEXT, title="# A [bridge] <opens>", source="a.txt", published=date(2026, 3, 12), published_from="option"
)
READING = Reading(
    speakers=(Speaker("s1", "Ilse <b>Brandt</b>", "person", role="mayor", quotes=("q1",)),),
    quotes=(Quote("q1", "direct", TEXT[:19], 0, 19, speaker="s1", mention=Mention(25, 43, TEXT[25:43]), closed=False),),
    claims=(Claim("c1", "=3%", 4, 6, 3, "=", "up", "percent", "percent", None, Attribution("s1", "q1"), Span(0, 54)),),
    timeline=(
        TimelineEntry("t1", "Friday", 47, 53, "DATE", "2026-03-13", date(2026, 3, 13), date(2026, 3, 13),
                      "published", True, "planned", "Ilse Brandt said", Span(0, 54)),
    ),
)  # fmt: skip


def test_markdown_says_who_said_what_with_everything_taken_literally():
    text = markdown(briefing(ARTICLE, READING))
    shown = MarkdownIt("commonmark").enable("table").render(text)
    assert "<h1># A [bridge] &lt;opens&gt;</h1>" in shown
    assert "<b>" not in shown
    assert "Up 3% | *really*" in shown
    assert "never closed in the source" in shown


def test_a_markdown_table_has_as_many_cells_in_every_row():
    shown = MarkdownIt("commonmark").enable("table").render(markdown(briefing(ARTICLE, READING)))
    tables = [
        [row.count("</td>") + row.count("</th>") for row in table.split("</tr>")[:-1]]
        for table in shown.split("<table>")[1:]
    ]
    assert tables == [[5, 5], [5, 5]]


@pytest.mark.parametrize(
    ("found", "row"),
    [
        ({"text": "58", "value": 58, "kind": "measure", "unit": "year"}, ("aged 58", "58")),
        ({"text": "58 years", "value": 58, "kind": "measure", "unit": "year"}, ("58 years", "58 years")),
        ({"text": "two piers", "value": 2, "kind": "count", "unit": "piers"}, ("2 piers", "two piers")),
        ({"text": "two", "value": 2, "kind": "count", "unit": "piers"}, ("2 piers", "two")),
        ({"text": "3%", "change": "up"}, ("↑ 3%", "3%")),
    ],
)
def test_an_amount_is_written_as_the_panel_has_it_beside_the_words_of_the_article(found, row):
    claim = replace(READING.claims[0], **{"change": None, **found})
    assert briefing(ARTICLE, Reading(claims=(claim,))).claims[1][:2] == row


def test_what_happened_is_told_whole():
    said = "Ilse Brandt said the ferry would not sail before the repairs are paid for."
    cut = replace(READING.timeline[0], event="Ilse Brandt said the ferry …", sentence=Span(0, len(said)))
    assert briefing(Article(said), Reading(timeline=(cut,))).timeline[1][2] == said


def test_a_publication_day_is_told_with_where_it_is_from():
    read_off = replace(ARTICLE, published_from="dateline")
    assert dict(briefing(read_off, READING).facts)["Published"] == "2026-03-12 (read in the text)"


def test_the_headings_of_a_page_go_down_step_by_step():
    page = html(briefing(ARTICLE, READING))
    levels: list[int] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: (
        levels.append(int(tag[1])) if tag in ("h1", "h2", "h3") else None
    )
    parser.feed(page)
    assert levels == [1, 2, 3, 2, 2]


def test_html_is_one_page_in_which_no_markup_of_the_article_lives():
    page = html(briefing(ARTICLE, READING))
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)
    parser.feed(page)
    assert "b" not in tags
    assert tags.count("table") == 2
    assert not [word for word in ("src=", "http", "url(", "@import", "<script") if word in page]


def test_a_page_is_for_paper_and_for_a_dark_screen_too():
    page = html(briefing(ARTICLE, READING))
    for wanted in (
        "@media print",
        "prefers-color-scheme: dark",
        '<th scope="col">',
        '<td class="day">about 2026-03-13</td>',
    ):
        assert wanted in page


def test_a_vague_number_is_of_what_it_counts():
    claim = replace(
        READING.claims[0], text="dozens of people", value=(12, 120), change=None, kind="count", unit="people"
    )
    assert briefing(ARTICLE, Reading(claims=(claim,))).claims[1][0] == "dozens of people"


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_an_empty_reading_is_a_briefing_that_says_so(form):
    assert TEXT_FORMATS[form](Article("Nothing."), Reading(), ()).count("None found.") >= 2


def test_csv_gives_a_file_a_table_that_reads_back():
    made = csv_tables(ARTICLE, READING)
    assert sorted(made) == ["claims.csv", "entities.csv", "quotes.csv", "speakers.csv", "timeline.csv"]
    claim = next(csv.DictReader(io.StringIO(made["claims.csv"])))
    assert (claim["low"], claim["comparator"], claim["name"]) == ("3", "=", "Ilse <b>Brandt</b>")


def test_a_cell_that_looks_like_a_formula_is_text_to_a_spreadsheet():
    claim = next(csv.DictReader(io.StringIO(csv_tables(ARTICLE, READING)["claims.csv"])))
    assert claim["text"] == "'=3%"


def test_a_time_that_names_no_day_shows_its_words_and_no_code():
    undated = replace(READING.timeline[0], value="XXXX-WXX-5", earliest=None, latest=None)
    text = markdown(briefing(ARTICLE, replace(READING, timeline=(undated,))))
    assert "| Friday |" in text
    assert "XXXX" not in text


HOSTILE = (
    "1. The bridge", "12) rooms", "- a dash", "+ a plus", "===", "# no heading", "> no quote", "&copy; &amp; 5",
    "a | b \\| c", "[a](http://x.example) ![b](c)", "<script>alert(1)</script>", "``code`` ~~struck~~", "trailing \\",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_an_article_says_markdown_shows_it_as_it_is(words):
    said = Reading(
        speakers=(Speaker("s1", words, "person", quotes=("q1",)),),
        quotes=(Quote("q1", "direct", words, 0, 4, speaker="s1"),),
        claims=(Claim("c1", "3", 0, 1, 3, "=", None, "count", None, words, None, Span(0, 4)),),
    )
    shown = (
        MarkdownIt("commonmark").enable("table").render(markdown(briefing(Article("x", title=words), said)))
    )
    as_html = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<h1>{as_html}</h1>" in shown
    assert f"<p>{as_html}" in shown
    assert f"<td>{as_html}</td>" in shown


def test_a_briefing_says_where_it_comes_from_and_which_paragraph_each_thing_is_in():
    text = "Bridge shut\n\nThe bridge is shut.\n\n“Go round,” she said.\n\n(Photo: Ilse Brandt)"
    blocks = (
        Block("headline", 0, 11),
        Block("paragraph", 13, 32),
        Block("paragraph", 34, 55),
        Block("caption", 57, len(text)),
    )
    article = Article(text, blocks, title="Bridge shut", source="b.txt", site="The Arvil Echo")
    said = Reading(
        quotes=(Quote("q1", "direct", "“Go round,”", 34, 45), Quote("q2", "indirect", "Bridge shut", 0, 11))
    )
    made = briefing(article, said, made=date(2026, 3, 14))
    facts = dict(made.facts)
    assert (facts["Published in"], facts["Source"]) == ("The Arvil Echo", "b.txt")
    assert article.sha256 in facts["Text"]
    assert f"reader {__version__} on 2026-03-14" in facts["Made"]
    assert [remark for _, remark in made.speakers[0].quotes] == ["¶ 2", "paraphrased, heading"]


def test_a_briefing_marks_what_a_person_corrected_and_has_their_notes():
    kept = Record(
        notes=(Note(0, 19, "Rang her; she stands by it.", "2026-03-12T10:00:00"),),
        corrections=(
            Correction(0, 19, "speaker", "Ilse <b>Brandt</b>", "2026-03-12T10:00:00"),
            Correction(47, 53, "date", "2026-03-13", "2026-03-12T10:00:00"),
            Correction(4, 6, "dropped", None, "2026-03-12T10:00:00"),
        ),
    )
    text = markdown(briefing(ARTICLE, *with_kept(ARTICLE, READING, kept)))
    assert "- **Corrected by hand:** 1 speaker, 1 number left out, 1 date" in text
    assert "never closed in the source, speaker corrected by hand" in text
    assert "2026-03-13 (corrected by hand)" in text
    assert text.endswith("Rang her; she stands by it.\n")
    page = html(briefing(ARTICLE, *with_kept(ARTICLE, READING, kept)))
    assert "<h2>Notes</h2>" in page
    assert "speaker corrected by hand" in page


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "=x", "＝1+1", "\t1+1", '=cmd|"/c calc"!A1']
)
def test_no_cell_is_a_formula(cell):
    said = Reading(speakers=(Speaker("s1", cell, "person", role=cell),))
    row = next(csv.DictReader(io.StringIO(csv_tables(ARTICLE, said)["speakers.csv"])))
    assert (row["name"], row["role"]) == (f"'{cell}", f"'{cell}")


@pytest.mark.parametrize("said", ["So;=1+1", "So\n=1+1;+2", "So\t@SUM(A1)", "“So”;-2+3"])
def test_no_cell_is_a_formula_where_cells_are_parted_by_another_sign(said):
    quote = Quote("q1", "direct", said, 0, 4)
    table = csv_tables(ARTICLE, Reading(quotes=(quote,)))["quotes.csv"]
    for delimiter in ";\t,":
        cells = [
            cell
            for row in csv.reader(io.StringIO(table), delimiter=delimiter, quoting=csv.QUOTE_NONE)
            for cell in row
        ]
        assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]


def test_numbers_are_numbers_below_zero_too():
    cold = replace(READING.claims[0], text="-5 degrees", value=(-5, -2.5), comparator="=")
    row = next(csv.DictReader(io.StringIO(csv_tables(ARTICLE, Reading(claims=(cold,)))["claims.csv"])))
    assert (row["text"], row["low"], row["high"]) == ("'-5 degrees", "-5", "-2.5")


def test_a_table_begins_with_a_byte_order_mark_only_where_that_is_asked_for():
    assert csv_tables(ARTICLE, READING)["claims.csv"].startswith("id,")
    assert csv_tables(ARTICLE, READING, bom=True)["claims.csv"].startswith("\ufeffid,")


def test_what_was_corrected_is_a_table_too():
    kept = Record(corrections=(Correction(47, 53, "date", "2026-03-13", "2026-03-12T10:00:00"),))
    row = next(
        csv.DictReader(io.StringIO(csv_tables(ARTICLE, *with_kept(ARTICLE, READING, kept))["notes.csv"]))
    )
    assert (row["kind"], row["change"], row["value"], row["text"]) == (
        "correction",
        "date",
        "2026-03-13",
        "Friday",
    )


LACKING = replace(READING, claims=(), failures=(Failure(("claims",), "no claims: a [mistake] <here>"),))


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("markdown", "no claims: a \\[mistake\\] \\<here\\>"),
        ("html", "<p>no claims: a [mistake] &lt;here&gt;</p>"),
    ],
)
def test_in_a_briefing_a_sentence_stands_in_the_place_of_what_could_not_be_made(form, sentence):
    text = TEXT_FORMATS[form](ARTICLE, LACKING, ())
    assert text.count(sentence) == 1
    assert "None found" not in text


def test_what_could_not_be_made_is_no_empty_table():
    assert set(csv_tables(ARTICLE, READING)) - set(csv_tables(ARTICLE, LACKING)) == {"claims.csv"}


def test_a_cell_of_a_table_makes_no_terminal_obey_it():
    text = "The ferry left\x1b]0;mine\x07 at noon."
    note = {
        "kind": "note",
        "start": 0,
        "end": 3,
        "text": "The\x1b[2J",
        "note": "\x1b[31mred \ud800\u202e",
        "made": "2026",
    }
    made = csv_tables(Article(text), Reading(), (note,))
    (row,) = csv.DictReader(io.StringIO(made["notes.csv"]))
    assert (row["text"], row["note"]) == ("The␛[2J", "␛[31mred \ufffd\ufffd")
    assert all("\x1b" not in table for table in made.values())
