"""Where the things of a briefing come from: the paragraph of the text, the person's hand, the program."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reader import __version__
from reader.article import Article
from reader.article.model import HEADINGS, SET_ASIDE

Notes = tuple[dict[str, Any], ...]
_UNNUMBERED = SET_ASIDE | HEADINGS | {"byline"}
BY_HAND = "corrected by hand"


class Paragraphs:
    """The paragraphs of an article, counted from 1; headline, sub-heads and what is set aside have no number."""

    def __init__(self, article: Article) -> None:
        self._starts = [block.start for block in article.blocks if block.kind not in _UNNUMBERED]
        self._numbered = {
            block.start: block.kind not in _UNNUMBERED
            for block in article.blocks
            if block.kind not in SET_ASIDE
        }
        self._all = sorted(self._numbered)
        self._pages = {block.start: block.page for block in article.blocks if block.page}

    def label(self, offset: int) -> str:
        """ "¶ 4" for what stands in the fourth paragraph, "p. 2, ¶ 4" where pages are known, "heading" above and between them, "" where nobody can say."""
        at = bisect_right(self._all, offset) - 1
        if at < 0:
            return ""
        if not self._numbered[self._all[at]]:
            return "heading"
        page = self._pages.get(self._all[at])
        return (f"p. {page}, " if page else "") + f"¶ {bisect_right(self._starts, offset)}"


class ByHand:
    """What a person corrected, as the ``notes`` of an export tell it."""

    def __init__(self, notes: Notes) -> None:
        self._made = [note for note in notes if note["kind"] == "correction"]

    def changed(self, change: str, start: int, end: int) -> bool:
        """Whether this about the item there is the person's word."""
        return any(
            note["change"] == change and note["start"] < end and start < note["end"] for note in self._made
        )

    def count(self, change: str) -> int:
        """How often this was changed."""
        return sum(note["change"] == change for note in self._made)

    @property
    def summary(self) -> str:
        """What was corrected, in a line; nothing where nothing was."""
        counts = Counter(note["change"] for note in self._made)
        words = {"speaker": "speaker", "dropped": "number left out", "date": "date"}
        plural = {"speaker": "speakers", "dropped": "numbers left out", "date": "dates"}
        return ", ".join(
            f"{counts[change]} {words[change] if counts[change] == 1 else plural[change]}"
            for change in words
            if counts[change]
        )


def written(notes: Notes, paragraphs: Paragraphs) -> Sequence[tuple[str, str]]:
    """The person's own notes: the passage with its place, and what was written about it."""
    return [(_passage(note, paragraphs), note["note"]) for note in notes if note["kind"] == "note"]


def _passage(note: Mapping[str, Any], paragraphs: Paragraphs) -> str:
    place = paragraphs.label(note["start"])
    return f"{note['text']} ({place})" if place else note["text"]


def made_with(made: date) -> str:
    """What made the briefing, when, and what that means for whoever relies on it."""
    return f"by reader {__version__} on {made.isoformat()}; found by rules, not read by a person: check before use"
