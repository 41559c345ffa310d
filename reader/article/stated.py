"""What an article says of itself: in front matter, and in the first lines of its own text."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from reader.article.frontmatter import as_date, find_date
from reader.article.model import Article, Block
from reader.article.sanitise import visible
from reader.late import late

LONGEST = 300  # characters of a title or a name
_WIDEST = 1_000  # bits of a number
_TOP = 40  # blocks among which a headline and a byline stand
_HEAD = 6  # blocks among which a line gives the day
_DAY_LINE_WORDS, _DAY_LINE_LENGTH = 14, 160
_DAY_LINE = late(r"(?:published|posted|updated|by|from|date[d:])\b", re.I)
_MAY_NAME = late(r"[:,|•·]| by ")
_BYLINE = late(r"(?:by|from)\s+([^\d|•·–—]+)", re.I)


def with_read_off(article: Article) -> Article:
    """With the title, byline and publication day that stand in the text itself."""
    head = next((b for b in article.blocks[:_TOP] if b.kind == "headline"), None)
    title = _line(article.text, head) if head else None
    return with_day_read_off(with_byline_read_off(replace(article, title=title)))


def with_byline_read_off(article: Article) -> Article:
    """With the names in its byline, unless some are known."""
    if article.byline:
        return article
    signed = (_line(article.text, b) for b in article.blocks[:_TOP] if b.kind == "byline")
    return replace(article, byline=next((name for line in signed if (name := _name(line))), None))


def _name(line: str) -> str | None:
    if by := _BYLINE.match(line):
        from reader.article.bylines import names_in

        return names_in(line) or by[1].strip()
    if not _MAY_NAME.search(line):
        return None
    from reader.article.signed import author

    return author(line)


def with_day_read_off(article: Article) -> Article:
    """With the publication day that a line of its head or its dateline gives, unless another is known."""
    if article.published is not None:
        return article
    found = _day_above(article)
    if found is None and article.dateline:
        found = find_date(article.text[slice(*article.dateline)])
    return replace(article, published=found, published_from="dateline") if found else article


def _day_above(article: Article) -> date | None:
    """The whole date in the lines above the text; that of a change where there is no other."""
    lines = ((_line(article.text, block), block) for block in article.blocks[:_HEAD])
    days = {line: day for line, block in lines if (day := _day_line(line, block))}
    if len(set(days.values())) > 1:
        from reader.article.signed import is_change

        days = {line: day for line, day in days.items() if not is_change(line)} or days
    return next(iter(days.values()), None)


def with_stated(article: Article, stated: Mapping[str, object]) -> Article:
    """What front matter states goes before what was read off the text."""
    if not stated:
        return article

    from reader.article.webaddress import web_address

    words = partial(_stated_words, stated)
    published = as_date(_first(stated, "date", "published", "pubdate"))
    origin = words("source", "site", "publisher", "feed")
    is_url = bool(origin and re.match(r"https?://", origin, re.I))
    stated_addresses = (
        *(web_address(words(key)) for key in ("url", "link", "canonical")),
        web_address(origin),
    )
    return replace(
        article,
        title=title_in(stated) or article.title,
        byline=words("author", "authors", "byline") or article.byline,
        site=article.site if is_url else origin,
        url=next(filter(None, stated_addresses), article.url),
        language=words("language", "lang") or article.language,
        published=published or article.published,
        published_from="front matter" if published else article.published_from,
    )


def title_in(stated: Mapping[str, object]) -> str | None:
    """The title that front matter states."""
    return _stated_words(stated, "title", "headline")


def _stated_words(stated: Mapping[str, object], *keys: str) -> str | None:
    return next((said for key in keys if (said := _words(stated.get(key)))), None)


def _first(stated: Mapping[str, object], *keys: str) -> object:
    return next((stated[key] for key in keys if stated.get(key)), None)


def _words(value: object) -> str | None:
    """A value as one line; lists of plain values are joined, anything deeper is not for people to read."""
    if isinstance(value, list):
        names = [
            name for item in value[:20] if (name := _words(item) if not isinstance(item, list) else None)
        ]
        return ", ".join(names) or None
    if isinstance(value, int) and value.bit_length() > _WIDEST:  # too long to be written out, and no name
        return None
    if isinstance(value, str | int | float | date | datetime) and not isinstance(value, bool):
        return visible(value, LONGEST) or None
    return None


def _day_line(line: str, block: Block) -> date | None:
    """The whole date in a short line that is no sentence: a byline, "Published 24 September 2026"."""
    if len(line) > _DAY_LINE_LENGTH or len(line.split()) > _DAY_LINE_WORDS:
        return None
    says_when = block.kind == "byline" or _DAY_LINE.match(line) or _is_dated(line, block)
    return find_date(line) if says_when else None


def _is_dated(line: str, block: Block) -> bool:
    """Whether a line that is set aside gives the day: "Last updated: 4 March 2026"."""
    if block.kind != "boilerplate" or not any(map(str.isdigit, line)):
        return False
    from reader.article.signed import is_dated

    return is_dated(line)


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())
