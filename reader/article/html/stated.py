"""What a page states about itself in JSON-LD, in meta elements and on its first lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.article.bylines import first_name_first, names_in
from reader.article.frontmatter import as_date
from reader.article.html import jsonld
from reader.article.html.foreign import day_in, without_by
from reader.article.html.jsonld import LONGEST
from reader.article.html.titles import title_of
from reader.article.model import PublishedFrom
from reader.article.sanitise import visible
from reader.article.webaddress import web_address

_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published_date",
    "published-date",
    "publishedat",
    "published_at",
    "published",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.issued",
    "dc.created",
    "citation_publication_date",
    "citation_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "bt:pubdate",
    "ptime",
    "pdate",
    "datecreated",
)
_TITLES = (
    "dc.title",
    "og:title",
    "weibo:article:title",
    "weibo:webpage:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "title",
)
_AUTHORS = (
    "dc.creator",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "authors",
    "article:author_name",
    "author_name",
    "rbauthors",
)
_AFTER_TITLES = ("Author", "Opinion", "News", "Home")
_ADDRESS = re.compile(r"(?:https?:)?//|@")
_DUBLIN_CORE = re.compile(r"^dc(?:terms?)?[.:](.+)$")
_EARLIEST = date(1600, 1, 1)
_NO_DAYS = frozenset(
    {date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1), date(1899, 12, 30), date(1980, 1, 1)}
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SAME_MOMENT = 1  # days by which one moment may differ between time zones
_DAY_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](\d\d?|" + "|".join(_MONTHS) + r")[/-](\d\d?)(?=[/-]|$)", re.I
)


@dataclass(frozen=True)
class Stated:
    """What was stated; ``body`` is the article's text where JSON-LD gives it."""

    title: str | None
    byline: str | None
    site: str | None
    url: str | None
    published: date | None
    published_from: PublishedFrom | None
    language: str | None
    body: str | None
    notices: tuple[str, ...] = ()

    def completed(
        self, *, title: str | None = None, byline: str | None = None, site: str | None = None
    ) -> "Stated":
        """With what was found elsewhere, where nothing was stated."""
        return replace(
            self,
            title=self.title or _first(title),
            byline=self.byline or _first(byline),
            site=self.site or _first(site),
        )

    def noticing(self, *notices: str) -> "Stated":
        """With more to be said about it."""
        return replace(self, notices=(*self.notices, *notices))


def read(tree: Any, url: str | None) -> Stated:
    """What the page in ``tree``, fetched from ``url``, states."""
    metas = {name: contents[0] for name, contents in _contents(tree).items()}  # the first one counts
    linked = jsonld.article_in(tree)
    address = _address(tree, linked, metas, url)
    published, published_from, notices = _published(tree, linked, metas, (url, address))
    language = _language(tree, linked, metas)
    site = _first(metas.get("og:site_name"), next(jsonld.names(linked.get("publisher")), None))
    byline = _byline(tree, linked, site, language)
    if linked.get("isAccessibleForFree") in (False, "False", "false"):
        notices = (*notices, "the page says that it is not free to read: this may be its beginning only")
    names = (site, metas.get("application-name"), metas.get("twitter:site"), urlsplit(address or "").hostname)
    titles = (
        jsonld.line(linked.get("headline")),
        jsonld.line(linked.get("name")),
        *(metas.get(name) for name in _TITLES),
    )
    return Stated(
        title=title_of(tree, titles, (*names, byline, *_AFTER_TITLES)),
        byline=byline,
        site=site,
        url=address,
        published=published,
        published_from=published_from,
        language=language,
        body=jsonld.body(linked),
        notices=notices,
    )


def _byline(tree: Any, linked: dict[str, Any], site: str | None, language: str | None) -> str | None:
    """Who wrote it, by the first statement that names somebody; the name of the site stays whole."""
    named = _contents(tree)
    for said in (list(jsonld.names(linked.get("author"))), *(named.get(name, []) for name in _AUTHORS)):
        names = (site if one == site else _names(one, language) for one in said)
        if found := ", ".join(dict.fromkeys(filter(None, names))):
            return visible(found, LONGEST)
    return None


def _names(said: str, language: str | None) -> str | None:
    named = names_in(without_by(said, language)) if not _ADDRESS.match(said) else None
    return first_name_first(named) if named else None


def _contents(tree: Any) -> dict[str, list[str]]:
    """What the meta elements say, by their name, property or itemprop in small letters."""
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (value := visible(element.get("content"), 1000)):
            for name in key.lower().split():
                found.setdefault(_DUBLIN_CORE.sub(r"dc.\1", name), []).append(value)
    return found


def _first(*values: str | None) -> str | None:
    return next((visible(value, LONGEST) for value in values if value), None)


def _published(
    tree: Any, linked: dict[str, Any], metas: dict[str, str], addresses: Iterable[str | None]
) -> tuple[date | None, PublishedFrom | None, tuple[str, ...]]:
    """The publication day, where it was found, and what to know about it where it is not sure."""
    days = list(filter(_is_possible, _stated_days(tree, linked, metas)))
    if days:
        others = sorted({day.isoformat() for day in days if abs((day - days[0]).days) > _SAME_MOMENT})
        says = f"the page states more than one publication day: {days[0]} was taken, not {', '.join(others)}"
        return days[0], "metadata", (says,) if others else ()
    day = next(filter(_is_possible, filter(None, map(day_in_address, addresses))), None)
    if day is None:
        return None, None, ()
    return day, "address", (f"the publication day {day} was taken from the address",)


def day_in_address(address: str | None) -> date | None:
    """The day that stands in the path of an address: "/2026/03/10/", "/2026/mar/10/"."""
    found = _DAY_IN_ADDRESS.search(address or "")
    if found is None:
        return None
    year, month, day = found.groups()
    number = month if month.isdigit() else str(_MONTHS.index(month.lower()) + 1)
    return as_date(f"{year}-{number:0>2}-{day:0>2}")


def _is_possible(day: date) -> bool:
    """Whether something can have been published on it: no day that programs write for none, and none ahead."""
    return day >= _EARLIEST and day not in _NO_DAYS and day <= date.today() + timedelta(days=_SAME_MOMENT)


def _stated_days(tree: Any, linked: dict[str, Any], metas: dict[str, str]) -> Iterator[date]:
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    stated = [linked.get("datePublished"), *(metas.get(name) for name in _DAYS), *marked]
    if not any(stated):
        stated = tree.xpath("(//time[ancestor::article or ancestor::header or ancestor::main])[1]/@datetime")
    language = _language(tree, linked, metas)
    for value in stated:
        said = visible(value, 60) if isinstance(value, str) else ""
        day = as_date(said) or day_in(said, language)
        if day:
            yield day


def _address(tree: Any, linked: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    canonical: Iterable[Any] = tree.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")
    for stated in (*canonical, metas.get("og:url"), linked.get("url")):
        if isinstance(stated, str) and (address := _web_address(url, stated)):
            return address
    return url


def _web_address(base: str | None, stated: str) -> str | None:
    """An address, made whole, when it is one that could be opened."""
    try:
        return web_address(visible(urljoin(base or "", stated.strip())))
    except ValueError:
        return None


def _language(tree: Any, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    stated = (
        *tree.xpath("//html/@lang | //html/@*[name()='xml:lang']"),
        jsonld.line(linked.get("inLanguage")),
        metas.get("content-language"),
        metas.get("og:locale"),
    )
    codes = (value.strip().replace("_", "-") for value in stated if value)
    return next((code for code in codes if re.fullmatch(r"[a-zA-Z]{2,3}(?:-\w{2,8})*", code)), None)
