"""Text -> rows: where each row starts when the text is set at a width of so many terminal cells.

A row reaches to the start of the next, so every character is in exactly one row. The blanks it
ends in hang: they count for nothing and are not drawn.
"""

import re
from functools import lru_cache

from rich.cells import split_graphemes

from reader.article.sanitise import display

_BLANKS = " \n\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"  # no-break ones are not here
_DASHES = "—–"
# Characters one cell wide, of which most news is made; any other takes the slower way.
_NOT_NARROW = re.compile(
    r"[^ -~\n\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
_NO_ROW_STARTS = frozenset("、。，．・：；？！」』）】〉》〕］｝”’%ー…,.;:?!)")
_NO_ROW_ENDS = frozenset("「『（【〈《〔［｛“‘(")
_HANGUL = range(0xAC00, 0xD7A4)


def wrap(text: str, width: int) -> list[int]:
    """Where the rows of ``text`` start, the first at 0, none wider than ``width`` cells.

    Rows break at blanks, behind dashes and hyphens, between ideographs, and inside a word only
    when it is longer than a row; a character and what combines with it stay together. Line
    breaks count as blanks.
    """
    width = max(1, width)
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_cells(text, width)


def shown(text: str) -> str:
    """``text`` as a row shows it, code point for code point: harmless, and without line breaks."""
    return display(text).replace("\n", " ")


def is_narrow(text: str) -> bool:
    """Whether every character is known to be one cell wide."""
    return not _NOT_NARROW.search(text)


@lru_cache(maxsize=8)
def _row_pattern(width: int) -> re.Pattern[str]:
    """At most ``width`` characters up to where a row may end, with the blanks that hang there."""
    end = rf"[{_BLANKS}]+|\Z|(?<=[{_BLANKS}])|(?<=\w-)(?=\w)|(?<=[{_DASHES}])(?=\w)"
    return re.compile(rf"[\s\S]{{1,{width}}}(?:{end})")


def _wrap_narrow(text: str, width: int) -> list[int]:
    match = _row_pattern(width).match
    starts, at, length = [0], 0, len(text)
    while length - at > width:
        row = match(text, at)
        at = row.end() if row else at + width
        if at < length:
            starts.append(at)
    return starts


def _wrap_cells(text: str, width: int) -> list[int]:
    """As above for any text: ``filled`` cells of the row are taken, ``since`` of them after ``cut``."""
    starts, cut, filled, since, before = [0], 0, 0, 0, ""
    for start, _, cells in split_graphemes(shown(text))[0]:
        first = text[start]
        if first in _BLANKS:
            cut, filled, since = start + 1, filled + max(cells, 1), 0
            before = ""
            continue
        if _may_part(before, first):
            cut, since = start, 0
        while filled + cells > width and start > starts[-1]:
            whole = cut > starts[-1]
            starts.append(cut if whole else start)
            filled, since = (since if whole else 0), 0
        filled, since, before = filled + cells, since + cells, before[-1:] + first
    return starts


def _may_part(before: str, first: str) -> bool:
    """Whether a row may end behind ``before``, up to two characters, and the next begin with ``first``."""
    last = before[-1:]
    if not last or last in _NO_ROW_ENDS or first in _NO_ROW_STARTS:
        return False
    if last in _DASHES:
        return first.isalnum()
    if last == "-":
        return first.isalnum() and before[0].isalnum()
    return _breaks_freely(first) or _breaks_freely(last)


def _breaks_freely(character: str) -> bool:
    """Whether rows may part on either side of it: ideographs, kana, emoji; not Hangul."""
    code = ord(character)
    return code >= 0x2E80 and code not in _HANGUL and not 0xFB00 <= code <= 0xFE2F and code != 0xFFFD
