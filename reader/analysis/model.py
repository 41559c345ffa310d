"""What a Reading holds: plain frozen dataclasses, with neither spaCy nor Textual in them.

All offsets are half-open code points into ``Article.text``. Ids ("s1", "q1", "c1", "t1") count
from 1 in text order within one Reading and are what items use to point at each other. ``why`` names the rules
(`reader.analysis.rules`) that made an item, in the order in which they decided; ``confidence`` says how sure the reading
is that all of it is right (`reader.analysis.confidence`), None where nobody has told.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

QuoteKind = Literal["direct", "mixed", "indirect", "scare"]
SpeakerKind = Literal["person", "organisation", "group", "unknown"]
ClaimKind = Literal["count", "money", "percent", "measure", "ratio"]
Comparator = Literal["=", "<", "<=", ">", ">=", "~"]
Change = Literal["up", "down"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "stated", "narrative"]
Status = Literal["happened", "planned", "uncertain", "recurring"]
EntityKind = Literal["person", "place", "organisation", "other"]
Confidence = Literal["sure", "likely", "unsure"]
Found = Literal["entities", "speakers", "quotes", "timeline", "claims"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A stretch that names something; ``text`` is ``Article.text[start:end]``."""

    text: str


@dataclass(frozen=True, slots=True)
class Cue(Mention):
    """The word or phrase that says something was said; ``lemma`` is its dictionary form."""

    lemma: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One name over the whole document, with every place it is mentioned, in text order."""

    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    why: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone quoted. ``name`` is the canonical name, or the description of a nameless source."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    affiliation: str | None = None
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation or reported statement: ``start:end`` is all that is reported, marks included.

    ``marks`` are the stretches inside quotation marks, marks included; empty for ``indirect``.
    ``speaker`` is None when nobody can be named; ``mention`` is the words that name the
    speaker here (perhaps a pronoun); ``passed`` are the others whom those words might have meant, the nearest first.
    ``closed`` is False when the article never closes it.
    """

    id: str
    kind: QuoteKind
    text: str
    start: int
    end: int
    marks: tuple[Span, ...] = ()
    speaker: str | None = None
    mention: Mention | None = None
    cue: Cue | None = None
    medium: str | None = None
    closed: bool = True
    passed: tuple[Mention, ...] = ()
    why: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose claim it is: the id of a speaker and, when it stands in one, of a quote."""

    speaker: str | None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity the article asserts.

    ``value`` is the number as the text gives it, scale applied; a range is (low, high).
    ``unit`` is the canonical name of a measure or, for a count, the thing counted.
    ``of`` is what has this amount. ``by`` is None when the article says so itself.
    """

    id: str
    text: str
    start: int
    end: int
    value: float | int | tuple[float | int, float | int]
    comparator: Comparator
    change: Change | None
    kind: ClaimKind
    unit: str | None
    of: str | None
    by: Attribution | None
    sentence: Span
    why: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A TIMEX3 expression with its event.

    ``value`` is a TIMEX3 value; ``earliest`` and ``latest`` are the calendar days it spans,
    None when it names none. ``anchor`` says what a relative expression was resolved against,
    None for an absolute one. ``event`` is the clause it belongs to, trimmed to a line.
    """

    id: str
    text: str
    start: int
    end: int
    type: TimexType
    value: str
    earliest: date | None
    latest: date | None
    anchor: Anchor | None
    approximate: bool
    status: Status
    event: str | None
    sentence: Span
    why: tuple[str, ...] = ()
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Parts of a Reading that a mistake kept from being made, and the sentence that says so to people."""

    lost: tuple[Found, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one Article. The screen and the exports are both views of it.

    ``failures`` are the parts that could not be made, which are empty here: "not known", not "none". ``rules`` says of
    each rule that an item names in ``why`` when it holds: pairs of its name and its line.
    """

    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    entities: tuple[Entity, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What people should know about how it was made, one line each."""
        return tuple(failure.notice for failure in self.failures)

    def failure(self, part: str) -> str | None:
        """The sentence that stands in the place of a part that could not be made; None for one that was."""
        return next((failure.notice for failure in self.failures if part in failure.lost), None)
