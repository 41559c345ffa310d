"""The paragraphs of a Doc, and the component that keeps a sentence from running over two of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions
from reader.analysis.text import text_of

extensions.register()


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
    # All at once: for each token that is told, spaCy looks through the whole Doc for a parse.
    doc.from_array(["SENT_START"], begins)
    return doc
