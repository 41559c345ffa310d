"""A number on its way to becoming a claim."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from reader.analysis.model import Change, ClaimKind, Comparator
from reader.analysis.numerals import Number
from reader.analysis.rules import Decision

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
