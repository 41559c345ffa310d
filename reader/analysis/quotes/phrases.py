"""Phrases that name a source: "according to the ministry", "in the words of the judge"."""

from spacy.tokens import Token

from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.page import Page
from reader.analysis.quotes.subjects import head_of


def phrase_end(page: Page, at: int) -> int | None:
    """The token after the source phrase that begins at ``at``, if one does."""
    doc = page.doc
    for words in cues().sources.get(page.word(at).lower(), ()):
        end = at + len(words)
        if end < len(doc) and all(page.word(at + k).lower() == words[k] for k in range(1, len(words))):
            return end
    return None


def source_of(page: Page, start: int, end: int) -> Token | None:
    """The head of the noun phrase that the phrase ``start:end`` governs."""
    for child in page.doc[end - 1].children:
        if child.dep_ == "pobj" and not page.marked[child.i]:
            return child
    token = head_of(page, page.doc[end], page.paragraph_of(start).hi)
    return token if token is not None and not page.marked[token.i] else None
