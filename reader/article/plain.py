"""Plain text -> blocks: paragraphs from hard-wrapped and from blank-line text, headline, sub-heads."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.article.boilerplate import set_aside
from reader.article.model import Block, BlockKind
from reader.article.paragraphs import ITEM, Span, paragraphs

_HEADLINE_WORDS, _SUBHEAD_WORDS = 24, 12
_LONGEST_HEAD = 300  # characters
_BYLINE_AMONG = 3  # blocks at the top that can be the byline
_SUBHEAD_FOLLOWED_BY = 90  # a sub-head has a real paragraph after it
_SENTENCE_END = re.compile(r"[.!?:;,…]['\"”’)]*$")
_BYLINE = re.compile(
    r"(?:(?:by|from) [A-Z][^\d.!?]{2,60}(?:,.{0,60})?|(?:published|posted|updated)(?: on)?:? .{0,40}\d{4}.{0,20})$",
    re.I,
)


def blocks_of(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a plain text.

    Args:
        title: the title, where it is known: then a first line that says something else is no headline.
    """
    return tuple(set_aside(text, list(_kinds(text, list(paragraphs(text)), title))))


def told_apart(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Bylines, captions and boilerplate told from the rest, in blocks whose other kinds are known."""
    first = [
        replace(b, kind="byline") if b.kind == "paragraph" and _is_byline(text[b.start : b.end]) else b
        for b in blocks[:_BYLINE_AMONG]
    ]
    return tuple(set_aside(text, first + blocks[_BYLINE_AMONG:]))


def _is_byline(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD and len(line.split()) <= 14 and _BYLINE.match(line) is not None


def _kinds(text: str, spans: list[Span], title: str | None) -> Iterator[Block]:
    for at, (start, end) in enumerate(spans):
        following = spans[at + 1][1] - spans[at + 1][0] if at + 1 < len(spans) else 0
        kind: BlockKind = "paragraph"
        if ITEM.match(text, start, end):
            kind = "listitem"
        elif end - start <= _LONGEST_HEAD:
            kind = _kind_of_line(text[start:end], at, following)
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
    if at < _BYLINE_AMONG and _is_byline(line):
        return "byline"
    if at and following > _SUBHEAD_FOLLOWED_BY and _is_head(line, _SUBHEAD_WORDS):
        return "subhead"
    return "paragraph"


def _is_head(line: str, words: int) -> bool:
    """A headline or sub-head: short, one line, a capital first, no sentence's end."""
    if "\n" in line or len(line.split()) > words:
        return False
    first = line.lstrip("\"'“‘„«(")[:1]
    ends = _SENTENCE_END.search(line) is not None and not line.endswith(("?", "!"))
    return not ends and (first.isupper() or first.isdigit())
