"""Markup -> a tree: no reference to a control character, no script, and a <q> with its quotation marks."""

import html
import re
from typing import Any

from reader.article.sanitise import clean, display

# Private characters that stand for something on the way through trafilatura: before a caption, for a <br>.
CAPTION, BREAK = "\ue0ca", "\ue0cb"
_REFERENCE = re.compile(r"&#(?:([0-9]{1,9})(?![0-9])|[xX]([0-9a-fA-F]{1,8})(?![0-9a-fA-F]));?")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def tree_of(markup: str) -> Any:
    """The tree of a whole page with its quotations marked, None where there is none."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    markup = _REFERENCE.sub(_harmless, clean(markup)).replace(CAPTION, "").replace(BREAK, "")
    markup = _without(_without(_DECLARATION.sub("", markup, count=1), "style"), "script")
    parser = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        tree = document_fromstring(f"{markup}\n", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for quotation in tree.xpath("//q"):
        _mark_quotation(quotation)
    return tree


def _harmless(found: re.Match[str]) -> str:
    """A reference to a control character as its sign: one of them makes trafilatura return nothing."""
    code = int(found[1]) if found[1] else int(found[2], 16)
    if code in (0x09, 0x0A, 0x0D) or 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800:
        return found[0]
    if 0x80 <= code < 0xA0:
        return html.unescape(f"&#{code};")  # cp1252, as browsers read it
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return found[0] if display(chr(code)) == chr(code) else display(chr(code))


def _without(markup: str, tag: str) -> str:
    """Without the elements called ``tag``, but for JSON-LD; one that never ends hides the rest, as on screen."""
    opening = re.compile(rf"<{tag}\b(?![^<>]*ld\+json)[^<>]*>", re.I)
    closing = re.compile(rf"</{tag}\b[^<>]*>", re.I)
    kept, at = [], 0
    while start := opening.search(markup, at):
        kept.append(markup[at : start.start()])
        end = closing.search(markup, start.end())
        if end is None:
            return "".join(kept)
        at = end.end()
    return "".join([*kept, markup[at:]])


def link_texts(tree: Any) -> set[str]:
    """The words of every link of the page, folded."""
    return {" ".join("".join(link.itertext()).split()) for link in tree.xpath("//a[@href]")}


def _mark_quotation(element: Any) -> None:
    """What a browser sets in quotation marks gets them."""
    words = "".join(element.itertext()).strip()
    if words and words[0] not in "\"“‘„«'":
        element.text = "“" + (element.text or "")
        element.tail = "”" + (element.tail or "")
    element.tag = "span"
