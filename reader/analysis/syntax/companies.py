"""Which organisation "the company", "the airline" or "the authority" is."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from reader.analysis.model import Entity
from reader.analysis.syntax.named import Named, is_called, is_subject
from reader.analysis.syntax.nouns import nouns

_OFTEN = 3  # mentions that make an organisation what an article is about, wherever it is first named


class Companies:
    """The organisations of one Doc, and which of them a noun with "the" means."""

    def __init__(self, named: Named) -> None:
        self.view, self.named = named.view, named
        self.known: list[Entity] = [
            entity for entity in self.view.doc._.article_entities if entity.kind == "organisation"
        ]

    def meant(self, head: Token, sentences: Iterator[list[int]]) -> Token | None:
        """The name that the noun phrase of ``head`` stands for; ``sentences`` has the names before it.

        That is the one that has the noun in its name; else the subject of the sentence before, else
        what the article is about, else the nearest subject. None where two fit.
        """
        noun = head.lemma_.lower()
        if (named := self._by_name(noun, head)) is not None:
            return named
        near = next(filter(None, (self._subjects(tokens, noun) for tokens in sentences)), [])
        if near and (near[0].i >= self._sentence_before(head) or noun not in nouns().bodies):
            return self._only(near)
        return self._topic(noun, head) or self._only(near)

    def _by_name(self, noun: str, head: Token) -> Token | None:
        """ "The authority": the one named before it that is an Authority."""
        fitting = [
            entity
            for entity in self.known
            if _is_named(entity.name, noun) and entity.mentions[0].start < head.idx
        ]
        return self._token(fitting[0]) if len(fitting) == 1 else None

    def _subjects(self, tokens: list[int], noun: str) -> list[Token]:
        """The organisations that are subjects among these names, and that the noun may mean."""
        tops = sorted({self.named.last_word(self.view.doc[at]).i for at in tokens})
        found = [
            self.view.doc[at]
            for at in tops
            if self.named.by_token[at][1] == "organisation"
            and is_subject(self.view.doc[at])
            and _fits(self.named.by_token[at][0], noun)
        ]
        if noun in nouns().bodies:
            return found
        return [token for token in found if is_called(token, noun)]

    def _sentence_before(self, head: Token) -> int:
        """Where the sentence before that of a word begins."""
        start, _ = self.view.sentence_of(head.i)
        return self.view.sentence_of(max(start - 1, 0))[0]

    def _only(self, found: list[Token]) -> Token | None:
        """The one there is; of two, what the article is about."""
        if len({self.named.by_token[token.i][0] for token in found}) == 1:
            return found[0]
        about = self._about.name if found and self._about is not None else None
        return next((token for token in found if self.named.by_token[token.i][0] == about), None)

    def _topic(self, noun: str, head: Token) -> Token | None:
        """What the article is about, if the noun may mean it and it was named before."""
        about = self._about
        general = noun in nouns().bodies | nouns().trades
        if about is None or not general or not _fits(about.name, noun):
            return None
        return self._token(about) if about.mentions[0].start < head.idx else None

    @cached_property
    def _about(self) -> Entity | None:
        """The one organisation of the headline; else the one named most, if it is named first or often."""
        headed = [entity for entity in self.known if self._in_headline(entity)]
        if len(headed) == 1:
            return headed[0]
        ranked = sorted(headed or self.known, key=lambda entity: -len(entity.mentions))
        counts = [len(entity.mentions) for entity in ranked[:2]] + [0]
        if len(ranked) == 0 or counts[0] < 2 or counts[0] == counts[1]:
            return None
        first = min(self.known, key=lambda entity: entity.mentions[0].start)
        return ranked[0] if counts[0] >= _OFTEN or ranked[0] is first else None

    def _in_headline(self, entity: Entity) -> bool:
        at, _ = self.view.tokens_of(entity.mentions[0].start, entity.mentions[0].end)
        return self.view.paragraph_of(at).kind == "headline"

    def _token(self, entity: Entity) -> Token:
        """The head of the first mention of an organisation."""
        lo, hi = self.view.tokens_of(entity.mentions[0].start, entity.mentions[0].end)
        return self.view.doc[max(hi - 1, lo)]


def _is_named(name: str, noun: str) -> bool:
    """Whether a name of several words has the noun as its head: "Kolm Harbour Authority", "Bank of Kolm"."""
    words = name.lower().split()
    return len(words) > 1 and (words[-1] == noun or words[:2] == [noun, "of"])


def _fits(name: str, noun: str) -> bool:
    """Whether "the company" may mean it: not a ministry, nor a council."""
    words = name.lower().split()
    heads = {words[-1], words[0]} if len(words) > 1 else {words[0]}
    other = heads & nouns().organisations - nouns().bodies - nouns().trades
    return noun in heads or not other
