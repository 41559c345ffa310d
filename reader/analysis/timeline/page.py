"""A parsed text with what is asked of it again and again worked out once."""

import re
from bisect import bisect_right

import numpy as np
from spacy.tokens import Doc, Span, Token

from reader.analysis.text import text_of
from reader.analysis.timeline.meaning import Expression
from reader.article.model import Block

_ENDED = re.compile(r"\)?\s*(?:[—–:-]|$)")
_HEAD = 6  # bylines stand among the first blocks


class Page:
    """A Doc with its text and sentences, which spaCy would look for from the start each time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self._starts: list[int] = np.flatnonzero(doc.to_array(["SENT_START"]) == 1).tolist() or _lines(doc)

    def sentence(self, token: Token) -> Span:
        """The sentence a word stands in."""
        which = bisect_right(self._starts, token.i)
        start = self._starts[which - 1] if which else 0
        end = self._starts[which] if which < len(self._starts) else len(self.doc)
        return self.doc[start:end]

    def sentence_before(self, token: Token) -> Span:
        """The sentence before the one a word stands in, or that one where it is the first."""
        start = self.sentence(token).start
        return self.sentence(self.doc[start - 1]) if start else self.sentence(token)

    def span(self, expression: Expression) -> Span:
        """The words of the parse an expression covers, or touches where the two cut words differently."""
        span = self.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no words at {expression.start}:{expression.end}")
        return span

    def words(self, expression: Expression) -> str:
        """The text of an expression."""
        return self.text[expression.start : expression.end]

    def says_when_written(self, expression: Expression) -> bool:
        """Whether it stands in a byline or a dateline, which say when the text was written: no event."""
        article = self.doc._.article
        if article is None:
            return False
        if article.dateline and expression.end <= article.dateline[1]:
            return True
        head = article.blocks[:_HEAD]
        block = next((block for block in head if block.start <= expression.start < block.end), None)
        return block is not None and (block.kind == "byline" or self._opens(block, expression))

    def _opens(self, block: Block, expression: Expression) -> bool:
        """ "LEEDS, 12 March 2026 —": a place in capitals, the day, and a dash or nothing more."""
        before, after = self.text[block.start : expression.start], self.text[expression.end : block.end]
        return before.isupper() and before.rstrip().endswith((",", "(")) and _ENDED.match(after) is not None


def _lines(doc: Doc) -> list[int]:
    """Where lines start, for a text whose sentences nobody has told apart."""
    return [0, *(token.i + 1 for token in doc if "\n" in token.text)]
