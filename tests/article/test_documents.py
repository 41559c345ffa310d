"""PDFs and .docx: their text in the order in which a person reads it; whatever is wrong with one is a line."""

import io
import sys
import time
import zipfile
from datetime import date, datetime

import pytest
from docx import Document

from reader.article import ArticleError
from reader.article.opener import from_bytes
from reader.article.pages_of_lines import Line, Page, columns, paragraphs
from reader.export.provenance import Paragraphs
from tests.article import reports


def opened(data: bytes):
    return from_bytes(data, source="report")


def texts(article):
    return [(block.kind, block.page, article.text[block.start : block.end]) for block in article.blocks]


def test_two_columns_are_read_one_after_the_other_and_over_the_page():
    article = opened(reports.two_columns())
    left, right, second = [text for kind, _, text in texts(article) if kind == "paragraph"][:3]
    assert left.startswith(
        "On page 1 the left column begins with a long sentence about the government of the port"
    )
    assert left.endswith("fell in the spring.")
    assert right.startswith("A new paragraph of page 1 stands in the right column.")
    assert "as everybody in the town can tell you and On page 2 the left column" in right
    assert second.endswith("as everybody in the town can tell you and does at every occasion.")
    assert [page for kind, page, _ in texts(article) if kind == "paragraph"] == [1, 1, 2, 3]


def test_words_that_were_parted_are_whole_and_hyphens_of_their_own_stay():
    text = opened(reports.two_columns()).text
    assert "the government of the port" in text
    assert "It is about well-known boats" in text


def test_running_heads_and_page_numbers_are_left_out_and_counted():
    article = opened(reports.two_columns())
    assert "Port Authority" not in article.text
    assert "6 lines at the edges of pages were left out: running heads and page numbers" in article.notices


def test_title_names_and_day():
    article = opened(reports.two_columns())
    assert (article.title, article.byline) == ("The quays of Tarn and what they cost", "Ida Feld")
    assert (article.published, article.published_from) == (date(2026, 3, 10), "metadata")
    assert "is the one on which the PDF was made" in article.notices[0]


def test_headings_items_and_footnotes():
    article = opened(reports.notes())
    assert [(kind, text) for kind, _, text in texts(article)] == [
        ("headline", "What the quays cost"),
        ("paragraph", "The port paid £40m for its quays¹ in the spring, the council said."),
        ("subhead", "What comes next"),
        ("paragraph", "Two things are planned for the harbour:"),
        ("listitem", "1. A new crane, which costs £4m and is to be there in May."),
        ("listitem", "2. A bell."),
        ("footnote", "1 Without the crane, which fell in 2025."),
    ]
    assert [article.text[run.start : run.end] for run in article.runs] == ["¹"]


def test_a_briefing_names_the_page():
    article = opened(reports.two_columns())
    assert Paragraphs(article).label(article.text.index("The last paragraph")) == "p. 3, ¶ 4"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (reports.encrypted(), "is encrypted; save a copy of it without its password"),
        (reports.empty(), "holds pictures of pages and no text"),
        (reports.two_columns()[:1000], "is damaged or not complete"),
        (b"%PDF-1.7\n", "is damaged or not complete"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 200, "is damaged or not complete"),
    ],
    ids=["encrypted", "scanned", "cut off", "nothing", "noise"],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_a_line(data, says):
    with pytest.raises(ArticleError, match=says) as refused:
        opened(data)
    assert "\n" not in str(refused.value)


def test_pages_for_which_there_is_no_time_are_said_to_be_missing(monkeypatch):
    ticks = iter(range(0, 1000, 15))
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    article = opened(reports.two_columns())
    assert "only the first 2 of 3 pages were read; the others would take too long" in article.notices


def test_a_table_is_no_second_column():
    rows = [
        Line(f"{n}", left, left + 20, 700 - 12 * n, 710 - 12 * n, 10) for n in range(9) for left in (50, 300)
    ]
    assert [line.text for line in next(columns(rows))][:2] == ["0   0", "1   1"]


def test_a_document_of_a_thousand_odd_lines_comes_out():
    lines = [Line("-" * (n % 7) + "a", n % 11, n % 300, n % 800, n % 805, 0.1 * (n % 9)) for n in range(1000)]
    made, _ = paragraphs([Page(lines, 800.0), Page([], 1.0)])
    assert made


# .docx


def docx(*, title: str = "") -> bytes:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Ida Feld"
    document.core_properties.modified = datetime(2026, 3, 10)
    document.add_heading("The quays of Tarn", 1)
    paragraph = document.add_paragraph("They cost ")
    paragraph.add_run("£40m").font.strike = True
    paragraph.add_run(" £52m, the council said.")
    document.add_heading("What comes next", 2)
    document.add_paragraph("A crane.", style="List Number")
    document.add_paragraph("A bell.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Year", "Cost", "2025", "£40m"]):
        table.cell(at // 2, at % 2).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_docx_keeps_its_structure():
    article = opened(docx(title="Anything"))
    kinds = [kind for kind, _, _ in texts(article)]
    assert kinds[:2] == ["headline", "paragraph"]
    assert "subhead" in kinds
    assert "table" in kinds
    assert article.title == "The quays of Tarn"
    assert (article.byline, article.published) == ("Ida Feld", date(2026, 3, 10))
    assert [article.text[run.start : run.end] for run in article.runs if run.kind == "struck"] == ["£40m"]
    assert "last saved" in article.notices[0]


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><w:document/>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (docx()[:2000], "is damaged or not complete"),
        (packed({"word/document.xml": b"<a>"}), "is damaged or not complete"),
        (packed({"word/other.xml": b"<a/>"}), "is damaged or not complete"),
        (packed({"word/document.xml": b" " * (17 * 2**20)}), "unpacks to more than an article may be"),
        (packed({"word/document.xml": b"<a/>", "word/b.xml": b" " * (17 * 2**20)}), "unpacks to more"),
        (packed({"word/document.xml": ENTITIES}), "defines entities of its own"),
        (packed({"a.txt": b"words"}), "a zip archive or an office document"),
    ],
    ids=["cut off", "no document", "no text", "bomb", "bomb beside it", "entities", "no docx"],
)
def test_a_docx_that_cannot_be_read_is_refused_in_a_line(data, says):
    with pytest.raises(ArticleError, match=says) as refused:
        opened(data)
    assert "\n" not in str(refused.value)


def test_a_docx_whose_parts_do_not_unpack_is_refused_in_a_line():
    data = docx()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        at = file.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    with pytest.raises(ArticleError, match="damaged") as refused:
        opened(data[:at] + b"\xff" * 20 + data[at + 20 :])
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("module", "data"), [("pypdfium2", reports.notes()), ("mammoth", docx())], ids=["a PDF", "a .docx"]
)
def test_without_the_extra_it_says_how_to_have_it(monkeypatch, module, data):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ArticleError, match=r"pip install 'article-reader\[documents\]'"):
        opened(data)
