"""The paragraphs of a Doc, and the component that keeps a sentence from running over two of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions
from reader.analysis.text import text_of

extensions.register()

LONGEST = 300
"""Words without a full stop: no sentence is as long; it is parted after a comma."""
LONGEST_PARSED = 1000
"""Words that the parser may take for one sentence, whatever stops stand in it."""
_ENDS = frozenset({".", "!", "?", "…"})
_PAUSES = frozenset({",", ";", ":", "-", "–", "—"})


def paragraphs(doc: Doc) -> list[tuple[int, int]]:
    """Code point spans of the paragraphs: the article's blocks where they are known, else lines."""
    article = doc._.article
    if article is not None and article.blocks:
        return [(block.start, block.end) for block in article.blocks]
    return [match.span() for match in re.finditer(r"\S[^\n]*", text_of(doc))]


def _sentence_starts(doc: Doc) -> Iterator[int]:
    """Offsets where a sentence begins whatever the parser thinks: block starts, and after a dateline."""
    yield from (start for start, _ in paragraphs(doc))
    if doc._.article is not None and doc._.article.dateline:
        yield doc._.article.dateline[1]


def _part_at_length(doc: Doc, begins: Any) -> None:
    """Start a sentence within what is too long to be one, so that what is asked of a parse stays within bounds."""
    starts = [*(begins == 1).nonzero()[0].tolist(), len(doc)]
    for lo, hi in pairwise(dict.fromkeys((0, *starts))):
        if hi - lo > LONGEST:
            begins[list(_cuts([token.text for token in doc[lo:hi]], lo))] = 1


def _cuts(words: list[str], first: int) -> Iterator[int]:
    """Where the words of a paragraph are parted: at a comma where no sentence ends, at an end where the parser may see none."""
    sentence = parsed = comma = 0
    for at in range(1, len(words)):
        before = words[at - 1]
        if before in _ENDS:
            sentence = at
            if at - parsed > LONGEST_PARSED:
                yield first + at
                parsed = at
        elif before in _PAUSES:
            comma = at
        if at - max(sentence, parsed) > LONGEST:
            sentence = parsed = comma if comma > max(sentence, parsed) else at
            yield first + parsed


@Language.component("article_blocks", assigns=["token.is_sent_start"])
def article_blocks(doc: Doc) -> Doc:
    """Start a sentence at each paragraph; runs before the parser, which respects it.

    Raises:
        ValueError: the Doc is parsed already.
    """
    if len(doc) and doc.has_annotation("DEP"):
        raise ValueError("article_blocks has to run before the parser; add it with before='parser'")
    offsets: list[int] = doc.to_array("IDX").tolist()
    begins: Any = doc.to_array("SENT_START")
    at = 0
    for start in sorted(_sentence_starts(doc)):
        at = bisect_left(offsets, start, at)
        while at < len(offsets) and doc[at].is_space:
            at += 1
        begins[at : at + 1] = 1
    _part_at_length(doc, begins)
    # All at once: for each token that is told, spaCy looks through the whole Doc for a parse.
    doc.from_array(["SENT_START"], begins)
    return doc
