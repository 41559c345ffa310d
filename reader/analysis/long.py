"""Long texts: the model reads them in pieces of whole paragraphs, the components the whole again.

The memory a model needs grows with what it is given at once: about a gigabyte for 100,000
characters. In pieces it stays flat, the reading can tell how far it is, and it can be given up.
No sentence runs over two paragraphs, so that the pieces are parsed as they would be in place; only
the few words on either side of a seam are seen without their neighbours in the other piece.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from reader.analysis.tokenising import doc_of
from reader.article import Article

PIECE = 20_000
"""Characters in a piece; a longer paragraph is cut where a sentence ends, or else at a space."""

# What the model says of a token; where sentences start follows from the heads.
_KEPT: list[int | str] = [
    "NORM",
    "LEMMA",
    "MORPH",
    "TAG",
    "POS",
    "DEP",
    "HEAD",
    "ENT_IOB",
    "ENT_TYPE",
    "ENT_ID",
    "ENT_KB_ID",
]
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=\S)")

Checkpoint = Callable[[float], None]
"""Told the share that is read, 0.0 to 1.0; what it raises gives the reading up."""


def is_long(article: Article) -> bool:
    """Whether an article is read in pieces."""
    return len(article.text) > PIECE


def read_in_pieces(nlp: Language, article: Article, left_out: tuple[str, ...], checkpoint: Checkpoint) -> Doc:
    """The article as one Doc with all that the model says of it.

    Args:
        left_out: names of the components that have to see the whole text.
        checkpoint: called after each piece.
    """
    whole = joined(nlp.vocab, _read(nlp, article, left_out, checkpoint))
    whole._.article, whole._.published = article, article.published
    return whole


def _read(
    nlp: Language, article: Article, left_out: tuple[str, ...], checkpoint: Checkpoint
) -> Iterator[Doc]:
    text = article.model_text
    for start, end in pieces(article):
        doc = doc_of(nlp, text[start:end])
        doc._.article = _part(article, start, end)
        doc._.published = article.published
        doc = nlp(doc, disable=left_out)
        yield doc
        checkpoint(end / len(text))


def joined(vocab: Vocab, docs: Iterable[Doc]) -> Doc:
    """The Docs of the pieces as one; their texts stand one after the other unchanged.

    ``Doc.from_docs`` does the same with all of them in memory at once, and takes twice as much.
    """
    words: list[str] = []
    spaces: list[bool] = []
    arrays = [numpy.empty((0, len(_KEPT)), dtype="uint64")]
    for doc in docs:
        words.extend(sys.intern(token.text) for token in doc)
        spaces.extend(bool(token.whitespace_) for token in doc)
        arrays.append(doc.to_array(_KEPT))
    whole = Doc(vocab, words=words, spaces=spaces)
    columns: Any = numpy.concatenate(arrays)
    arrays.clear()
    return whole.from_array(_KEPT, columns)


def pieces(article: Article, size: int = PIECE) -> list[tuple[int, int]]:
    """Spans of the pieces, which cover the text: as many whole paragraphs as fit in ``size``."""
    cuts, at = [0], 0
    text = article.text
    for start, end in zip(starts := _paragraph_starts(article), [*starts[1:], len(text)], strict=True):
        if end - at > size and start > at:
            cuts.append(at := start)
        while end - at > size:
            cuts.append(at := _cut(text, at, at + size))
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _paragraph_starts(article: Article) -> list[int]:
    if article.blocks:
        return [block.start for block in article.blocks]
    return [match.start() for match in re.finditer(r"(?m)^\S", article.text)] or [0]


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut a paragraph that does not fit: the last sentence end, else the last space."""
    half = (start + end) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, half, end)]
    if ends:
        return ends[-1]
    space = max(text.rfind(" ", half, end), text.rfind("\n", half, end))
    return space + 1 if space > 0 else end


def _part(article: Article, start: int, end: int) -> Article:
    """The article as the piece sees it: its text, and the blocks and dateline that lie in it."""
    blocks = tuple(
        replace(block, start=max(block.start, start) - start, end=min(block.end, end) - start)
        for block in article.blocks
        if block.start < end and block.end > start
    )
    dateline = article.dateline
    if dateline is not None:
        inside = start <= dateline[0] and dateline[1] <= end
        dateline = (dateline[0] - start, dateline[1] - start) if inside else None
    return replace(article, text=article.text[start:end], blocks=blocks, dateline=dateline)
