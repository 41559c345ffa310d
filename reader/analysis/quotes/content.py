"""What is reported without marks, or with only some of it in marks: the content of a cue."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.quotes.attribution import Attribution
from reader.analysis.reports import Reason
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.view import Syntax

_TRIM = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "!", "?", "―", "where", "which", "and", "but"})
_CLOSING = frozenset({'"', "”", "»", "’", "'", "''"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token span of what is reported, its attribution, and why it is none, if it is turned down."""

    lo: int
    hi: int
    attribution: Attribution
    turned_down: Reason | None = None


def trimmed(
    page: Syntax, lo: int, hi: int, attribution: Attribution, turned_down: Reason | None = None
) -> Iterator[Content]:
    """The content without the punctuation and the joining words at its ends, if anything is left."""
    while lo < hi and _is_trimmed(page.word(lo)):
        lo += 1
    if lo + 1 < hi and page.word(lo + 1) == "that" and rel.is_adverbial(page.doc[lo]):
        lo += 1  # "said only that ..."
    while hi > lo and _is_trimmed(page.word(hi - 1)):
        hi -= 1
    if lo < hi:
        yield Content(lo, _closed(page, hi), attribution, turned_down)


def _closed(page: Syntax, hi: int) -> int:
    """The end with the mark that closes what was opened before it, and the comma before that mark."""
    end = hi
    while _goes_on_in_marks(page, end) and _is_trimmed(page.word(end)):
        end += 1
    return end + 1 if _goes_on_in_marks(page, end) and page.word(end) in _CLOSING else hi


def _goes_on_in_marks(page: Syntax, end: int) -> bool:
    """Whether the token at ``end`` and the one before it stand inside marks."""
    return end < len(page.doc) and bool(page.marked[end - 1] and page.marked[end])


def _is_trimmed(word: str) -> bool:
    return word.lower() in _TRIM or word.isspace()
