"""HTML -> text, blocks and metadata, by trafilatura (imported only when a page is read)."""

import re
from collections.abc import Iterator
from typing import Any

from reader.article.boilerplate import set_aside
from reader.article.building import Builder
from reader.article.errors import ArticleError
from reader.article.frontmatter import as_date
from reader.article.model import Article, BlockKind
from reader.article.sanitise import visible

# One reference to a control character makes trafilatura return nothing for the whole page.
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)|x0*(?:[0-8bcef]|1[0-9a-f]|7f));?", re.I
)
_HIDDEN = "script|style|noscript|template|svg|iframe|head|object|select|button|form"
_BLOCK_TAGS = "p|div|li|h[1-6]|blockquote|figcaption|td|th|tr|br|section|article|header|footer|ul|ol|table|main|nav|aside|pre"


def parse(markup: str, *, url: str | None = None, raw: bool = False) -> Article:
    """The article in a page, without publication-day overrides.

    Args:
        raw: the whole visible text instead of the main text.

    Raises:
        ArticleError: the page holds no article (and ``raw`` was not asked for).
    """
    import trafilatura

    markup = _CONTROL_REFERENCE.sub("", markup).replace("\0", "")
    found: Any = None
    if markup.strip():
        found = trafilatura.bare_extraction(
            markup,
            url=url,
            include_comments=False,
            with_metadata=True,
            include_links=False,
            favor_precision=False,
        )
    if raw:
        builder = _visible_text(markup)
    elif found is None or found.body is None:
        raise ArticleError("no article was found in this page; --raw shows all its text")
    else:
        builder = _body(found)
    if not builder.text.strip():
        raise ArticleError("no article was found in this page; --raw shows all its text")
    return _article(builder, found, url)


def _article(builder: Builder, found: Any, url: str | None) -> Article:
    def stated(name: str) -> str | None:
        return visible(getattr(found, name, None) or "") or None

    published = as_date(stated("date"))
    return Article(
        text=builder.text,
        blocks=tuple(set_aside(builder.text, builder.blocks)),
        title=stated("title"),
        byline=stated("author"),
        site=stated("sitename") or stated("hostname"),
        url=stated("url") or url,
        published=published,
        published_from="metadata" if published else None,
        language=stated("language"),
        steps=("main text taken from HTML",),
    )


def _body(found: Any) -> Builder:
    """The main text; the headline comes first, once."""
    builder = Builder()
    title = visible(found.title or "")
    if title:
        builder.add("headline", title)
    for kind, text, level in _walk(found.body, False):
        if title and len(builder.blocks) <= 3 and _same(text, title):
            continue
        builder.add(kind, text, level)
    return builder


def _same(text: str, title: str) -> bool:
    return re.sub(r"\W+", "", text).casefold() == re.sub(r"\W+", "", title).casefold()


def _walk(element: Any, quoted: bool) -> Iterator[tuple[BlockKind, str, int]]:
    """Blocks of trafilatura's tree: head, p, list/item, quote, table/row/cell."""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "head":
            level = int((child.get("rend") or "h2")[-1]) if (child.get("rend") or "h2")[-1].isdigit() else 2
            yield "subhead", _text(child), max(1, level - 1)
        elif tag == "quote" and len(child):
            yield from _walk(child, True)
        elif tag in {"list", "table", "row", "div"}:
            yield from _walk(child, quoted)
        elif tag in {"item", "cell"}:
            yield "listitem", _text(child), 1
        elif tag:
            yield "blockquote" if quoted or tag == "quote" else "paragraph", _text(child), 0


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _visible_text(markup: str) -> Builder:
    """Everything a browser would show, block by block."""
    import html

    text = re.sub(r"(?s)<!--.*?(?:-->|\Z)", "", markup)
    text = re.sub(rf"(?is)<({_HIDDEN})\b.*?(?:</\1\s*>|\Z)", "", text)
    text = re.sub(rf"(?i)</?(?:{_BLOCK_TAGS})\b[^>]*>", "\n\n", text)
    text = html.unescape(re.sub(r"(?s)<[a-zA-Z/!?][^>]*>", "", text))
    builder = Builder()
    for paragraph in text.split("\n\n"):
        builder.add("paragraph", paragraph)
    return builder
