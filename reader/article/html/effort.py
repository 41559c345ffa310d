"""What it takes to find the article in a page, counted beforehand, so that no page keeps a person waiting for long."""

import re

from reader.article.html.elements import BLANK_LINE, TAG, VOID, Open

MOST = 40_000
"""Elements, about two seconds. Of long live blogs, a page of two million characters has half of that."""
DEEPEST = 500
"""Elements in elements. What lies deeper than 2,000 is lost by the parser, and much takes the square of it."""
_LONG_TAG = 400  # characters; shorter ones hold too few attributes to matter
_PER_ATTRIBUTES = 500  # pairs of attributes that are compared in the time that an element takes
_PRE = re.compile(r"<pre\b", re.I)
_PRE_END = re.compile(r"</pre\b", re.I)
_ATTRIBUTE = re.compile(r"[^\s=\"'/]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s\"']++))?")


def is_too_much(markup: str) -> bool:
    """Whether it would take more than a few seconds, or lose what lies deepest in it."""
    if markup.count("<") > 3 * MOST:  # told fast
        return True
    return effort(markup) > MOST or depth(markup) > DEEPEST


def effort(markup: str) -> int:
    """How much there is to do: elements, the paragraphs of preformatted text, and attributes each compared with each."""
    elements = markup.count("<") - markup.count("</")
    return elements + _preformatted(markup) + _attributes(markup)


def depth(markup: str) -> int:
    """How deep elements lie in one another."""
    deepest, opened = 0, Open()
    for tag in TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if not name or name in VOID:
            continue
        (opened.end if tag["ends"] else opened.begin)(name)
        deepest = max(deepest, len(opened.names))
    return deepest


def _preformatted(markup: str) -> int:
    """The paragraphs of text that was laid out for a typewriter: each becomes an element."""
    found, at = 0, 0
    while start := _PRE.search(markup, at):
        end = _PRE_END.search(markup, start.end())
        at = end.end() if end else len(markup)
        found += sum(1 for _ in BLANK_LINE.finditer(markup, start.end(), at))
    return found


def _attributes(markup: str) -> int:
    """The parser compares each attribute of an element with each other one."""
    tags = (tag["attributes"] for tag in TAG.finditer(markup) if tag.end() - tag.start() > _LONG_TAG)
    counts = (sum(1 for _ in _ATTRIBUTE.finditer(attributes)) for attributes in tags)
    return sum(count * count for count in counts) // _PER_ATTRIBUTES
