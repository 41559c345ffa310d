"""A text by its paragraphs: most hold nothing of what a pattern is for, and a glance at the words tells so."""

import re
from collections.abc import Iterator

# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
BREAK = "¶"
_PARAGRAPH = re.compile(rf"[^{BREAK}]+")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, the breaks around it taken in: a pattern may ask for them."""
    for match in _PARAGRAPH.finditer(text):
        yield max(0, match.start() - 1), min(match.end() + 1, len(text))
