"""Which paragraph of a plain text is its headline, a sub-head, a byline, an item of a list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from reader.article.boilerplate import is_boilerplate, set_aside
from reader.article.model import Block, BlockKind
from reader.article.paragraphs import ITEM, Span
from reader.late import late

TOP = 6
"""Blocks that can be headline, byline or date line by their place; from there on it decides nothing."""
_BYLINE_AMONG = 3
_HEADLINE_WORDS, _SUBHEAD_WORDS = 24, 12
_LONGEST_HEAD, _LONGEST_SIGNED = 300, 160  # characters
_OPENING = 10  # characters that tell whether a line can be a byline
_SUBHEAD_FOLLOWED_BY = 90  # a sub-head has a real paragraph after it
_ENDS_SENTENCE, _CLOSES = tuple(".!?:;,…"), "'\"”’)"
_OPENS_BYLINE = ("by ", "from ", "published", "posted", "updated")
_BYLINE = late(
    r"(?:(?:by|from) (?-i:[A-ZÀ-Þ])[^\d.!?]{2,60}(?:[,|•·–—].{0,60}|\d{1,2} \w{3,9} \d{4})?|(?:published|posted|updated)(?: on)?:? .{0,40}\d{4}.{0,20})$",
    re.I,
)
_ENDS = tuple(mark + close for mark in ".!?" for close in ("", '"', "”", "’"))
_MAY_SIGN = frozenset({"paragraph", "subhead"})
_MAY_BE_SIGNED = late(r"(?=.*?(?:\d|:|\bby ))(?:.*[^.!?'\"”’]|.*\b[ap]\.m\.)", re.I)


def blocks_in(text: str, spans: Iterable[Span], title: str | None, first: int = 0) -> Iterator[Block]:
    """The blocks that paragraphs are, each as soon as the few after it that bear on it are seen.

    Args:
        title: the title, where it is known: then a first line that says something else is no headline.
        first: how many paragraphs stand before these; all from ``TOP`` on come to the same.
    """
    return set_aside(text, _kinds(text, spans, title, first))


def told_apart(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Bylines, captions and boilerplate told from the rest, in blocks whose other kinds are known."""
    above, first = _Above(), []
    for at, block in enumerate(blocks[:TOP]):
        is_above = above.holds(text, block.start, block.end)
        signs = is_above and block.kind in _MAY_SIGN and _signs(text, text[block.start : block.end], at)
        first.append(replace(block, kind="byline", level=0) if signs else block)
    return tuple(set_aside(text, first + blocks[TOP:]))


class _Above:
    """What stands above a text: lines, and one sentence that sums it up.

    Args:
        first: how many blocks have gone before.
    """

    def __init__(self, first: int = 0) -> None:
        self._left, self._sentences = TOP - first, 1

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the next block still belongs to it."""
        if self._left <= 0:
            return False
        self._left -= 1
        self._sentences -= text.endswith(_ENDS, start, end)
        if end - start > _LONGEST_HEAD or self._sentences < 0:
            self._left = 0
            return False
        return True


def _signs(text: str, line: str, at: int) -> bool:
    """Whether a short line above the text, at its place among the blocks, says by whom or when it was written."""
    if at < _BYLINE_AMONG and _is_byline(line):
        return True
    if (
        len(line) > _LONGEST_SIGNED or _MAY_BE_SIGNED.fullmatch(line) is None
    ):  # told fast, for nearly all lines
        return False
    from reader.article.signed import author, is_dated, is_one_of_many

    is_day = is_dated(line) and not is_one_of_many(line, text) and not is_boilerplate(line)
    return is_day or author(line) is not None


def _is_byline(line: str) -> bool:
    if len(line) > _LONGEST_HEAD or not line[:_OPENING].lower().startswith(_OPENS_BYLINE):
        return False
    if line.endswith(_ENDS) and not line.endswith((".m.", "Jr.", "Sr.")):
        return False  # "By March, 40 shops had closed."
    return len(line.split()) <= 14 and _BYLINE.match(line) is not None


def _kinds(text: str, spans: Iterable[Span], title: str | None, first: int) -> Iterator[Block]:
    above = _Above(first)
    for at, ((start, end), after) in enumerate(pairwise(chain(spans, [(0, 0)])), first):
        kind: BlockKind = "paragraph"
        if ITEM.match(text, start, end):
            kind = "listitem"
        elif end - start <= _LONGEST_HEAD:
            kind = _kind_of_line(text[start:end], at, after[1] - after[0])
        if above.holds(text, start, end) and at and kind in _MAY_SIGN and _signs(text, text[start:end], at):
            kind = "byline"
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
    if at == 0 and _is_byline(line):
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
