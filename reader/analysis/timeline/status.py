"""Whether what a time is said of happened, is planned, is uncertain or comes again and again."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.model import Status
from reader.analysis.rules import Order, reads, rule, when
from reader.analysis.syntax import words as word
from reader.analysis.syntax.clauses import helpers
from reader.analysis.syntax.modality import Modality, modality
from reader.analysis.syntax.tense import (
    Direction,
    direction,
    is_future_then,
    is_superlative,
    of_time,
    was_planned,
)
from reader.analysis.timeline.clauses import Clause, plan_given_up
from reader.analysis.timeline.meaning import Calendar, Length, Meaning, Reference, Repeat

_CLIMB = 6
_DOUBTED = (Modality.DENIED, Modality.POSSIBLE)
_CONDITIONAL = (Modality.CONDITIONAL, Modality.ASKED)


@dataclass(frozen=True)
class Told:
    """A time with what it is said of.

    Args:
        clause: what it is said of.
        meaning: what its words say.
        span: its words.
        earliest, latest: the first and the last day of it.
        published: the publication day.
    """

    clause: Clause
    meaning: Meaning
    span: Span
    earliest: date | None
    latest: date | None
    published: date | None

    @property
    def over(self) -> bool:
        """Whether all of it was over when the text was published."""
        return bool(self.latest and self.published and self.latest < self.published)

    @property
    def is_present(self) -> bool:
        """Whether it is no more than "now"."""
        return isinstance(self.meaning, Reference) and self.meaning.value == "PRESENT_REF"

    @cached_property
    def modality(self) -> Modality:
        """What its clause does with what it says; a clause that an event that is over is part of leaves it as sure as it was."""
        verb = self.clause.verb
        if verb is None or (self.over and self.clause.noun is not None):
            return Modality.ASSERTED
        return modality(verb)


def status_of(told: Told) -> tuple[Status, tuple[str, ...]]:
    """The status of an event, and the rule that says so; what no rule says anything of happened."""
    decision = STATUS.first(told)
    return (decision.answer, (decision.rule,)) if decision else ("happened", ())


@rule(
    "timeline.comes_again",
    "What is told of a set comes again and again.",
    decides=[reads("The club meets every Tuesday.", when("every Tuesday", status="recurring"))],
    leaves=[reads("The club met on Tuesday.", when("Tuesday", status="happened"))],
)
def comes_again(told: Told) -> Status | None:
    """Whether its time is a set."""
    return "recurring" if isinstance(told.meaning, Repeat) else None


@rule(
    "timeline.given_up",
    "What was planned and is given up is uncertain: a trip planned for Saturday was cancelled.",
    decides=[
        reads("A trip to Orrin planned for Saturday was cancelled.", when("Saturday", status="uncertain"))
    ],
    leaves=[reads("The trip was cancelled on Tuesday.", when("Tuesday", status="happened"))],
)
def given_up(told: Told) -> Status | None:
    """Whether its clause tells that a plan is given up."""
    return "uncertain" if plan_given_up.name in told.clause.why else None


@rule(
    "timeline.in_doubt",
    "A clause that is denied, only possible or alleged is uncertain: did not close, may have closed, reportedly closed.",
    decides=[
        reads("The mill did not close on Tuesday.", when("Tuesday", status="uncertain")),
        reads("The mill may have closed on Tuesday.", when("Tuesday", status="uncertain")),
    ],
    leaves=[reads("The mill that nobody wanted closed on Tuesday.", when("Tuesday", status="happened"))],
)
def in_doubt(told: Told) -> Status | None:
    """Whether a word beside its verb leaves it open, or denies it."""
    return "uncertain" if told.modality in _DOUBTED else None


@rule(
    "timeline.under_condition",
    "A clause under a condition, or below one that is, is uncertain: if it rains on Tuesday.",
    decides=[reads("The mill will close if it rains on Tuesday.", when("Tuesday", status="uncertain"))],
    leaves=[reads("The mill closed because it rained on Tuesday.", when("Tuesday", status="happened"))],
)
def under_condition(told: Told) -> Status | None:
    """Whether "if", "unless" or the like opens it."""
    return "uncertain" if told.modality in _CONDITIONAL else None


@rule(
    "timeline.after_publication",
    "What is told of a time after the publication day cannot have happened.",
    decides=[reads("The mill closes on 3 June.", when("3 June", status="planned"))],
    leaves=[reads("The mill closed on 3 June 2025.", when("3 June 2025", status="happened"))],
)
def after_publication(told: Told) -> Status | None:
    """Whether its first day is still to come."""
    ahead = told.earliest and told.published and told.earliest > told.published
    return "planned" if ahead else None


@rule(
    "timeline.length_leads_on",
    "A length can lead from now to what is to come: 30 days away, the next two years, opens in a week.",
    decides=[reads("The mill opens in two weeks.", when("two weeks", status="planned"))],
    leaves=[reads("The mill is three hours away.", when("three hours", status="happened"))],
)
def length_leads_on(told: Told) -> Status | None:
    """Whether it ends in the future; hours are left out, for a town may be three hours away."""
    if not isinstance(told.meaning, Length) or told.meaning.value.startswith("PT"):
        return None
    return "planned" if _leads_on(told.span) else None


@rule(
    "timeline.clause_looks_ahead",
    "A clause that surely looks ahead is planned, until all of its time is over: will close today.",
    decides=[reads("The mill will close today.", when("today", status="planned"))],
    leaves=[reads("The mill closed today.", when("today", status="happened"))],
)
def clause_looks_ahead(told: Told) -> Status | None:
    """Whether its verb tells of what is to come; the present tense alone does not say so."""
    verb = told.clause.verb
    if verb is None or told.clause.noun is not None or told.over or told.is_present:
        return None
    return "planned" if _looks_ahead(verb) else None


@rule(
    "timeline.present_of_the_day",
    "What is told in the present of the publication day itself is to come: the board meets today.",
    decides=[reads("The board holds a hearing on Thursday.", when("Thursday", status="planned"))],
    leaves=[reads("The board held a hearing on Thursday.", when("Thursday", status="happened"))],
)
def present_of_the_day(told: Told) -> Status | None:
    """Whether the time is that day, and its verb is in the present."""
    today = told.published is not None and told.earliest == told.latest == told.published
    weekday = isinstance(told.meaning, Calendar) and bool(told.meaning.weekday)
    verb = told.clause.verb
    if not today or not weekday or told.clause.noun is not None or verb is None or helpers(verb):
        return None
    return "planned" if of_time(told.span.root) == Direction.ITS_PRESENT else None


STATUS: "Order[[Told], Status]" = Order(
    "Has it happened?",
    comes_again,
    given_up,
    in_doubt,
    under_condition,
    after_publication,
    length_leads_on,
    clause_looks_ahead,
    present_of_the_day,
)


def _looks_ahead(verb: Token) -> bool:
    """Whether a clause is about what is to come; the present tense alone does not say so."""
    way = direction(verb)
    wishes = word.is_present(verb) and verb.lemma_ in words("tense", "wishing")
    told = wishes or verb.lemma_ in words("tense", "ahead") or is_future_then(verb)
    return way == Direction.AHEAD or (way > 0 and told) or was_planned(verb)


def _leads_on(span: Span) -> bool:
    """Whether a length leads to what is to come: "30 days away", "the next two years", "opens in a week"."""
    way = direction(span.root)
    if way == Direction.PAST:
        return False
    after = [token.lower_ for token in span.doc[span.end : span.end + 2]]
    if after[:1] and (after[0] in words("tense", "away") or " ".join(after) in words("tense", "to_go")):
        return True
    if any(token.lower_ in words("tense", "coming") for token in span):
        return True
    if any(token.lower_ in words("tense", "gone") for token in span):
        return False
    before = span.doc[max(span.start - _CLIMB, 0) : span.start]
    return (
        way > 0
        and bool(before)
        and before[-1].lower_ in words("tense", "within")
        and not any(map(is_superlative, before))
    )
