"""What is reported without marks, or with only some of it in marks: the content of a cue."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Token

from reader.analysis.quotes.attribution import Attribution, Attributor
from reader.analysis.quotes.page import Page
from reader.analysis.quotes.subjects import subject_after, subject_before

_TRIM = frozenset({",", ".", ":", ";", "-", "–", "—", "--", " ", "!", "?", "―"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token span of what is reported, and its attribution."""

    lo: int
    hi: int
    attribution: Attribution


class Contents:
    """Finds reported clauses over the parse."""

    def __init__(self, page: Page, attributor: Attributor) -> None:
        self.page, self.words = page, attributor.words
        self.attributor = attributor

    def find(self) -> Iterator[Content]:
        """The contents, in the order of their cues."""
        for at in self._candidates():
            yield from self._of_verb(self.page.doc[at])
        yield from self._of_phrases()

    def _candidates(self) -> list[int]:
        """Verbs outside marks whose lemma is in the lexicon; over arrays, for it looks at every token."""
        strings = self.page.doc.vocab.strings
        wanted = [strings[word] for word in self.words.verbs if word in strings]
        lemma, pos = self.page.columns[:, 1], self.page.columns[:, 2]
        hits = np.flatnonzero(np.isin(lemma, np.array(wanted, dtype=lemma.dtype)) & (pos == strings["VERB"]))
        return [at for at in hits.tolist() if not self.page.marked[at]]

    def _of_verb(self, verb: Token) -> Iterator[Content]:
        if not self.words.takes(verb, "clause") and not self.words.takes(verb, "quote"):
            return
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        if clause is None and verb.dep_ in {"parataxis", "ccomp"} and verb.head.i != verb.i:
            yield from self._around(verb)
            return
        if clause is None or self._spoils(clause, verb):
            return
        lo, hi = clause.left_edge.i, clause.right_edge.i + 1
        look = subject_after if clause.i < verb.i else subject_before
        source = look(self.page, verb)
        if clause.i < verb.i:
            hi = min(hi, verb.i if source is None or source.i > verb.i else source.left_edge.i)
        yield from self._content(lo, hi, verb, source)

    def _spoils(self, clause: Token, verb: Token) -> bool:
        """A clause that is no content: it is wholly in marks, or marked words part it from the verb."""
        marked, lo, hi = self.page.marked, clause.left_edge.i, clause.right_edge.i + 1
        while lo < clause.i and (self.page.doc[lo].dep_ == "mark" or self.page.doc[lo].is_punct):
            lo += 1
        if marked[clause.i] and all(marked[lo : clause.i]):
            return True
        return clause.i < verb.i and any(marked[hi : verb.i])

    def _around(self, verb: Token) -> Iterator[Content]:
        """ "The crane, he said, had failed": the clause that the cue interrupts or follows."""
        head = verb.head
        if head.dep_ not in {"ROOT", "conj", "ccomp"} or self.page.marked[head.i]:
            return
        source = subject_after(self.page, verb)
        edge = min(verb.left_edge.i, verb.i)
        if edge > 0 and self.page.doc[edge - 1].text == "," and edge > head.i:
            yield from self._content(head.left_edge.i, edge, verb, source)

    def _of_phrases(self) -> Iterator[Content]:
        strings = self.page.doc.vocab.strings
        firsts = [
            strings[word]
            for phrase in self.words.sources
            for word in (phrase[0], "accord")
            if word in strings
        ]
        lemma = self.page.columns[:, 1]
        for at in np.flatnonzero(np.isin(lemma, np.array(firsts, dtype=lemma.dtype))).tolist():
            if not self.page.marked[at] and (attribution := self.attributor.phrase(at)) is not None:
                yield from self._clause_around(attribution)

    def _clause_around(self, attribution: Attribution) -> Iterator[Content]:
        """What a source phrase reports: the longer part of its clause, before or after it."""
        if attribution.cue is None or attribution.source is None:
            return
        doc = self.page.doc
        start, end = attribution.cue[0], max(attribution.source.right_edge.i + 1, attribution.cue[1])
        first, last = self._clause(doc[start])
        before, after = (first, start), (end, last)
        lo, hi = max(before, after, key=lambda part: part[1] - part[0])
        other = next((at for at in range(lo, hi) if self.page.doc[at].lower_ == "according"), None)
        yield from self._trimmed(lo, hi if other is None or other <= lo else other, attribution)

    def _clause(self, word: Token) -> tuple[int, int]:
        """The clause a phrase belongs to: that of the verb it depends on, else its sentence."""
        sentence = word.sent
        verb = word
        while verb.head.i != verb.i and (verb.i == word.i or verb.pos_ not in {"VERB", "AUX"}):
            verb = verb.head
        if verb.dep_ in {"relcl", "ccomp", "advcl"} and not verb.left_edge.i <= sentence.start:
            return verb.left_edge.i, verb.right_edge.i + 1
        return sentence.start, sentence.end

    def _content(self, lo: int, hi: int, verb: Token, source: Token | None) -> Iterator[Content]:
        yield from self._trimmed(lo, hi, Attribution((verb.i, verb.i + 1), verb.lemma_, source))

    def _trimmed(self, lo: int, hi: int, attribution: Attribution) -> Iterator[Content]:
        doc = self.page.doc
        while lo < hi and (doc[lo].text in _TRIM or doc[lo].is_space):
            lo += 1
        while hi > lo and (doc[hi - 1].text in _TRIM or doc[hi - 1].is_space):
            hi -= 1
        if lo < hi:
            yield Content(lo, hi, attribution)
