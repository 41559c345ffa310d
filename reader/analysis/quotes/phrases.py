"""Phrases that name a source: "according to the ministry", "in the words of the judge"."""

from spacy.tokens import Token

from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.cues import cues
from reader.analysis.syntax.doers import head_of
from reader.analysis.syntax.view import Syntax


def phrase_end(page: Syntax, at: int) -> int | None:
    """The token after the source phrase that begins at ``at``, if one does."""
    phrases = cues().sources.get(page.word(at).lower())
    if phrases is None:
        return None
    beyond = min(at + max(map(len, phrases)), len(page.doc) - 1)  # something has to follow
    said = tuple(page.word(number).lower() for number in range(at, beyond))
    return next((at + len(words) for words in phrases if said[: len(words)] == words), None)


def source_of(page: Syntax, start: int, end: int) -> Token | None:
    """The head of the noun phrase that the phrase ``start:end`` governs."""
    for child in page.doc[end - 1].children:
        if rel.is_prepositions_object(child) and not page.marked[child.i]:
            return child
    token = head_of(page, page.doc[end], page.paragraph_of(start).hi)
    return token if token is not None and not page.marked[token.i] else None
