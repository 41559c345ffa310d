"""Markup -> a tree that trafilatura reads rightly.

It throws some things away that people read, so those get another shape first: captions become
paragraphs with a mark, a day in a <time> plain text, a <q> its quotation marks.
"""

import html
import re
from collections.abc import Callable
from typing import Any

from reader.article.sanitise import clean, display

# Private characters that stand for something on the way through trafilatura: before a caption, for a <br>.
CAPTION, BREAK = "\ue0ca", "\ue0cb"
_REFERENCE = re.compile(r"&#(?:([0-9]{1,9})(?![0-9])|[xX]([0-9a-fA-F]{1,8})(?![0-9a-fA-F]));?")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_MOST, _NEARLY_ALL = 0.4, 0.85  # of the characters of a page in paragraphs, and of those in one element
_NAMED = ("//*[@itemprop='articleBody']", "//article", "//main|//*[@role='main']")
_SENTENCES = ("p", "li", "td", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = "@hidden or @placeholder or @fallback or contains(translate(@style, ' ', ''), 'display:none')"
_IN_FIGURE = "figcaption|*[contains(concat(' ', @class, ' '), 'caption')]"


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


def prepare(tree: Any) -> None:
    """Give another shape, in place, to what would be thrown away or run together."""
    steps: tuple[tuple[str, Callable[[Any], None]], ...] = (
        ("//script", _drop),  # JSON-LD, which has been read
        (f"//body//*[{_UNSEEN}][count(.//p) < 3]", _drop),  # more may be an article that a script shows
        ("//font|//center", _unwrap),
        ("//pre[not(.//code)]", _fill),
        ("//p[.//p]", _as("div")),  # what was around them ran over paragraphs
        (f"//figure//{_IN_FIGURE.replace('|', '|//figure//')}", _mark_caption),
        ("//table/caption", _mark_table_caption),
        (
            "//p[contains(@class, 'caption')][preceding-sibling::*[1][self::img or self::amp-img]]",
            _mark_caption,
        ),
        ("//figure|//picture", _as("div")),
        ("//br", _mark_break),
        (f"//time[{' or '.join(f'ancestor::{tag}' for tag in _SENTENCES)}]", _as("span")),
        ("//*[contains(@class, 'pullquote') or contains(@class, 'pull-quote')]", _as("blockquote")),
        ("//blockquote//footer", _as("p")),
        ("//blockquote/p", _wrap_tail),
        ("//form[count(.//p) > 2]|//fieldset[count(.//p) > 2]", _as("div")),
        ("//table[.//td[.//h1 or .//h2 or .//table or count(.//p|.//div) > 1]]", _unfold_table),
    )
    for path, change in steps:
        for element in tree.xpath(path):
            change(element)
    _name_article(tree)


def link_texts(tree: Any) -> set[str]:
    """The words of every link of the page, folded."""
    return {" ".join("".join(link.itertext()).split()) for link in tree.xpath("//a[@href]")}


def _name_article(tree: Any) -> None:
    """Mark the innermost element that holds nearly all the paragraphs as the article.

    Else trafilatura may take the first of several parts for it, or paragraphs wherever they are, and loses
    the sub-heads and lists between them. What the page itself calls its article is not gone out of.
    """
    held = _held(tree)
    most = max(held.values(), default=0)
    if most < _MOST * len(" ".join("".join(tree.itertext()).split())):
        return  # the text is not in paragraphs
    around = [element for element, length in held.items() if length > _NEARLY_ALL * most]  # one in the other
    inner = max(around, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)
    named = next((set(found) for path in _NAMED if (found := tree.xpath(path))), set())
    if inner is None or (named and not named & {inner, *inner.iterancestors()}):
        return
    if inner.tag in {"div", "section", "main", "article"}:
        inner.set("itemprop", "articleBody")
    elif inner.tag == "body":
        _wrap_children(inner)


def _held(tree: Any) -> dict[Any, int]:
    """How many characters in paragraphs each element holds."""
    held: dict[Any, int] = {}
    for paragraph in tree.xpath("//p[not(.//p)]"):
        length = len("".join(paragraph.itertext()))
        for element in paragraph.iterancestors():
            held[element] = held.get(element, 0) + length
    return held


def _wrap_children(body: Any) -> None:
    article = body.makeelement("article", {})
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)


def _as(tag: str) -> Callable[[Any], None]:
    def rename(element: Any) -> None:
        element.tag = tag

    return rename


def _drop(element: Any) -> None:
    element.drop_tree()


def _unwrap(element: Any) -> None:
    element.drop_tag()


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
    element.drop_tag()


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


def _mark_quotation(element: Any) -> None:
    """What a browser sets in quotation marks gets them."""
    words = "".join(element.itertext()).strip()
    if words and words[0] not in "\"“‘„«'":
        element.text = "“" + (element.text or "")
        element.tail = "”" + (element.tail or "")
    element.tag = "span"
