"""What is reported without marks, or with only some of it in marks: the content of a cue."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.quotes.attribution import Attribution
from reader.analysis.quotes.page import Page

_TRIM = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "!", "?", "―", "where", "which", "and", "but"})

_CLOSING = frozenset({'"', "”", "»", "’", "'", "''"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token span of what is reported, and its attribution."""

    lo: int
    hi: int
    attribution: Attribution


def trimmed(page: Page, lo: int, hi: int, attribution: Attribution) -> Iterator[Content]:
    """The content without the punctuation and the joining words at its ends, if anything is left."""
    doc = page.doc
    while lo < hi and (doc[lo].lower_ in _TRIM or doc[lo].is_space):
        lo += 1
    while hi > lo and (doc[hi - 1].lower_ in _TRIM or doc[hi - 1].is_space):
        hi -= 1
    if lo < hi < len(doc) and page.marked[hi - 1] and page.marked[hi] and page.word(hi) in _CLOSING:
        hi += 1  # the mark that closes what was opened inside
    if lo < hi:
        yield Content(lo, hi, attribution)
