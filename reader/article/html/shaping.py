"""A tree -> one that trafilatura reads rightly.

It throws some things away that people read, and runs others together, so those get another shape
first: captions become paragraphs with a mark, a day in a <time> plain text, a line break a sign. No path
goes down twice (``//a//b``) or is a union (``a|b``) where there may be many: those take the square of their number.
"""

import re
from collections.abc import Callable
from typing import Any

from reader.article.html.mainpart import name_article
from reader.article.html.markup import BREAK, CAPTION
from reader.article.html.shown import is_anchor_of, waits

_SENTENCES = ("p", "li", "td", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = "@hidden or @placeholder or @fallback or contains(translate(@style, ' ', ''), 'display:none')"
_CAPTIONS = "//*[self::figcaption or contains(@class, 'caption')][ancestor::figure]"


def prepare(tree: Any) -> None:
    """Give another shape, in place, to what would be thrown away or run together."""
    steps: tuple[tuple[str, Callable[[Any], None]], ...] = (
        ("//script", _drop),  # JSON-LD, which has been read
        (f"//body//*[{_UNSEEN}]", _drop_hidden),
        ("/*", _without("font", "center")),
        ("//*[@id][self::section or self::div or self::article]", _drop_topic),
        ("//pre[not(.//code)]", _fill),
        ("//p[.//p]", _as("div")),  # what was around them ran over paragraphs
        (_CAPTIONS, _mark_caption),
        ("//caption[parent::table]", _mark_table_caption),
        (
            "//p[contains(@class, 'caption')][preceding-sibling::*[1][self::img or self::amp-img]]",
            _mark_caption,
        ),
        ("//*[self::figure or self::picture]", _as("div")),
        ("//br", _mark_break),
        ("/*", _without("br")),
        (f"//time[{' or '.join(f'ancestor::{tag}' for tag in _SENTENCES)}]", _as("span")),
        ("//*[contains(@class, 'pullquote') or contains(@class, 'pull-quote')]", _as("blockquote")),
        ("//footer[ancestor::blockquote]", _as("p")),
        ("//p[parent::blockquote]", _wrap_tail),
        ("//*[self::form or self::fieldset][count(.//p) > 2]", _as("div")),
        ("//table[.//td[.//h1 or .//h2 or .//table or count(.//p|.//div) > 1]]", _unfold_table),
    )
    for path, change in steps:
        for element in tree.xpath(path):
            change(element)
    name_article(tree)


def _as(tag: str) -> Callable[[Any], None]:
    def rename(element: Any) -> None:
        element.tag = tag

    return rename


def _drop(element: Any) -> None:
    element.drop_tree()


def _drop_hidden(element: Any) -> None:
    if not waits(element):
        element.drop_tree()


def _drop_topic(element: Any) -> None:
    """Take away an anchor made of the sub-head below it: "share-a-table" is no button to share with."""
    head = next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)
    if head is not None and is_anchor_of(element.get("id"), "".join(head.itertext())):
        del element.attrib["id"]


def _without(*tags: str) -> Callable[[Any], None]:
    """Takes the elements out and leaves what is in them, all at once: one by one takes the square of their number."""
    from lxml import etree  # type: ignore[import-untyped]

    def strip(root: Any) -> None:
        etree.strip_tags(root, *tags)

    return strip


def _unfold_table(table: Any) -> None:
    """A table that only lays out the page is no table."""
    for part in [table, *table.xpath("./tbody|./tr|./tbody/tr|./tr/td|./tbody/tr/td")]:
        part.tag = "div"


def _fill(pre: Any) -> None:
    """Text that was laid out for a typewriter, as paragraphs."""
    paragraphs = re.split(r"\n\s*\n", "".join(pre.itertext()))
    for child in list(pre):
        pre.remove(child)
    pre.tag, pre.text = "div", None
    for words in filter(str.strip, paragraphs):
        paragraph = pre.makeelement("p", {})
        paragraph.text = " ".join(words.split())
        pre.append(paragraph)


def _wrap_tail(paragraph: Any) -> None:
    """What follows a paragraph of a quotation without being one, above all who said it, becomes one."""
    words, after = paragraph.tail or "", paragraph.getnext()
    while after is not None and after.tag in {"a", "cite", "span", "em", "b", "i"}:
        words += "".join(after.itertext()) + (after.tail or "")
        gone, after = after, after.getnext()
        gone.getparent().remove(gone)
    paragraph.tail = None
    if words.strip():
        who = paragraph.makeelement("p", {})
        who.text = words.strip()
        paragraph.addnext(who)


def _mark_break(element: Any) -> None:
    element.tail = BREAK + (element.tail or "")


def _mark_caption(element: Any) -> None:
    """A caption as one paragraph; what stood in it in blocks is joined."""
    words = " ".join(" ".join(element.itertext()).split())
    for child in list(element):
        element.remove(child)
    element.attrib.clear()  # a class that says caption would be thrown away
    element.tag, element.text = "p", CAPTION + words if words else ""


def _mark_table_caption(caption: Any) -> None:
    """The caption of a table as a paragraph above it."""
    table = caption.getparent()
    caption.tail = None
    table.addprevious(caption)
    _mark_caption(caption)
