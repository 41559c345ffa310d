"""Plain text -> blocks: paragraphs from hard-wrapped and from blank-line text, headline, sub-heads, dateline."""

import re
from collections.abc import Iterator

from reader.article.boilerplate import set_aside
from reader.article.model import Block, BlockKind

_GROUP = re.compile(r"[^\s](?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
_WRAP = range(40, 121)  # widths at which people and programs wrap lines, in characters
_HEADLINE_WORDS, _SUBHEAD_WORDS = 24, 12
_SENTENCE_END = re.compile(r"[.!?:;,…]['\"”’)]*$")
_BYLINE = re.compile(
    r"(?:(?:by|from) [A-Z][^\d.!?]{2,60}(?:,.{0,60})?|(?:published|posted|updated)(?: on)?:? .{0,40}\d{4}.{0,20})$",
    re.I,
)
_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)]) +\S")
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:de |la |el |the |of )?[A-ZÀ-Þ][\w.'’-]+){0,3}"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:, {_PLACE})?|{_PLACE}(?:, {_PLACE})?(?=,? (?:\(|[A-Z][a-z]{{2,8}}\.? \d|[-–—]{{1,2}} )))"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?| \d{1,2} [A-Z][a-z]{2,8})?,?"
    r"(?: ?\([A-Za-z/ .]{2,30}\))? ?(?:[-–—_]{1,2}|:) +(?=\S)"
)
# "Berlin The ruling ...": a place with nothing but a space between it and the sentence.
_BARE_DATELINE = re.compile(
    r"(?!(?:When|If|As|Is|But|And|Or|For|While|Because|Since|So|Yet|Like|Unlike|Than|That|With|Not|Only)\b)"
    r"[A-ZÀ-Þ][a-zß-ÿ]{3,14}(?: (?=The|A|An|This|These|It|He|She|They|After|On|In|At)(?:The|A|An|This|These|It|He|She"
    r"|They|After|On|In|At) (?=[a-zß-ÿ]))"
)


def blocks_of(text: str, *, titled: bool = False) -> tuple[Block, ...]:
    """The blocks of a plain text.

    Args:
        titled: the title is known from elsewhere, so the first line is no headline.
    """
    blocks = list(_kinds(text, list(_paragraphs(text)), titled))
    return tuple(set_aside(text, blocks))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: groups between blank lines, parted where a line break is no wrap."""
    groups = [match.span() for match in _GROUP.finditer(text)]
    width = _wrap_width(text)
    for start, end in groups:
        at = start
        for match in re.finditer(r"\n", text[start:end]):
            cut = start + match.start()
            if not _wrapped(text, at, cut, end, width):
                yield at, _rstrip(text, at, cut)
                at = _lstrip(text, cut, end)
        if at < end:
            yield at, _rstrip(text, at, end)


def _wrap_width(text: str) -> int:
    """The width at which the text is hard-wrapped, 0 if it is not: few lines may be longer."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    if len(lengths) < 3:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    full = sum(length > 0.7 * width for length in lengths)
    return width if width in _WRAP and full >= 0.4 * len(lengths) else 0


def _wrapped(text: str, start: int, cut: int, end: int, width: int) -> bool:
    """Whether the line break at ``cut`` only wraps a line: its next word would not have fitted."""
    following = re.match(r"\s*(\S+)", text[cut:end])
    if following is None or _ITEM.match(text[cut:end].lstrip()):
        return False
    if following[1][0].islower() and text[cut - 1] not in ".!?":
        return True
    line = text.rfind("\n", start, cut)
    length = cut - max(start, line + 1)
    return bool(width) and length + 1 + len(following[1]) > width


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _lstrip(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def _kinds(text: str, spans: list[tuple[int, int]], titled: bool) -> Iterator[Block]:
    for at, (start, end) in enumerate(spans):
        line = text[start:end]
        last = at == len(spans) - 1
        kind: BlockKind = "paragraph"
        if at == 0 and not titled and not last and _is_head(line, _HEADLINE_WORDS):
            kind = "headline"
        elif at in (0, 1, 2) and len(line.split()) <= 14 and _BYLINE.match(line):
            kind = "byline"
        elif _ITEM.match(line):
            kind = "listitem"
        elif at and not last and _is_head(line, _SUBHEAD_WORDS) and len(text[slice(*spans[at + 1])]) > 90:
            kind = "subhead"
        yield Block(kind, start, end, 1 if kind in {"subhead", "listitem"} else 0)


def _is_head(line: str, words: int) -> bool:
    """A headline or sub-head: short, one line, a capital first, no sentence's end."""
    ends = _SENTENCE_END.search(line)
    question = line.endswith(("?", "!"))
    first = line.lstrip("\"'“‘„«(")[:1]
    return (
        "\n" not in line
        and len(line.split()) <= words
        and (ends is None or question)
        and (first.isupper() or first.isdigit())
    )


def dateline_of(text: str, blocks: tuple[Block, ...]) -> tuple[int, int] | None:
    """Span of the dateline that opens the first paragraph ("BERLIN, Jan 7 - ", "Berlin "), if any."""
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return None
    opening = text[first.start : min(first.end, first.start + 120)]
    if match := _DATELINE.match(opening):
        return first.start, first.start + match.end()
    if match := _BARE_DATELINE.match(opening):
        return first.start, first.start + match.group().index(" ") + 1
    return None
