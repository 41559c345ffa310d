"""What it takes to find the article in a page, counted beforehand, so that no page keeps a person waiting for long."""

import re

from reader.article.html.elements import BLANK_LINE, INLINE, TAG, VOID, Open

MOST = 40_000
"""Elements, about two seconds. Of long live blogs, a page of two million characters has half of that."""
DEEPEST = 500
"""Elements in elements. What lies deeper than 2,000 is lost by the parser."""
_DEEP = 30  # elements in elements, as on ordinary pages
_PER_LEVELS = 20  # levels that are gone through in the time that an element takes
_PER_SIBLINGS = 500  # pairs of elements in one line
_LONG_TAG = 400  # characters; shorter ones hold too few attributes to matter
_PER_ATTRIBUTES = 500  # pairs of attributes that are compared in the time that an element takes
_PRE = re.compile(r"<pre\b", re.I)
_PRE_END = re.compile(r"</pre\b", re.I)
_ATTRIBUTE = re.compile(r"[^\s=\"'/]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s\"']++))?")


def is_too_much(markup: str) -> bool:
    """Whether it would take more than a few seconds, or lose what lies deepest in it."""
    if markup.count("<") > 3 * MOST:  # told fast
        return True
    return effort(markup) > MOST


def effort(markup: str) -> int:
    """How much there is to do: elements and how they lie in and beside one another, and the attributes of each."""
    elements = markup.count("<") - markup.count("</")
    return elements + _laid_out(markup) + _preformatted(markup) + _attributes(markup)


def _laid_out(markup: str) -> int:
    """What elements cost that lie deep, or as one of many inside a line of text; more than ``MOST`` where one may be lost."""
    opened, inside = Open(), [0]  # each element's inline ones
    nested = pairs = 0
    for tag in TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if tag["ends"] or not name:
            opened.end(name)
            del inside[len(opened.names) + 1 :]
            continue
        if name in INLINE or name == "br":
            inside[-1] += 1
            pairs += inside[-1]
        if name in VOID:
            continue
        opened.begin(name)
        del inside[len(opened.names) :]
        inside.append(0)
        nested += max(0, len(opened.names) - _DEEP)
        if len(opened.names) > DEEPEST:
            return MOST + 1
    return nested // _PER_LEVELS + pairs // _PER_SIBLINGS


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
    long = (tag for tag in TAG.finditer(markup) if tag.end() - tag.start() > _LONG_TAG)
    counts = (sum(1 for _ in _ATTRIBUTE.finditer(tag["attributes"] or "")) for tag in long)  # a "<!" has none
    return sum(count * count for count in counts) // _PER_ATTRIBUTES
