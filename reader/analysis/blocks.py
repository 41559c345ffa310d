"""The paragraphs of a Doc, and the component that keeps a sentence from running over two of them."""

import re
from collections.abc import Iterator

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
    """Start a sentence at each paragraph; runs before the parser, which respects it."""
    starts = iter(sorted(_sentence_starts(doc)))
    due = next(starts, None)
    for token in doc:
        if due is None:
            break
        if token.idx >= due and not token.is_space:
            token.is_sent_start = True
            while due is not None and due <= token.idx:
                due = next(starts, None)
    return doc
