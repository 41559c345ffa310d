"""Office documents -> their articles, with the extra ``documents``: PDF (:mod:`reader.article.pdf`) and .docx."""

import io
import zipfile
import zlib
from dataclasses import replace
from datetime import date

from reader.article.errors import ArticleError, missing
from reader.article.model import Article
from reader.article.sanitise import visible
from reader.article.stated import LONGEST

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
_TEXT = "word/document.xml"
_MOST_TEXT = 16 * 2**20  # bytes of the text part after unpacking
_MOST = 256 * 2**20  # bytes of all parts after unpacking
_MOST_PARTS = 10_000
_BOMB = "this .docx unpacks to more than an article may be; it is not opened"
_DAMAGED = "this .docx is damaged or not complete; save it anew, or as text"
_ENTITIES = "this .docx defines entities of its own, which no word processor writes; it is not opened"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
_DAY_MADE = "the publication day {} is the one on which the document was last saved"


def is_document(data: bytes) -> bool:
    """Whether it is one of the documents that are read here."""
    return data.startswith(PDF) or (data.startswith(ZIP) and _is_docx(data))


def article_of(data: bytes) -> Article:
    """The article in a PDF or a .docx.

    Raises:
        ArticleError: it cannot be read; or the extra is missing.
    """
    if data.startswith(PDF):
        from reader.article import pdf

        return pdf.article_of(data)
    return _from_docx(data)


def _is_docx(data: bytes) -> bool:
    return b"word/" in data[:8192] or b"word/document.xml" in data[-65_536:]


def _from_docx(data: bytes) -> Article:
    try:
        import mammoth
    except ImportError:
        raise ArticleError(missing("a .docx")) from None
    from reader.article import html

    stated = _checked(data)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda image: {})
        )
    except (MemoryError, KeyboardInterrupt):
        raise
    except (Exception, RecursionError):  # whatever a damaged one runs its reader into
        raise ArticleError(_DAMAGED) from None
    markup = made.value.replace("↑</a>", "</a>")
    if not markup.strip():
        raise ArticleError("this .docx holds no text; there is nothing to read")
    article = html.whole(f"<html><body>{markup}</body></html>")
    article = replace(article, steps=("text taken from a .docx",))
    return _with_stated(article, *stated)


def _with_stated(article: Article, title: str | None, byline: str | None, saved: date | None) -> Article:
    article = replace(article, title=article.title or title, byline=article.byline or byline)
    if article.published or saved is None:
        return article
    return replace(article, published=saved, published_from="metadata").noticing(_DAY_MADE.format(saved))


def _checked(data: bytes) -> tuple[str | None, str | None, date | None]:
    """Title, author and day of a .docx that is harmless.

    Raises:
        ArticleError: it unpacks to too much, defines entities or is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            text = packed.getinfo(_TEXT)
            if (
                len(parts) > _MOST_PARTS
                or text.file_size > _MOST_TEXT
                or sum(part.file_size for part in parts) > _MOST
            ):
                raise ArticleError(_BOMB)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    if part.file_size > _MOST_TEXT:
                        raise ArticleError(_BOMB)
                    with packed.open(part) as opened:
                        if b"<!" in opened.read(4096):
                            raise ArticleError(_ENTITIES)
            return _core(packed)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        raise ArticleError(_DAMAGED) from None


def _core(packed: zipfile.ZipFile) -> tuple[str | None, str | None, date | None]:
    """What the document states of itself."""
    import re

    try:
        says = packed.read("docProps/core.xml").decode("utf-8", "replace")
    except KeyError:
        return None, None, None

    def stated(name: str) -> str:
        found = re.search(rf"<(?:dc|dcterms):{name}\b[^>]*>([^<]*)<", says)
        return visible(found[1], LONGEST) if found else ""

    try:
        saved: date | None = date.fromisoformat((stated("modified") or stated("created"))[:10])
    except ValueError:
        saved = None
    return stated("title") or None, stated("creator") or None, saved
