"""What is reported without marks, or with only some of it in marks: the content of a cue."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, of_phrase, of_word
from reader.analysis.quotes.cues import cues
from reader.analysis.quotes.page import Page
from reader.analysis.quotes.subjects import subject_after, subject_before

_TRIM = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "!", "?", "―", "where", "which", "and", "but"})
_CLAUSES = frozenset({"relcl", "ccomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token span of what is reported, and its attribution."""

    lo: int
    hi: int
    attribution: Attribution


def contents(page: Page) -> list[Content]:
    """What the cues of a page report, verbs first, each in text order."""
    found = [content for at in _verbs(page) for content in _of_verb(page, page.doc[at])]
    found += [content for at in _phrases(page) for content in _of_phrase(page, at)]
    return found


def _verbs(page: Page) -> list[int]:
    """Verbs outside marks whose lemma is in the lexicon; over arrays, for it looks at every token."""
    verb = page.doc.vocab.strings["VERB"]
    return _unmarked(page, _is_in(page, _ids(tuple(cues().verbs))) & (page.columns[:, 2] == verb))


def _phrases(page: Page) -> list[int]:
    """Where a source phrase may begin."""
    return _unmarked(page, _is_in(page, _ids((*cues().sources, "accord"))))


@cache
def _ids(words: tuple[str, ...]) -> np.ndarray:
    """The numbers by which spaCy knows these words, the same in every vocabulary."""
    return np.array([get_string_id(word) for word in words], dtype=np.uint64)


def _is_in(page: Page, lemmas: np.ndarray) -> np.ndarray:
    return np.isin(page.columns[:, 1], lemmas)


def _unmarked(page: Page, mask: np.ndarray) -> list[int]:
    return [at for at in np.flatnonzero(mask).tolist() if not page.marked[at]]


def _of_verb(page: Page, verb: Token) -> Iterator[Content]:
    """The clause that a verb takes: "said that ...", "..., he said"."""
    if not cues().takes(verb, "clause") and not cues().takes(verb, "quote"):
        return
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None:
        yield from _around(page, verb)
    elif not _spoils(page, clause, verb):
        follows = clause.i < verb.i
        source = (subject_after if follows else subject_before)(page, verb)
        lo, hi = clause.left_edge.i, clause.right_edge.i + 1
        if follows:
            hi = min(hi, verb.i if source is None or source.i > verb.i else source.left_edge.i)
        yield from _trimmed(page, lo, hi, of_word(verb, source))


def _spoils(page: Page, clause: Token, verb: Token) -> bool:
    """A clause that is no content: it is wholly in marks, or marked words part it from the verb."""
    lo, hi = clause.left_edge.i, clause.right_edge.i + 1
    while lo < clause.i and (page.doc[lo].dep_ == "mark" or page.doc[lo].is_punct):
        lo += 1
    if page.marked[clause.i] and all(page.marked[lo : clause.i]):
        return True
    return clause.i < verb.i and any(page.marked[hi : verb.i])


def _around(page: Page, verb: Token) -> Iterator[Content]:
    """ "The crane, he said, had failed": the clause that the cue interrupts or follows."""
    head = verb.head
    edge = next((child.left_edge.i for child in verb.lefts if not child.is_punct), verb.i)
    if verb.dep_ not in {"parataxis", "ccomp"} or head.i == verb.i or page.marked[head.i]:
        return
    if head.dep_ in {"ROOT", "conj", "ccomp"} and head.i < edge and page.doc[edge - 1].text == ",":
        yield from _trimmed(page, head.left_edge.i, edge, of_word(verb, subject_after(page, verb)))


def _of_phrase(page: Page, at: int) -> Iterator[Content]:
    """What a source phrase reports: the longer part of its clause, before or after it."""
    attribution = of_phrase(page, at)
    if attribution is None or attribution.cue is None or attribution.source is None:
        return
    start, end = attribution.cue[0], max(attribution.source.right_edge.i + 1, attribution.cue[1])
    first, last = _clause(page.doc[start])
    lo, hi = max((first, start), (end, last), key=lambda part: part[1] - part[0])
    other = next((k for k in range(lo, hi) if page.doc[k].lower_ == "according"), None)
    if other is None or lo == end:  # a second phrase of the clause has nothing left to report
        yield from _trimmed(page, lo, hi if other is None else other, attribution)


def _clause(word: Token) -> tuple[int, int]:
    """The clause a phrase belongs to: that of the verb it depends on, else its sentence."""
    sentence, verb = word.sent, word
    while verb.head.i != verb.i and (verb.i == word.i or verb.pos_ not in {"VERB", "AUX"}):
        verb = verb.head
    if verb.dep_ in _CLAUSES and verb.left_edge.i > sentence.start:
        return verb.left_edge.i, verb.right_edge.i + 1
    return sentence.start, sentence.end


def _trimmed(page: Page, lo: int, hi: int, attribution: Attribution) -> Iterator[Content]:
    """The content without the punctuation and the joining words at its ends, if anything is left."""
    doc = page.doc
    while lo < hi and (doc[lo].lower_ in _TRIM or doc[lo].is_space):
        lo += 1
    while hi > lo and (doc[hi - 1].lower_ in _TRIM or doc[hi - 1].is_space):
        hi -= 1
    if lo < hi:
        yield Content(lo, hi, attribution)
