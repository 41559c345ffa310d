"""The object in a page's JSON-LD that is its article. Nothing in it is trusted to be of the right type."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from reader.article.sanitise import visible

LONGEST = 300  # characters of a title or a name
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Recipe|HowTo|Review|Question|PressRelease)$")
_NO_ARTICLE = frozenset({"JobPosting"})
# What hides a script from those who do not know it, in comments of its own or not.
_WRAPPING = re.compile(r"(?:\s|//|/\*|\*/|<!--|<!\[CDATA\[)*+")
_STRING_OR_COMMA = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|,(?=\s*+[}\]])", re.S)
_DEEPEST = 6


def article_in(tree: Any) -> dict[str, Any]:
    """The JSON-LD object of the article, empty where there is none."""
    for element in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            found = next(_articles(_value_in(element.text or ""), 0), None)
        except (ValueError, RecursionError):
            continue
        if found is not None:
            return found
    return {}


def _value_in(script: str) -> Any:
    """The value that a script begins with, whatever hides it and follows it, and with commas too many.

    Raises:
        ValueError: there is none.
    """
    text = script[_WRAPPING.match(script).end() :]  # type: ignore[union-attr]  # it matches nothing, too
    decoder = json.JSONDecoder(strict=False)
    try:
        return decoder.raw_decode(text)[0]
    except ValueError:
        tidied = _STRING_OR_COMMA.sub(lambda found: found[0] if found[0] != "," else "", text)
        return decoder.raw_decode(tidied)[0]


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a type that is an article, wherever they are."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(map(_is_article, _listed(kinds))):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(key), depth + 1)


def _is_article(kind: Any) -> bool:
    return isinstance(kind, str) and _ARTICLE.search(kind) is not None and kind not in _NO_ARTICLE


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def names(value: Any) -> Iterator[str]:
    """The names of people or organisations, given as text or as objects."""
    for item in _listed(value)[:20]:
        name = item.get("name") if isinstance(item, dict) else item
        for one in _listed(name):
            if (said := line(one)) and not said.startswith(("http://", "https://")):
                yield said


def body(linked: dict[str, Any]) -> str | None:
    """The text in JSON-LD: of the article, or of the posts of a live blog."""
    posts = [post for post in _listed(linked.get("liveBlogUpdate")) if isinstance(post, dict)]
    parts = [linked.get("articleBody")]
    for post in posts:
        parts += [post.get("headline"), post.get("articleBody")]
    said = [part.strip() for part in parts if isinstance(part, str) and part.strip()]
    return "\n\n".join(said) or None


def line(value: Any) -> str | None:
    """A value as one harmless line; None where it is no text."""
    return visible(html.unescape(value), LONGEST) or None if isinstance(value, str) else None
