"""Markup -> a tree: no reference to a control character, no script, and a <q> with its quotation marks."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reader.article.sanitise import clean, display

# Private characters that stand for something on the way through trafilatura: before a caption, for a <br>.
CAPTION, BREAK = "\ue0ca", "\ue0cb"
_OWN = re.compile(f"[{CAPTION}{BREAK}\U000f0000-\U0010ffff]")  # those, and the marks of texts
_REFERENCE = re.compile(r"&#(?:([0-9]++)|[xX]([0-9a-fA-F]++));?")
_NO_CHARACTER = 0x110000
_LONGEST_NUMBER = 9  # digits of a reference; with more it is to no character
_DECLARATION = re.compile(r"\s*+<\?xml\b[^>]*+>")
# What nobody reads, and how each ends. What is stated in JSON-LD is kept.
_UNREAD = re.compile(r"<(?:(!)--|(script|style)\b(?P<stated>[^<>]*ld\+json)?[^<>]*>)", re.I)
_SVG = re.compile(r"<(/?)svg\b[^<>]*>", re.I)
_ENDS = {
    "!": re.compile(r"--!?>"),
    "script": re.compile(r"</script\b[^<>]*>", re.I),
    "style": re.compile(r"</style\b[^<>]*>", re.I),
}


def readied(markup: str) -> str:
    """Markup without what nobody reads, and with nothing in it that is obeyed or stands for something else here."""
    markup = _REFERENCE.sub(lambda found: _harmless(found[0]), clean(markup))
    markup = _OWN.sub("", markup)
    declared = _DECLARATION.match(markup)
    return _without_drawings(_without_unread(markup[declared.end() :] if declared else markup))


def tree_of(markup: str) -> Any:
    """The tree of a whole page, made :func:`readied`, with its quotations marked; None where there is none."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    parser = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        tree = document_fromstring(f"{markup}\n", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


@lru_cache(maxsize=1000)
def _harmless(reference: str) -> str:
    """A reference to a control character as its sign: one of them makes trafilatura return nothing."""
    digits = reference.removeprefix("&#").rstrip(";")
    is_hex = digits[0] in "xX"
    digits = digits.lstrip("xX").lstrip("0") or "0"
    code = int(digits, 16 if is_hex else 10) if len(digits) <= _LONGEST_NUMBER else _NO_CHARACTER
    if code in (0x09, 0x0A, 0x0D) or 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800:
        return reference
    if 0x80 <= code < 0xA0:
        return html.unescape(f"&#{code};")  # cp1252, as browsers read it
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return reference if display(chr(code)) == chr(code) else display(chr(code))


def _without_unread(markup: str) -> str:
    """Without comments, styles and scripts; one that never ends hides the rest, as on screen."""
    kept, at = [], 0
    while start := _UNREAD.search(markup, at):
        # "<!-->" is a whole comment
        end = _ENDS[(start[1] or start[2]).lower()].search(markup, start.end() - (2 if start[1] else 0))
        kept.append(markup[at : end.end() if end and start["stated"] else start.start()])
        if end is None:
            return "".join(kept)
        at = end.end()
    return "".join([*kept, markup[at:]])


def _without_drawings(markup: str) -> str:
    kept, at = [], 0
    for start, end in _drawings(markup):
        kept.append(markup[at:start])
        at = end
    return "".join([*kept, markup[at:]])


def _drawings(markup: str) -> Iterator[tuple[int, int]]:
    """Where each svg stands, with those in it; one that never ends is none."""
    start = depth = 0
    for tag in _SVG.finditer(markup):
        if depth == 0:
            start = tag.start()
        if tag[1]:
            depth -= depth > 0
        elif not tag[0].endswith("/>"):
            depth += 1
        if depth == 0:
            yield start, tag.end()


def link_texts(tree: Any) -> set[str]:
    """The words of every link of the page, folded."""
    return {" ".join("".join(link.itertext()).split()) for link in tree.xpath("//a[@href]")}
