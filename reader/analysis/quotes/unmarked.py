"""All that a page reports without marks. The search looks at every token, so it goes over arrays."""

from functools import cache

import numpy as np
from spacy.strings import get_string_id

from reader.analysis.quotes import according, reported
from reader.analysis.quotes.content import Content
from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.page import Page


def unmarked(page: Page) -> list[Content]:
    """What the cues of a page report: by verbs, by nouns, by phrases, each in text order."""
    found = [content for at in _verbs(page) for content in reported.by_verb(page, page.doc[at])]
    found += [content for at in _nouns(page) for content in reported.by_noun(page, page.doc[at])]
    found += [
        content
        for at in _at(page, tuple(cues().views), "NOUN")
        for content in according.by_view(page, page.doc[at])
    ]
    found += [content for at in _phrases(page) for content in according.by_phrase(page, at)]
    return found


def _verbs(page: Page) -> list[int]:
    return _at(page, (*cues().verbs, *cues().lemmas), "VERB")


def _nouns(page: Page) -> list[int]:
    return _at(page, tuple(cues().nouns), "NOUN")


def _phrases(page: Page) -> list[int]:
    return _at(page, (*cues().sources, "accord"), None)


def _at(page: Page, lemmas: tuple[str, ...], pos: str | None) -> list[int]:
    """The tokens outside marks that have one of these lemmas."""
    mask = np.isin(page.columns[:, 1], _ids(lemmas))
    if pos is not None:
        mask &= page.columns[:, 2] == page.doc.vocab.strings[pos]
    return [at for at in np.flatnonzero(mask).tolist() if not page.marked[at]]


@cache
def _ids(words: tuple[str, ...]) -> np.ndarray:
    """The numbers by which spaCy knows these words, the same in every vocabulary."""
    return np.array([get_string_id(word) for word in words], dtype=np.uint64)
