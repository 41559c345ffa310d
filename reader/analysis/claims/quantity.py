"""A number on its way to becoming a claim, and the text it stands in by code point offset."""

import bisect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, TypeVar

from spacy.tokens import Doc, Span, Token

from reader.analysis import lexicon
from reader.analysis.model import Change, ClaimKind, Comparator, Entity
from reader.analysis.numerals import Number
from reader.analysis.rules import Decision
from reader.analysis.syntax.view import view_of

# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
PARAGRAPH_BREAK = "¶"
COLLECTIVE = frozenset(lexicon.load("counting")["collective"])
QUOTES = set("\"“”„‟‘’'«»`") | {"``", "''"}


Thing = TypeVar("Thing")


class Tokens:
    """The tokens of a Doc by code point offset; ``text`` has line breaks as ``PARAGRAPH_BREAK``."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        view = view_of(doc)
        self.text = view.text.replace("\n", PARAGRAPH_BREAK)
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
        return self._sentence_ends[index] if index < len(self._sentence_ends) else len(self.text)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds ``offset`` begins."""
        index = bisect.bisect_right(self._sentence_ends, offset)
        return int(self.sentences[index].start_char) if index < len(self.sentences) else len(self.text)

    def by_sentence(
        self, things: Iterable[Thing], at: Callable[[Thing], int]
    ) -> Iterator[tuple[Span, Iterator[Thing]]]:
        """Things in text order by the sentences that hold them; those behind the last sentence are left out."""
        for index, some in groupby(things, lambda thing: bisect.bisect_right(self._sentence_ends, at(thing))):
            if index < len(self.sentences):
                yield self.sentences[index], some


Value = Number | tuple[Number, Number]
Match = re.Match[str]
Form = Literal["digits", "words", "vague", "fraction", "multiple"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is known so far; each step replaces what it learns.

    Args:
        start, end: the span of the claim, which grows with comparator, unit and counted noun.
        at, to: the number itself, its scale included ("1.2bn").
        form: how the number is written.
        scale: what the number was multiplied by for its scale word ("bn"), else 1.
        kind: None until a unit or a counted thing is known.
        of: what has the amount.
        why: the rules that decided, by name.
    """

    start: int
    end: int
    at: int
    to: int
    value: Value
    form: Form
    scale: int = 1
    comparator: Comparator = "="
    change: Change | None = None
    kind: ClaimKind | None = None
    unit: str | None = None
    of: str | None = None
    why: tuple[str, ...] = ()

    def decided(self, decision: "Decision[Quantity] | None") -> "Quantity":
        """What a rule made of it, with the rule's name; itself where none did."""
        return self if decision is None else replace(decision.answer, why=(*self.why, decision.rule))

    def sharing(self, decision: "Decision[Quantity] | None") -> "Quantity":
        """With the unit of the amount that a rule found it to share one with, and the rule's name."""
        if decision is None:
            return self
        return replace(
            self, unit=decision.answer.unit, kind=decision.answer.kind, why=(*self.why, decision.rule)
        )

    def holds(self, token: Token) -> bool:
        """Whether a word stands in it, before the end of its number: such words are no negation of what it says."""
        return self.start <= token.idx < self.to

    @property
    def is_written(self) -> bool:
        """Whether a number is written, and not "several", "a third" or "twice"."""
        return self.form in ("digits", "words")

    @property
    def is_one_number(self) -> bool:
        """Whether one number is written, and no range."""
        return self.is_written and not isinstance(self.value, tuple)

    @property
    def low(self) -> Number:
        """The number, or the first of a range."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def high(self) -> Number:
        """The number, or the last of a range."""
        return self.value[1] if isinstance(self.value, tuple) else self.value


def valued(match: Match, value: Value, form: Form, scale: int = 1, group: int | str = 0) -> Quantity:
    """The quantity that a match, or a group of it, is worth."""
    start, end = match.span(group)
    return Quantity(start, end, start, end, value, form, scale)


def gap(text: str, first: Quantity, second: Quantity, *, under: int) -> str:
    """What stands between two quantities; "…" where it is not under so many characters, and says nothing of the two."""
    return text[first.end : second.start] if second.start - first.end < under else "…"


class Placed:
    """The quantities of one sentence, and which tokens lie in them."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self.quantities = quantities
        self._starts = [quantity.start for quantity in quantities]

    def holding(self, token: Token) -> Quantity | None:
        """The quantity that the token lies in."""
        index = bisect.bisect_right(self._starts, token.idx) - 1
        return self.quantities[index] if index >= 0 and token.idx < self.quantities[index].end else None

    def hold(self, token: Token) -> bool:
        """Whether the token lies in a quantity."""
        return self.holding(token) is not None
