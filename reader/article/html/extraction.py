"""The main text of a page, block by block, by trafilatura."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.article.html.markup import BREAK, CAPTION
from reader.article.model import BlockKind
from reader.article.sanitise import clean

_MANY = 1000  # paragraphs, with which no second opinion on the main text is worth its time
Piece = tuple[BlockKind, str, int]

_PARAGRAPH_BREAK = re.compile(rf"{BREAK}(?:\s*{BREAK})+")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*$")
_LONG = 60  # characters of a line that is more than one of an address or a poem
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # else its warnings reach the terminal


def extract(tree: Any, url: str | None, *, about: bool) -> tuple[str | None, str | None, list[Piece]]:
    """The title and author that were found, and the pieces of the main text; none when there is none.

    Every h1 is a piece of the kind headline.

    Args:
        about: look for title and author too, which takes as long as a fifth of the rest.
    """
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=about,
        fast=tree.xpath("count(//p)") > _MANY,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or found.body is None:
        return None, None, []
    return found.title, found.author, list(_pieces(found.body, "paragraph", 0))


def _pieces(element: Any, inside: BlockKind, depth: int) -> Iterator[Piece]:
    """Pieces of trafilatura's tree: head, p, list/item, quote, table/row/cell."""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "head":
            depth_of_head = _depth_of(child)
            yield "subhead" if depth_of_head > 1 else "headline", _one_line(child), max(0, depth_of_head - 1)
        elif tag == "quote":
            yield from _pieces(child, "blockquote", depth) if len(child) else _split(child, "blockquote", 0)
        elif tag == "list":
            yield from _pieces(child, "listitem", depth + 1)
        elif tag == "row":
            yield "listitem", " | ".join(filter(None, map(_one_line, child))), 1
        elif tag == "item":
            yield from _item(child, depth)
        elif tag in {"table", "div"}:
            yield from _pieces(child, inside, depth)
        elif tag:
            yield from _split(child, inside, depth if inside == "listitem" else 0)


def _item(item: Any, depth: int) -> Iterator[Piece]:
    """A list item, then the items of the lists inside it."""
    lists = [child for child in item if child.tag == "list"]
    yield "listitem", _one_line(item, lists), max(1, depth)
    for child in lists:
        yield from _pieces(child, "listitem", depth + 1)


def _split(element: Any, kind: BlockKind, level: int) -> Iterator[Piece]:
    """One piece, or more where line breaks part it."""
    for text in _parted(_text(element)):
        yield ("caption", text.replace(CAPTION, ""), 0) if CAPTION in text else (kind, text, level)


def _parted(text: str) -> Iterator[str]:
    """The paragraphs of a text with breaks in it: blank lines part them, and so does each break between sentences."""
    for part in _PARAGRAPH_BREAK.split(text):
        lines = [line.strip() for line in part.split(BREAK)]
        if any(map(_SENTENCE_END.search, lines[:-1])) and any(len(line) > _LONG for line in lines):
            yield from _unwrapped(lines)
        else:
            yield " ".join(lines)


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """The lines, but for those that only go on with the one before."""
    paragraph = ""
    for line in lines:
        if paragraph and not line[:1].islower():
            yield paragraph
            paragraph = ""
        paragraph = f"{paragraph} {line}".strip()
    yield paragraph


def _text(element: Any, leave_out: Sequence[Any] = ()) -> str:
    parts = [element.text or ""]
    for child in element:
        if child not in leave_out:
            parts += (BREAK if child.tag == "lb" else "", *child.itertext(with_tail=False))
        parts.append(child.tail or "")
    return "".join(parts)


def _one_line(element: Any, leave_out: Sequence[Any] = ()) -> str:
    return _text(element, leave_out).replace(BREAK, " ").replace(CAPTION, "").strip()


def _depth_of(head: Any) -> int:
    rend = head.get("rend") or "h2"
    return int(rend[-1]) if rend[-1].isdigit() else 2


def bare(text: str) -> str:
    """Text given in JSON-LD, without the markup that some put in it; its paragraphs stay apart."""
    text = re.sub(r"(?i)</p>|<br\s*/?>\s*<br\s*/?>", "\n\n", text)
    import html

    return clean(html.unescape(re.sub(r"<[a-zA-Z/!][^<>]*>", "", text)))
