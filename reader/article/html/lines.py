"""What a page says in lines of its own, for readers and not for machines: its day, its author, its site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reader.article.bylines import names_in
from reader.article.frontmatter import find_date
from reader.article.sanitise import visible

_LONGEST = 60  # characters of such a line
_DAY = re.compile(
    r"(?P<says>(?:first )?(?:published|posted)\b(?: on| at)?:?\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d)"
    r"(?:\W+(?:at )?\d{1,2}[:.]\d\d.{0,14})?$",
    re.I,
)
_BY = re.compile(
    r"By ((?:[A-ZÀ-Þ][\w.'’-]*|and|de|van|von|,)(?: (?:[A-ZÀ-Þ][\w.'’-]*|and|de|van|von)){1,6})$"
)
_BY_AND_DAY = re.compile(r"By (?=[A-ZÀ-Þ]).*\b(?:19|20)\d\d\b.{0,20}$")
_MAY_BE = re.compile(r"\d{4}|\bBy ")  # told fast, for the thousands of lines that are neither
# What stands in there is said of something else: a comment, another article, a message that is quoted.
_OTHERS = frozenset({"blockquote", "aside", "footer", "nav"})
_TITLE_PARTS = re.compile(r"\s+[|–—·»•-]\s+")


@dataclass(frozen=True)
class Lines:
    """What lines of the page say; None where none does, or several say different things."""

    day: date | None
    byline: str | None


def lines_of(tree: Any) -> Lines:
    """The day and the author that lines of a page give."""
    days: set[date] = set()
    published: set[date] = set()
    authors: set[str] = set()
    for line in _lines(tree):
        if (match := _DAY.match(line)) and (day := find_date(line)):
            (published if match["says"] else days).add(day)
        elif match := _BY.match(line):
            authors.add(names_in(line) or match[1])
        elif _BY_AND_DAY.match(line) and (named := names_in(line)):
            authors.add(named)
            days.update(filter(None, [find_date(line)]))
    return Lines(_only(published or days), _only(authors))


def _lines(tree: Any) -> Iterator[str]:
    """The texts of the elements that hold short lines and nothing else."""
    for element in tree.iter(
        "div", "p", "span", "time", "td", "li", "dd", "address", "a", "em", "i", "b", "strong", "small"
    ):
        text = element.text
        if text and len(element) and text.strip().lower() == "by" and not _is_elsewhere(element):
            yield visible(f"By {''.join(element[0].itertext())}", _LONGEST)
        if any(child.tag != "br" for child in element):
            continue
        for said in (text, *(child.tail for child in element)):
            if said and len(said) <= _LONGEST and _MAY_BE.search(said) and not _is_elsewhere(element):
                yield visible(said)


def _is_elsewhere(element: Any) -> bool:
    around = (element, *element.iterancestors())
    return any(one.tag in _OTHERS or "comment" in (one.get("class") or "") for one in around)


def _only(found: set[Any]) -> Any:
    return found.pop() if len(found) == 1 else None


def site_in_title(tree: Any, headline: str | None) -> str | None:
    """The site that the title of a page names after its headline: "Ferry late | Weather | The Harbour Post"."""
    title = visible("".join(tree.xpath("//head/title[1]/text()")), 300)
    if not headline or not title.startswith(headline):
        return None
    parts = _TITLE_PARTS.split(title[len(headline) :])
    named = len(parts) > 1 and not parts[0] and parts[-1] and not parts[-1].lower().startswith("by ")
    return parts[-1] if named else None
