"""Text that a program made of a page: numbers in brackets behind its links, and a list of the addresses at its end.

newsboat, lynx and others write articles like this: "said Tove Lind[1], a fellow …" and, at the end, "Links:" with
"[1]: https://…".
"""

import re
from typing import NamedTuple

from reader.article.model import Block, Run
from reader.article.webaddress import web_address
from reader.late import late

_HEAD = late(r"^(?:Links|References|Visible links|Footnotes):?[ \t]*\n(?:[ \t]*\n)*(?=[ \t]*\[?1[\].])", re.M)
_ENTRY = late(
    r"[ \t]*(?:\[(\d{1,4})\]:?|(\d{1,4})\.)[ \t]*(\S+)(?:[ \t]+\([\w, -]{1,30}\))?[ \t]*(?:\n(?:[ \t]*\n)*|\Z)"
)
_MARK = late(r"\[(\d{1,4})\]")
_ADDRESS = late(r"[a-z][a-z0-9+.-]{1,20}:\S|/\S|#", re.I)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST = 100_000  # characters at the end in which the list stands


class Taken(NamedTuple):
    """The text with raised numbers for the marks, their runs, and where its list of links begins."""

    text: str
    runs: tuple[Run, ...]
    list_from: int


def taken(text: str) -> Taken | None:
    """The text with its marks told from its words; None where it has no list of links at its end."""
    if "[1]" not in text and "\n1." not in text[-_MOST:]:
        return None
    heads = list(_HEAD.finditer(text, max(0, len(text) - _MOST)))
    head = heads[-1] if heads else None
    addresses = _addresses(text, head.end()) if head else {}
    if head is None or not addresses:
        return None
    parts: list[str] = []
    runs: list[Run] = []
    at = length = 0
    for mark in _MARK.finditer(text, 0, head.start()):
        if mark[1] not in addresses:
            continue
        raised = mark[1].translate(_RAISED)
        before = text[at : mark.start()]
        start = length + len(before)
        end = start + len(raised)
        runs.append(Run("mark", start, end))
        if address := web_address(addresses[mark[1]]):
            runs.append(Run("link", start, end, address))
        parts += [before, raised]
        at, length = mark.end(), end
    parts.append(text[at:])
    return Taken("".join(parts), tuple(runs), length + head.start() - at)


def set_apart(blocks: tuple[Block, ...], list_from: int) -> tuple[Block, ...]:
    """The blocks, those of the list of links as what is none of the text."""
    return tuple(
        block if block.start < list_from else Block("boilerplate", block.start, block.end) for block in blocks
    )


def _addresses(text: str, at: int) -> dict[str, str]:
    """The addresses of a list that reaches to the end of the text, by number; none where it does not."""
    found: dict[str, str] = {}
    while at < len(text):
        entry = _ENTRY.match(text, at)
        if entry is None or _ADDRESS.match(entry[3]) is None:
            return found if not text[at:].strip() else {}
        found[entry[1] or entry[2]] = entry[3]
        at = entry.end()
    return found
