"""From offsets to tokens, and the small questions asked of tokens."""

import bisect
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from spacy.tokens import Doc, Span

from reader.analysis import lexicon
from reader.analysis.model import Entity
from reader.analysis.syntax.view import view_of
from reader.analysis.text import text_of

# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
PARAGRAPH_BREAK = "¶"
NOUNS = {"NOUN", "PROPN"}
PLURALS = frozenset({"NNS", "NNPS"})
COLLECTIVE = frozenset(lexicon.load("counting")["collective"])
QUOTES = set("\"“”„‟‘’'«»`") | {"``", "''"}


Placed = TypeVar("Placed")


class Tokens:
    """The tokens of a Doc by code point offset; ``text`` has line breaks as ``PARAGRAPH_BREAK``."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = text_of(doc).replace("\n", PARAGRAPH_BREAK)
        view = view_of(doc)
        self.at, self.after, self.before = view.at, view.after, view.before
        self.sentences = list(doc.sents)
        self._sentence_ends = [sentence.end_char for sentence in self.sentences]
        self._entities = {
            mention.end: entity for entity in doc._.article_entities for mention in entity.mentions
        }

    def entity_kind(self, offset: int) -> str | None:
        """The kind of the entity whose mention ends at ``offset``, when one was found."""
        entity = self.entity(offset)
        return entity.kind if entity else None

    def entity(self, offset: int) -> Entity | None:
        """The entity whose mention ends at ``offset``, when one was found."""
        return self._entities.get(offset)

    def sentence_end(self, offset: int) -> int:
        """Where the sentence that holds ``offset`` ends."""
        index = bisect.bisect_right(self._sentence_ends, offset)
        return self._sentence_ends[index] if index < len(self._sentence_ends) else len(text_of(self.doc))

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds ``offset`` begins."""
        index = bisect.bisect_right(self._sentence_ends, offset)
        return (
            int(self.sentences[index].start_char) if index < len(self.sentences) else len(text_of(self.doc))
        )

    def by_sentence(
        self, things: Iterable[Placed], at: Callable[[Placed], int]
    ) -> Iterator[tuple[Span, Iterator[Placed]]]:
        """Things in text order by the sentences that hold them; those behind the last sentence are left out."""
        for index, some in groupby(things, lambda thing: bisect.bisect_right(self._sentence_ends, at(thing))):
            if index < len(self.sentences):
                yield self.sentences[index], some
