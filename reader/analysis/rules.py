"""Rules as rows: a decision that can be wrong has a name, a line that says when it holds, and examples.

A rule is a function with its row above it, beside the examples it decides and those it must leave alone::

    @rule(
        "quotes.after_said",
        "The subject of a verb of saying right behind the words has said them.",
        decides=[reads("“It is late,” said Anna Brandt.", quote("“It is late,”", speaker="Anna Brandt"))],
        leaves=[reads("Anna Brandt passed the “It is late” sign.", quote("“It is late”", speaker=None))],
    )
    def after_said(place: Place) -> Attribution | None: ...

Rules that answer one question stand in an `Order`, read from top to bottom: the first that knows an answer decides.
The name of the rule goes with what it decided (``why``) into the Reading, the export and the screen, so names are
stable: ``room.what_it_is``. Tests read every example with the whole pipeline; a rule that is switched off (`without`)
must change each example it decides.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, NamedTuple, ParamSpec, TypeVar

from reader.analysis.model import Reading

Panel = Literal["quotes", "speakers", "claims", "timeline", "entities"]
P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

PUBLISHED = date(2026, 3, 12)  # a Thursday: the day an example is read on, unless it says another
_NAME = re.compile(r"[a-z]+(?:\.[a-z][a-z0-9_]*)+")


@dataclass(frozen=True, slots=True)
class Expected:
    """An item a reading must hold, or, where ``absent``, must not.

    ``words`` are the item's own text (for a speaker or an entity: its name); ``fields`` what else must be so,
    by the names of `reader.analysis.model`; a speaker, or who makes a claim, is given by name.
    """

    panel: Panel
    words: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A short text, the day it was published, and what a careful reader finds in it."""

    text: str
    expected: tuple[Expected, ...]
    published: date | None = PUBLISHED


def reads(text: str, *expected: Expected, published: date | None = PUBLISHED) -> Example:
    """An example: the text, and the items that must, or must not, be found in it."""
    return Example(text, expected, published)


def quote(words: str, **fields: Any) -> Expected:
    """A quote or report: ``quote("“It is late,”", speaker="Anna Brandt", kind="direct")``."""
    return Expected("quotes", words, fields)


def speaker(name: str, **fields: Any) -> Expected:
    """A speaker: ``speaker("Anna Brandt", role="mayor")``."""
    return Expected("speakers", name, fields)


def claim(words: str, **fields: Any) -> Expected:
    """A claim: ``claim("40 boats", value=40, comparator=">", by="Anna Brandt")``."""
    return Expected("claims", words, fields)


def when(words: str, **fields: Any) -> Expected:
    """A time: ``when("Friday", value="2026-03-13", status="planned")``."""
    return Expected("timeline", words, fields)


def name(words: str, **fields: Any) -> Expected:
    """A name: ``name("Anna Brandt", kind="person")``."""
    return Expected("entities", words, fields)


def no(expected: Expected) -> Expected:
    """That there is no such item: ``no(claim("911"))``."""
    return Expected(expected.panel, expected.words, expected.fields, absent=True)


def faults(example: Example, reading: Reading) -> list[str]:
    """What of an example a reading got wrong, a sentence each; none where all of it is right."""
    return [fault for expected in example.expected if (fault := _fault(expected, reading)) is not None]


def found(expected: Expected, reading: Reading) -> list[Any]:
    """The items of a reading that are as expected in every field, whether or not they should be there."""
    return [item for item in _candidates(expected, reading) if not _differing(expected, item, reading)]


def _candidates(expected: Expected, reading: Reading) -> list[Any]:
    items: Sequence[Any] = getattr(reading, expected.panel)
    return [
        item
        for item in items
        if getattr(item, "name", None) == expected.words or _text(item) == expected.words
    ]


def _text(item: Any) -> str | None:
    text: str | None = getattr(item, "text", None)
    return text


def _fault(expected: Expected, reading: Reading) -> str | None:
    what = f"{expected.panel} {expected.words!r}"
    fitting = found(expected, reading)
    if expected.absent:
        return f"{what} is there" if fitting else None
    if fitting:
        return None
    candidates = _candidates(expected, reading)
    if not candidates:
        there = ", ".join(repr(_text(item) or item.name) for item in getattr(reading, expected.panel))
        return f"{what} is missing; there is {there or 'nothing'}"
    return f"{what} has {_differing(expected, candidates[0], reading)}"


def _differing(expected: Expected, item: Any, reading: Reading) -> dict[str, Any]:
    """The expected fields that the item has otherwise, with its values."""
    values = {name: _value(name, item, reading) for name in expected.fields}
    return {name: value for name, value in values.items() if value != expected.fields[name]}


def _value(name: str, item: Any, reading: Reading) -> Any:
    """A field of an item as examples word it: people by name, days as ISO."""
    value = getattr(item, name)
    if name == "by":
        value = value and value.speaker
    if name in {"speaker", "by"}:
        return next((speaker.name for speaker in reading.speakers if speaker.id == value), None)
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[P, R_co]):
    """A row: the rule's name, when it holds, the function that decides, and its examples.

    ``decide`` returns None (or False) where the rule has nothing to say.
    """

    name: str
    says: str
    decide: Callable[P, R_co]
    decides: tuple[Example, ...]
    leaves: tuple[Example, ...]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """What the rule decides, whether it is switched on or not."""
        return self.decide(*args, **kwargs)

    @property
    def is_on(self) -> bool:
        """Whether it takes part."""
        return self.name not in _off


_rules: dict[str, Rule[..., Any]] = {}
_off: set[str] = set()


def rule(
    name: str, says: str, *, decides: Sequence[Example], leaves: Sequence[Example]
) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Make a function a rule.

    Args:
        name: dotted and stable, the room first: ``claims.share_of_subject``.
        says: one line: when it holds and what follows.
        decides: examples that come out right because of it.
        leaves: examples that look alike and that it must leave alone.

    Raises:
        ValueError: the name is taken, or is no dotted name.
    """

    def made(decide: Callable[P, R]) -> Rule[P, R]:
        return register(Rule(name, says, decide, tuple(decides), tuple(leaves)))

    return made


def register(row: Rule[P, R]) -> Rule[P, R]:
    """Add a row that is made otherwise than by `rule`, a pattern of the date grammar for one.

    Raises:
        ValueError: the name is taken, or is no dotted name.
    """
    if not _NAME.fullmatch(row.name):
        raise ValueError(f"a rule is named room.what_it_is, not {row.name!r}")
    if row.name in _rules:
        raise ValueError(f"two rules are called {row.name!r}")
    _rules[row.name] = row
    return row


def all_rules() -> tuple[Rule[..., Any], ...]:
    """Every rule of the modules that are loaded, by name."""
    return tuple(_rules[name] for name in sorted(_rules))


def lines(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each of some rules with its line, by name; a name that no rule has is left out."""
    return tuple((name, _rules[name].says) for name in sorted(names) if name in _rules)


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Switch rules off; for tests and for measuring what a rule earns.

    Raises:
        KeyError: there is no rule of that name.
    """
    for name in names:
        if name not in _rules:
            raise KeyError(name)
    added = set(names) - _off
    _off.update(added)
    try:
        yield
    finally:
        _off.difference_update(added)


class Decision(NamedTuple, Generic[R]):
    """An answer and the name of the rule that gave it."""

    answer: R
    rule: str


class Order(Generic[P, R]):
    """Rules that answer one question, in the order in which they are asked."""

    def __init__(self, question: str, *rules: "Rule[P, R | None]") -> None:
        self.question = question
        self.rules = rules
        self._asked = [(rule.name, rule.decide) for rule in rules]

    def first(self, *args: P.args, **kwargs: P.kwargs) -> Decision[R] | None:
        """The answer of the first rule that has one."""
        for name, decide in self._asked:
            if name not in _off and (answer := decide(*args, **kwargs)):
                return Decision(answer, name)
        return None

    def answers(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Decision[R]]:
        """The answers of all rules that have one, first things first."""
        for name, decide in self._asked:
            if name not in _off and (answer := decide(*args, **kwargs)):
                yield Decision(answer, name)
