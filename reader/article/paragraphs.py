"""Where the paragraphs of a plain text are: blank lines part them, and line breaks that are no wrap.

A long text passes here before it is painted, so nothing looks at a character twice: patterns match
at a position in the text, and no piece of it is cut out to be looked at.
"""

import re
from collections.abc import Iterator

ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)]) +\S")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*+\n)++")
_NEXT_WORD = re.compile(r"\s*(\S{1,200})")
_WRAP = range(40, 121)  # widths at which people and programs wrap lines, in characters
_FILLED = 0.75  # of the width: "$350 million" is often kept together
_AMOUNT = re.compile(r"\s*+[(\"“]?+(?:[A-Z]{1,3}\$|[$£€¥₹])?+\d")
_ENDS_SENTENCE = (".", "!", "?", ".”", '."')

Span = tuple[int, int]


def paragraphs(text: str, start: int, width: int) -> Iterator[Span]:
    """Spans of the paragraphs, without the white space around them.

    Args:
        start: where to begin: 0 or a :func:`paragraph_start`.
        width: the :func:`wrap_width` of the text.
    """
    at = start
    for blank in _BLANK_LINES.finditer(text, start):
        yield from _in_group(text, at, blank.start(), width)
        at = blank.end()
    yield from _in_group(text, at, len(text), width)


def paragraph_start(text: str, offset: int, width: int) -> int:
    """The first place at or after the line of ``offset`` where a paragraph begins whatever stands before it.

    The length of the text when no other does.
    """
    line = text.rfind("\n", 0, offset) + 1
    while (cut := text.find("\n", line)) >= 0:
        if blank := _BLANK_LINES.match(text, cut):
            return blank.end()
        if not _is_wrap(text, line, cut, width):
            return cut + 1
        line = cut + 1
    return len(text)


def wrap_width(text: str) -> int:
    """The width at which the text is hard-wrapped, 0 if it is not: few lines may be longer."""
    lengths = sorted(len(line) for line in text.split("\n") if line and not line.isspace())
    if len(lengths) < 3:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    full = sum(length > 0.7 * width for length in lengths)
    return width if width in _WRAP and full >= 0.4 * len(lengths) else 0


def _in_group(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """The paragraphs between two blank lines."""
    at = line = start
    while (cut := text.find("\n", line, end)) >= 0:
        if _begins_indented(text, at, line, cut) or not _is_wrap(text, line, cut, width):
            yield from _trimmed(text, at, cut)
            at = cut + 1
        line = cut + 1
    yield from _trimmed(text, at, end)


def _begins_indented(text: str, at: int, line: int, cut: int) -> bool:
    """Whether the next line is set in, as the first of a paragraph; the later lines of a list item are too."""
    if not text.startswith("  ", cut + 1) or text.startswith("  ", line):
        return False
    return ITEM.match(text, at) is None


def _is_wrap(text: str, line: int, cut: int, width: int) -> bool:
    """Whether the line break at ``cut`` only wraps a line: its next word would not have fitted."""
    following = _NEXT_WORD.match(text, cut)
    if following is None or ITEM.match(text, following.start(1)):
        return False
    word = following[1]
    if word[0].islower() and text[cut - 1] not in ".!?":
        return True
    fits = not width or cut - line + 1 + len(word) <= width
    return not fits or (_FILLED * width < cut - line <= width and _goes_on(text, cut, _FILLED * width))


def _goes_on(text: str, cut: int, filled: float) -> bool:
    """Whether a line in which no sentence ends goes on after a comma, or with an amount.

    An amount in a line that is neither filled nor a sentence's end, such as a day below a headline, is none.
    """
    if text[cut - 1] == ",":
        return True
    if not text[cut - 1].islower() or _AMOUNT.match(text, cut) is None:
        return False
    end = text.find("\n", cut + 1)
    end = len(text) if end < 0 else end
    return end - cut > filled or text.endswith(_ENDS_SENTENCE, cut, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space around it; none when it holds nothing else."""
    inside = text[start:end].lstrip()
    start = end - len(inside)
    if inside:
        yield start, start + len(inside.rstrip())
