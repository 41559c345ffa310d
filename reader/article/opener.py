"""A path, an address or standard input -> Article."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from reader.article import encodings, plain
from reader.article.errors import ArticleError
from reader.article.frontmatter import as_date, find_date, split
from reader.article.model import Article, Block
from reader.article.sanitise import clean, visible

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)
_DAY_LINE_WORDS = 14


def open_article(
    source: str,
    *,
    published: date | None = None,
    raw: bool = False,
    allow_local: bool = False,
    progress: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """The article at ``source``: a path, an http(s) address, or "-" for standard input.

    Args:
        published: the publication day, whatever the source says.
        raw: of a page, all its visible text instead of its article.
        allow_local: fetch from private and loopback addresses too.
        progress: is told how many bytes have come over the network.
        stdin: where "-" reads from; standard input when None.

    Raises:
        ArticleError: it cannot be read; one line that says why and what to do.
    """
    url = None
    if re.match(r"https?://", source, re.I):
        from reader.article.fetch import fetch

        page = fetch(source, allow_local=allow_local, progress=progress)
        data, charset, url, form = page.data, page.charset, page.url, _form_of_type(page.content_type)
    elif source == "-":
        data, charset, form = (stdin or sys.stdin.buffer).read(), None, ""
    else:
        data, charset, form = _read_file(source), None, Path(source.removesuffix(".gz")).suffix.lower()
    article = from_bytes(data, source=visible(source), charset=charset, form=form, url=url, raw=raw)
    if published is not None:
        article = replace(article, published=published, published_from="option")
    return article


def from_bytes(
    data: bytes,
    *,
    source: str,
    charset: str | None = None,
    form: str = "",
    url: str | None = None,
    raw: bool = False,
) -> Article:
    """The article in ``data``; ``form`` is a file ending that tells its kind, "" where none does.

    Raises:
        ArticleError: empty, binary, or without an article.
    """
    try:
        data, unpacked = encodings.unpack(data)
        if not data.strip():
            raise ArticleError("it is empty; there is nothing to read")
        text, decoded = encodings.decode(data, charset)
        article = _parse(text, form, source, url, raw)
        if not article.text.strip():
            raise ArticleError("it holds no text; there is nothing to read")
    except ArticleError as error:
        raise ArticleError(f"{source}: {error}") from error
    return replace(article, steps=(*unpacked, *decoded, *article.steps))


def _read_file(source: str) -> bytes:
    path, name = Path(source).expanduser(), visible(source)
    try:
        if path.is_dir():
            raise ArticleError(
                f"{name} is a folder; name a file in it, or export the folder with: reader export"
            )
        if path.exists() and path.stat().st_size > encodings.MAX_BYTES:
            raise ArticleError(f"{name} is larger than {encodings.MAX_BYTES // 2**20} MiB; split it first")
        return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(f"there is no file called {name}; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{name} cannot be read: {visible(reason)}") from error


def _form_of_type(content_type: str) -> str:
    kinds = {"text/html": ".html", "application/xhtml": ".html", "text/plain": ".txt", "text/markdown": ".md"}
    return next((form for kind, form in kinds.items() if content_type.startswith(kind)), "")


def _parse(text: str, form: str, source: str, url: str | None, raw: bool) -> Article:
    if form in {".html", ".htm", ".xhtml"} or (form not in {".md", ".markdown"} and _HTML.match(text[:2000])):
        from reader.article import html

        return html.parse(text, source, url=url, raw=raw)
    text = clean(text)
    stated, at = split(text)
    text = text[at:]
    read = _from_markdown if form in {".md", ".markdown"} else _from_plain
    article = read(text, source)
    return _with_stated(replace(article, url=url), stated)


def _from_plain(text: str, source: str) -> Article:
    text = text.strip("\n") + "\n"
    blocks = plain.blocks_of(text)
    return _titled(Article(text=text, blocks=blocks, source=source, dateline=plain.dateline_of(text, blocks)))


def _from_markdown(text: str, source: str) -> Article:
    from reader.article.boilerplate import set_aside
    from reader.article.markdown import build

    builder = build(text)
    blocks = tuple(set_aside(builder.text, builder.blocks))
    dateline = plain.dateline_of(builder.text, blocks)
    steps = ("Markdown turned into text",)
    return _titled(Article(text=builder.text, blocks=blocks, source=source, dateline=dateline, steps=steps))


def _titled(article: Article) -> Article:
    """With the title, byline and publication day that stand in the text itself."""
    head = next((b for b in article.blocks if b.kind == "headline"), None)
    byline = next((b for b in article.blocks if b.kind == "byline"), None)
    name = _byline(_line(article.text, byline)) if byline else None
    found = next((day for b in article.blocks[:4] if (day := _day_line(article.text, b))), None)
    return replace(
        article,
        title=_line(article.text, head) if head else None,
        byline=name,
        published=found,
        published_from="dateline" if found else None,
    )


def _byline(line: str) -> str | None:
    match = re.match(r"(?i)(?:by|from)\s+([^,\d]+)", line)
    return match[1].strip() if match else None


def _day_line(text: str, block: Block) -> date | None:
    """The whole date in a short line that is no sentence: a byline, "Published 24 September 2026"."""
    line = _line(text, block)
    opener = re.match(r"(?i)(?:published|posted|updated|by|from|date[d:])\b", line)
    if len(line.split()) > _DAY_LINE_WORDS or (
        block.kind != "byline" and not opener and find_date(line[:24]) is None
    ):
        return None
    return None if line.endswith(".") and not opener else find_date(line)


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _with_stated(article: Article, stated: dict[str, object]) -> Article:
    """What front matter states goes before what was read off the text."""
    if not stated:
        return article

    def word(*keys: str) -> str | None:
        return next((visible(stated[key]) for key in keys if stated.get(key)), None)

    published = as_date(next((stated[k] for k in ("date", "published", "pubdate") if stated.get(k)), None))
    origin = word("source", "site", "publisher")
    is_url = bool(origin and re.match(r"https?://", origin))
    return replace(
        article,
        title=word("title", "headline") or article.title,
        byline=word("author", "authors", "byline") or article.byline,
        site=origin if not is_url else article.site,
        url=word("url", "link", "canonical") or (origin if is_url else article.url),
        language=word("language", "lang") or article.language,
        published=published or article.published,
        published_from="front matter" if published else article.published_from,
    )
