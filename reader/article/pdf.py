"""A PDF -> its article: the text of its pages in the order in which a person reads it. Needs the extra ``documents``."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from reader.article.building import Builder, Words
from reader.article.dateline import dateline_of
from reader.article.errors import ArticleError, missing
from reader.article.kinds import told_apart
from reader.article.model import Article
from reader.article.pages_of_lines import Line, Page, paragraphs
from reader.article.sanitise import visible
from reader.article.stated import LONGEST, with_read_off

_Box = tuple[float, float, float, float]
_Sign = tuple[str, _Box, float]
"""A character, where it stands, and its size."""
_SECONDS = 20.0  # of processor time in which pages are read
_MOST_PAGES = 2000
_MOST_CHARACTERS = 60_000  # of one page
_LEAST_TEXT = 20  # characters of a document that has text
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PARTED = "\x02"  # what PDFium has for a hyphen at the end of a line
_LONGEST_FONT = 200  # bytes of its name
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_NO_TITLE = re.compile(r"untitled|microsoft word|\S+\.(?:docx?|pdf|indd|qxd|tex|rtf|odt)\b|\W*$", re.I)
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_ENCRYPTED = "this PDF is encrypted; save a copy of it without its password first"
_DAMAGED = "this PDF is damaged or not complete; fetch it again"
_SCANNED = "this PDF holds pictures of pages and no text; have the text in them recognised first, for instance by ocrmypdf"
_NOT_ALL = "only the first {} of {} pages were read; the others would take too long"
_LEFT_OUT = "{} lines at the edges of pages were left out: running heads and page numbers"
_DAY_MADE = "the publication day {} is the one on which the PDF was made"


def article_of(data: bytes) -> Article:
    """The article in a PDF.

    Raises:
        ArticleError: it is encrypted, damaged or without text; or the extra is missing.
    """
    try:
        import pypdfium2
    except ImportError:
        raise ArticleError(missing("a PDF")) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ArticleError(_ENCRYPTED if "password" in str(error).lower() else _DAMAGED) from None
    try:
        return _article(document)
    except pypdfium2.PdfiumError:
        raise ArticleError(_DAMAGED) from None
    finally:
        document.close()


def _article(document: Any) -> Article:
    count = len(document)
    pages = list(_pages(document, count))
    if sum(len(line.text) for page in pages for line in page.lines) < _LEAST_TEXT:
        raise ArticleError(_SCANNED if count else _DAMAGED)
    found, left_out = paragraphs(pages)
    builder = Builder()
    for paragraph in found:
        builder.add(
            paragraph.kind,
            _words(paragraph.text),
            1 if paragraph.kind in {"subhead", "listitem"} else 0,
            paragraph.page,
        )
    blocks = told_apart(builder.text, builder.blocks)
    made = Article(
        text=builder.text,
        blocks=blocks,
        dateline=dateline_of(builder.text, blocks),
        steps=("text taken from a PDF",),
        runs=tuple(builder.runs),
    )
    notices = [_NOT_ALL.format(len(pages), count)] if len(pages) < count else []
    notices += [_LEFT_OUT.format(left_out)] if left_out else []
    return _stated(with_read_off(made), document).noticing(*notices)


def _stated(article: Article, document: Any) -> Article:
    """With what the PDF states of itself where its text does not."""
    says = {
        key: visible(value, LONGEST) for key, value in document.get_metadata_dict(skip_empty=True).items()
    }
    title = says.get("Title", "")
    article = replace(
        article,
        title=article.title or (None if _NO_TITLE.match(title) else title),
        byline=article.byline or says.get("Author") or None,
    )
    made = _DAY.match(says.get("CreationDate", ""))
    if article.published or made is None:
        return article
    try:
        day = date(*map(int, made.groups()))
    except ValueError:
        return article
    return replace(article, published=day, published_from="metadata").noticing(_DAY_MADE.format(day))


def _words(text: str) -> Words:
    """A paragraph; the raised numbers in it that follow on no figure are the marks of footnotes."""
    words, at = Words(), 0
    for mark in _MARKS.finditer(text):
        words.add(text[at : mark.start()])
        is_mark = mark.start() == 0 or not text[mark.start() - 1].isdigit()
        if is_mark:
            words.begin("mark")
        words.add(mark[0])
        if is_mark:
            words.end()
        at = mark.end()
    words.add(text[at:])
    return words


def _pages(document: Any, count: int) -> Iterator[Page]:
    """The pages, as many as there is time for; one that is damaged is an empty one."""
    import pypdfium2

    begun = time.process_time()
    for number in range(min(count, _MOST_PAGES)):
        if number and time.process_time() - begun > _SECONDS:
            return
        try:
            page = document[number]
            text = page.get_textpage()
            height = page.get_height()
            yield Page(list(_lines(text, number + 1)), height)
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            yield Page([], 1.0)


def _lines(text: Any, page: int) -> Iterator[Line]:
    """The lines of a page as the file has them, parted where another column begins."""
    import pypdfium2.raw as pdfium

    signs: list[_Sign] = []
    bold, last = False, 0
    for at in range(min(text.count_chars(), _MOST_CHARACTERS)):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        box = text.get_charbox(at) if not sign.isspace() else (0.0, 0.0, 0.0, 0.0)
        if sign in "\r\n" or (signs and not sign.isspace() and _is_elsewhere(signs, box)):
            yield from _line(signs, page, bold and _is_bold(text, last))
            signs = []
        if sign not in "\r\n":
            bold = _is_bold(text, at) if not signs else bold  # as the line begins
            last = last if sign.isspace() else at
            size = pdfium.FPDFText_GetFontSize(text, at)
            signs.append(("-" if sign == _PARTED else sign, box, size))
    yield from _line(signs, page, bold and _is_bold(text, last))


def _is_bold(text: Any, at: int) -> bool:
    """Whether a sign is set in bold, which the name of its font says."""
    import ctypes

    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(text, at) >= 600:
        return True
    name = ctypes.create_string_buffer(_LONGEST_FONT)
    pdfium.FPDFText_GetFontInfo(text, at, name, _LONGEST_FONT, ctypes.c_int())
    return _BOLD.search(name.value) is not None


def _is_elsewhere(
    signs: list[_Sign],
    box: _Box,
) -> bool:
    """Whether a sign does not stand behind the last one: on another line, or in another column."""
    last = next(((each[1], each[2]) for each in reversed(signs) if not each[0].isspace()), None)
    if last is None:
        return False
    (left, bottom, right, top), size = last
    height = max(size, top - bottom, 1.0)
    return (
        box[0] < left - 0.5 * height
        or box[0] > right + 2.5 * height
        or box[3] < bottom - 0.5 * height
        or box[1] > top + 0.5 * height
    )


def _line(signs: list[_Sign], page: int, bold: bool) -> Iterator[Line]:
    drawn = [each for each in signs if not each[0].isspace()]
    if not drawn:
        return
    sizes = sorted(size for _, _, size in drawn)
    usual = sizes[len(sizes) // 2] or max(box[3] - box[1] for _, box, _ in drawn)
    base = sorted(box[1] for _, box, _ in drawn)[len(drawn) // 2]
    parts = [
        sign.translate(_RAISED)
        if sign.isdecimal() and size < 0.8 * usual and box[1] > base + 0.15 * usual
        else sign
        for sign, box, size in signs
    ]
    yield Line(
        text=" ".join("".join(parts).split()),
        left=min(box[0] for _, box, _ in drawn),
        right=max(box[2] for _, box, _ in drawn),
        bottom=base,
        top=max(box[3] for _, box, _ in drawn),
        size=usual,
        bold=bold,
        page=page,
    )
