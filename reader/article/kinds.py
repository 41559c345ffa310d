"""Which paragraph of a plain text is its headline, a sub-head, a byline, an item of a list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from reader.article.boilerplate import set_aside
from reader.article.model import Block, BlockKind
from reader.article.paragraphs import ITEM, Span
from reader.late import late

TOP = 3
"""Blocks that can be headline or byline by their place; from there on it decides nothing."""
_HEADLINE_WORDS, _SUBHEAD_WORDS = 24, 12
_LONGEST_HEAD = 300  # characters
_OPENING = 10  # characters that tell whether a line can be a byline
_SUBHEAD_FOLLOWED_BY = 90  # a sub-head has a real paragraph after it
_ENDS_SENTENCE, _CLOSES = tuple(".!?:;,…"), "'\"”’)"
_OPENS_BYLINE = ("by ", "from ", "published", "posted", "updated")
_BYLINE = late(
    r"(?:(?:by|from) [A-Z][^\d.!?]{2,60}(?:[,|•·–—].{0,60}|\d{1,2} \w{3,9} \d{4})?|(?:published|posted|updated)(?: on)?:? .{0,40}\d{4}.{0,20})$",
    re.I,
)


def blocks_in(text: str, spans: Iterable[Span], title: str | None, first: int = 0) -> Iterator[Block]:
    """The blocks that paragraphs are, each as soon as the few after it that bear on it are seen.

    Args:
        title: the title, where it is known: then a first line that says something else is no headline.
        first: how many paragraphs stand before these; all from ``TOP`` on come to the same.
    """
    return set_aside(text, _kinds(text, spans, title, first))


def told_apart(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Bylines, captions and boilerplate told from the rest, in blocks whose other kinds are known."""
    first = [
        replace(b, kind="byline") if b.kind == "paragraph" and _is_byline(text[b.start : b.end]) else b
        for b in blocks[:TOP]
    ]
    return tuple(set_aside(text, first + blocks[TOP:]))


def _is_byline(line: str) -> bool:
    if len(line) > _LONGEST_HEAD or not line[:_OPENING].lower().startswith(_OPENS_BYLINE):
        return False
    return len(line.split()) <= 14 and _BYLINE.match(line) is not None


def _kinds(text: str, spans: Iterable[Span], title: str | None, first: int) -> Iterator[Block]:
    for at, ((start, end), after) in enumerate(pairwise(chain(spans, [(0, 0)])), first):
        kind: BlockKind = "paragraph"
        if ITEM.match(text, start, end):
            kind = "listitem"
        elif end - start <= _LONGEST_HEAD:
            kind = _kind_of_line(text[start:end], at, after[1] - after[0])
        if kind == "headline" and title and not same_words(title, text[start:end]):
            kind = "paragraph"
        yield Block(kind, start, end, 1 if kind in {"subhead", "listitem"} else 0)


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their marks and capitals."""
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _kind_of_line(line: str, at: int, following: int) -> BlockKind:
    """What a short paragraph is, by its place ``at`` and the length of the one after it."""
    if at == 0 and following and _is_head(line, _HEADLINE_WORDS):
        return "headline"
    if at < TOP and _is_byline(line):
        return "byline"
    if at and following > _SUBHEAD_FOLLOWED_BY and _is_head(line, _SUBHEAD_WORDS):
        return "subhead"
    return "paragraph"


def _is_head(line: str, words: int) -> bool:
    """A headline or sub-head: short, one line, a capital first, no sentence's end."""
    if "\n" in line or len(line.split()) > words:
        return False
    first = line.lstrip("\"'“‘„«(")[:1]
    ends = line.rstrip(_CLOSES).endswith(_ENDS_SENTENCE) and not line.endswith(("?", "!"))
    return not ends and (first.isupper() or first.isdigit())
