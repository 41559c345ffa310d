"""A feed (RSS, Atom, JSON Feed) -> its entries, each an article."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from email.utils import parseaddr, parsedate_to_datetime
from html import escape
from typing import Any, NamedTuple

from reader.article.errors import ArticleError
from reader.article.frontmatter import as_date
from reader.article.model import Article
from reader.article.options import Options
from reader.article.sanitise import visible
from reader.article.several import Each
from reader.article.sources import Source
from reader.article.stated import LONGEST
from reader.article.webaddress import web_address
from reader.late import late

_XML = late(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s*<(?:!--.{0,2000}?-->|\?[^>]{0,400}\?>|!DOCTYPE[^>]{0,400}>))*\s*<(?P<root>[\w:.-]{1,60})",
    re.S,
)
_IN_BRACKETS = late(r"\(([^()]+)\)")
_ROOTS = frozenset({b"rss", b"feed", b"rdf:rdf", b"atom:feed"})
_JSON = b"https://jsonfeed.org/version/"
_ONLY_PART = "this is what the feed gives of the article; o opens all of it in a browser"
_NO_ENTRY = "this feed has no entries; there is nothing to read"
_TEASER = 600  # characters; what is shorter and only a summary is the beginning of an article
NO_FEED = "this is no feed that can be read (RSS, Atom or JSON Feed); articles as JSON are JSON Lines, and end in .jsonl"
_MOST = 20_000  # entries


class Entry(NamedTuple):
    """What a feed gives of one article."""

    title: str | None
    byline: str | None
    published: date | None
    url: str | None
    markup: str
    whole: bool
    id: str | None = None


def is_feed(data: bytes) -> bool:
    """Whether it is a feed, told by its beginning."""
    head = data[:8000]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _JSON in head
    return (_root(head) or b"").lower() in _ROOTS


def unknown_xml(data: bytes) -> str | None:
    """The name of what an XML file holds that is neither a feed nor a page; None where it is one of these, or no XML."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return None
    root = _root(data[:8000])
    if root is None:
        return "?"
    if root.lower() in {*_ROOTS, b"html"}:
        return None
    return root.decode("ascii", "replace")


def _root(head: bytes) -> bytes | None:
    found = _XML.match(head)
    return found["root"] if found else None


class Entries(Each):
    """The entries of a feed, in its order.

    Args:
        source: the feed.

    Raises:
        ArticleError: it has none, or cannot be read.
    """

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__()
        self._source, self._options = source, options
        self._site, self._entries = _read(source.data)
        if not self._entries:
            raise ArticleError(_NO_ENTRY)

    def __len__(self) -> int:
        return len(self._entries)

    def make(self, at: int) -> Article:
        """The article of an entry."""
        return self._options.as_asked(_article(self._entries[at], self._site, self._source))


def apart(data: bytes) -> Iterator[bytes]:
    """Each entry of a feed as a JSON Feed of its own.

    Raises:
        ArticleError: it has none, or cannot be read.
    """
    import json

    site, entries = _read(data)
    if not entries:
        raise ArticleError(_NO_ENTRY)
    for entry in entries:
        item = {
            **({"id": entry.id} if entry.id else {}),
            "title": entry.title,
            "url": entry.url,
            "date_published": entry.published and entry.published.isoformat(),
            "authors": [{"name": entry.byline}] if entry.byline else [],
            "content_html" if entry.whole else "summary_html": entry.markup,
        }
        feed = {"version": f"{_JSON.decode()}1.1", "title": site, "items": [item]}
        yield json.dumps(feed).encode()


def _read(data: bytes) -> tuple[str | None, Sequence[Entry]]:
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return _from_json(data) if is_json else _from_xml(data)


def _article(entry: Entry, site: str | None, source: Source) -> Article:
    from reader.article import html

    title = entry.title or entry.url or "untitled"
    page = f"<html><body><h1>{escape(title)}</h1>\n<div>{entry.markup}</div></body></html>"
    article = html.whole(page, url=entry.url)
    is_part = not entry.whole and len(article.text) < _TEASER and bool(entry.url)
    return Article(
        text=article.text,
        blocks=article.blocks,
        title=title,
        byline=entry.byline,
        site=site,
        source=entry.url or source.name,
        url=entry.url,
        published=entry.published,
        published_from="metadata" if entry.published else None,
        dateline=article.dateline,
        steps=(*source.steps, "entry taken from a feed"),
        id=entry.id,
        notices=(*source.notices, *((_ONLY_PART,) if is_part else ())),
        runs=article.runs,
    )


def _from_xml(data: bytes) -> tuple[str | None, Sequence[Entry]]:
    import feedparser

    if re.search(rb"<!ENTITY", data[:8000]):
        raise ArticleError(
            "this feed defines entities of its own, which are not read; save an article from it instead"
        )
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever a broken feed runs its parser into
        raise ArticleError(f"this feed cannot be read ({visible(type(error).__name__)})") from error
    site = _line(feed.feed.get("title"))
    return site, [_xml_entry(entry) for entry in feed.entries[:_MOST]]


def _xml_entry(entry: Mapping[str, Any]) -> Entry:
    contents = [part.get("value", "") for part in entry.get("content", ()) if _is_text(part)]
    whole, summary = max(contents, key=len, default=""), str(entry.get("summary") or "")
    plain = not contents and entry.get("summary_detail", {}).get("type") == "text/plain"
    return Entry(
        _line(_unmarked(entry.get("title"))),
        _line(_authors(entry)),
        _day(entry),
        web_address(entry.get("link")),
        _paragraphs(summary) if plain and "<" not in summary else whole or summary,
        bool(whole),
        _line(entry.get("id")),
    )


def _authors(entry: Mapping[str, Any]) -> str:
    """The names of those who wrote it; an address of mail alone names nobody."""
    stated = str(entry.get("author") or "")
    if "@" in stated and len(entry.get("authors", ())) <= 1:
        named = _IN_BRACKETS.search(stated)
        return named[1] if named else parseaddr(stated)[0]
    return ", ".join(name for author in entry.get("authors", ()) if (name := author.get("name"))) or stated


def _is_text(part: Mapping[str, Any]) -> bool:
    return str(part.get("type", "text/html")) in {"text/html", "application/xhtml+xml", "text/plain"}


def _day(entry: Mapping[str, Any]) -> date | None:
    """The day in the words of the entry: in its own time zone."""
    for key in ("published", "created", "updated"):
        stated = str(entry.get(key) or "")
        if not stated:
            continue
        try:
            return parsedate_to_datetime(stated).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            parsed = entry.get(f"{key}_parsed")
            day = as_date(stated[:10]) or as_date(stated) or (date(*parsed[:3]) if parsed else None)
            if day:
                return day
    return None


def _from_json(data: bytes) -> tuple[str | None, Sequence[Entry]]:
    import json

    try:
        feed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ArticleError("this JSON Feed cannot be read: it is no valid JSON") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ArticleError(_NO_ENTRY)
    return _line(feed.get("title")), [_json_entry(item) for item in items[:_MOST] if isinstance(item, dict)]


def _json_entry(item: Mapping[str, Any]) -> Entry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_line(author.get("name")) for author in authors or () if isinstance(author, dict)]
    keys = ("content_html", "content_text", "summary", "summary_html")
    markup, words, summary, beginning = (_string(item, key) for key in keys)
    return Entry(
        _line(_string(item, "title")),
        ", ".join(name for name in names if name) or None,
        as_date(_string(item, "date_published")[:10]) or as_date(_string(item, "date_modified")[:10]),
        web_address(_string(item, "url")) or web_address(_string(item, "external_url")),
        markup or beginning or _paragraphs(words or summary),
        bool(markup or words),
        _line(str(item["id"])) if item.get("id") is not None else None,
    )


def _string(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", words))


def _unmarked(title: object) -> str:
    """A title without markup in it."""
    return re.sub(r"<[^<>]{1,200}>", "", str(title or ""))


def _line(value: object) -> str | None:
    return visible(value, LONGEST) or None if isinstance(value, str) else None
