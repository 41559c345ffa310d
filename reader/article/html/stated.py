"""What a page states about itself in JSON-LD, in meta elements and on its first lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urljoin

from reader.article.frontmatter import as_date
from reader.article.html import jsonld
from reader.article.html.foreign import day_in, without_by
from reader.article.html.jsonld import LONGEST
from reader.article.sanitise import visible
from reader.article.webaddress import web_address

_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "published_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
)
_SAME_MOMENT = 1  # days by which one moment may differ between time zones
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")


@dataclass(frozen=True)
class Stated:
    """What was stated; ``body`` is the article's text where JSON-LD gives it."""

    title: str | None
    byline: str | None
    site: str | None
    url: str | None
    published: date | None
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
    metas, linked = _metas(tree), jsonld.article_in(tree)
    published, notices = _published(tree, linked, metas, url)
    address = _address(tree, linked, metas, url)
    language = _language(tree, linked, metas)
    named = _first(", ".join(jsonld.names(linked.get("author"))), _person(metas), metas.get("dc.creator"))
    if linked.get("isAccessibleForFree") in (False, "False", "false"):
        notices = (*notices, "the page says that it is not free to read: this may be its beginning only")
    return Stated(
        title=_first(jsonld.line(linked.get("headline")), metas.get("og:title"), metas.get("twitter:title")),
        byline=without_by(named, language) if named else None,
        site=_first(metas.get("og:site_name"), next(jsonld.names(linked.get("publisher")), None)),
        url=address,
        published=published,
        language=language,
        body=jsonld.body(linked),
        notices=notices,
    )


def _metas(tree: Any) -> dict[str, str]:
    """The meta elements, by their name, property or itemprop in small letters; the first one counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (value := visible(element.get("content"), 1000)):
            found.setdefault(key.strip().lower(), value)
    return found


def _person(metas: dict[str, str]) -> str | None:
    named = metas.get("author") or metas.get("article:author") or metas.get("parsely-author")
    return None if named is None or re.match(r"(?:https?:)?//|@", named) else named


def _first(*values: str | None) -> str | None:
    return next((visible(value, LONGEST) for value in values if value), None)


def _published(
    tree: Any, linked: dict[str, Any], metas: dict[str, str], url: str | None
) -> tuple[date | None, tuple[str, ...]]:
    """The publication day, and what to know about it where it is not sure."""
    days = list(_stated_days(tree, linked, metas))
    if days:
        others = sorted({day.isoformat() for day in days if abs((day - days[0]).days) > _SAME_MOMENT})
        says = f"the page states more than one publication day: {days[0]} was taken, not {', '.join(others)}"
        return days[0], (says,) if others else ()
    in_address = _DAY_IN_ADDRESS.search(url or "")
    day = as_date("{}-{:0>2}-{:0>2}".format(*in_address.groups())) if in_address else None
    return day, (f"the publication day {day} was taken from the address",) if day else ()


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
