"""The words of a sentence that say what is told in it."""

import re

from reader.analysis.model import Reading, Span
from reader.article import Article
from reader.story.within import within
from reader.story.words import stems

_BACK = 300
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
        """The stems of a sentence."""
        span = self._whole(span)
        parts, at = [], span.start
        for start, end in within(self._aside, span):
            parts.append(self._text[at:start])
            at = max(at, end)
        return stems(" ".join([*parts, self._text[at : span.end]]))

    def _whole(self, span: Span) -> Span:
        """With its beginning, where the model has one begin in the midst of a line."""
        before = self._text[max(0, span.start - _BACK) : span.start]
        return Span(span.start - len(_REST.search(before)[0]), span.end)  # type: ignore[index]
