"""The words of a sentence that say what is told in it."""

import re

from reader.analysis.model import Reading, Span
from reader.article import Article
from reader.story.within import within
from reader.story.words import stems

_BACK = 300
_PRONOUN = re.compile(r"\W*(?:It|They|He|She|This|These|Its|Their)\b")
_REST = re.compile(r"(?:[^\n.!?]*[^\n.!?\s”\"])?\s*$|$")  # of a sentence that has not ended


class Wording:
    """The stems of an article's sentences, without the words that name a day or say who says so."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text = article.model_text
        aside = [(entry.start, entry.end) for entry in reading.timeline]
        for quote in reading.quotes:
            aside += [(each.start, each.end) for each in (quote.cue, quote.mention) if each]
        self._aside = sorted(aside)

    def of(self, span: Span) -> frozenset[str]:
        """The stems of a sentence; of the one before it too, where a pronoun begins it."""
        span = self._whole(span)
        if _PRONOUN.match(self._text, span.start, span.end):
            span = Span(self._begin(self._stop(span.start)), span.end)
        parts, at = [], span.start
        for start, end in within(self._aside, span):
            parts.append(self._text[at:start])
            at = max(at, end)
        return stems(" ".join([*parts, self._text[at : span.end]]))

    def _whole(self, span: Span) -> Span:
        """With its beginning, where the model has one begin in the midst of a line."""
        return Span(self._begin(span.start), span.end)

    def _stop(self, at: int) -> int:
        """Where the sentence before has its full stop; nowhere where a paragraph begins."""
        lead = self._text[max(0, at - _BACK) : at]
        before = lead.rstrip(" ")
        return at if before.endswith("\n") else at - len(lead) + len(before) - 1

    def _begin(self, at: int) -> int:
        """Where the sentence begins of which something ends there."""
        found = _REST.search(self._text, max(0, at - _BACK), max(0, at))
        return found.start() if found else at
