"""The timeline component."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.analysis import extensions
from reader.analysis.corrections import retracted
from reader.analysis.lexicon import words
from reader.analysis.model import Span as Stretch
from reader.analysis.model import TimelineEntry
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax.tense import Direction, of_time
from reader.analysis.syntax.view import Syntax, view_of
from reader.analysis.timeline import days
from reader.analysis.timeline.clauses import clause_of
from reader.analysis.timeline.events import Events
from reader.analysis.timeline.expressions import grammar, periods
from reader.analysis.timeline.joins import day_after, in_order, join
from reader.analysis.timeline.meaning import MIDNIGHT, Calendar, Expression, OfDay, Step
from reader.analysis.timeline.notdates import Occurrence, checked
from reader.analysis.timeline.places import SINCE
from reader.analysis.timeline.resolution import Resolved, resolve
from reader.analysis.timeline.status import Told, status_of
from reader.analysis.timeline.story import Passages, Story

extensions.register()
_DAY_LONG = len("2026-03-12")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression where it stands, its value, and the day that its words are of."""

    occurrence: Occurrence
    resolved: Resolved
    today: date | None


class Timeline:
    """Finds what is said to have happened when, and leaves it in ``doc._.article_timeline``.

    It reads the text, its parse, ``doc._.published`` and what the entities and quotes components
    left, and changes none of them: it can be run again on the same Doc when the day changes.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        view = view_of(doc)
        found = list(_resolved(view))
        events = Events(view, [one.occurrence.span for one in found])
        stated = enumerate(_still_said(found, view), 1)
        doc._.article_timeline = ordered([_entry(number, one, view, events) for number, one in stated])
        return doc


def _still_said(found: Iterable[Found], view: Syntax) -> Iterator[Found]:
    """Those that no note of correction takes back; each sentence is looked at once, however many stand in it."""
    for _, those in groupby(found, lambda one: one.occurrence.sentence.start):
        first, *others = those
        sentence = first.occurrence.sentence
        start, end = retracted(view.text[sentence.start_char : sentence.end_char]) or (0, 0)
        for one in (first, *others):
            if not start <= one.occurrence.expression.start - sentence.start_char < end:
                yield one


def _resolved(view: Syntax) -> Iterator[Found]:
    """Every expression of a text that is about time, in text order, with its value."""
    expressions = in_order(join(view.text, grammar().find(view.text)))
    passages = Passages(view, expressions, view.doc._.published)
    told_on = _days_told(view.doc)
    stories: dict[date | None, tuple[Story, Story]] = {}
    for at, candidate in enumerate(expressions):
        occurrence = checked(view, candidate)
        if occurrence is None:
            continue
        expression, span = occurrence.expression, occurrence.span
        narrative, told = passages.told(expression)
        today = told_on(expression.start)
        past, news = stories.setdefault(today, (Story(today, narrative=True), Story(today)))
        story = past if narrative else news
        story.here = view.paragraph_of(span.start).index
        if day := day_after(view.text, expression, expressions[at + 1 : at + 3]):
            story.tell(resolve(day, story, _lean(day, Occurrence(view, day).span, story)).value)
            story.place = story.here
        lean = _lean(expression, span, story)
        resolved = resolve(expression, story, lean)
        if told and resolved.anchor == ("narrative" if narrative else "published"):
            resolved = replace(resolved, why=(*told, *resolved.why))
        if resolved.anchor == "published" and today != view.doc._.published:
            resolved = replace(resolved, anchor="stated")
        if len(resolved.value) > _DAY_LONG and resolved.value[_DAY_LONG] == "T":
            story.moment = resolved.value
        for one in (past, news) if resolved.anchor is None else (story,):
            if _moves(expression, span, one):
                one.tell(resolved.value, over=lean < 0)
                one.place = view.paragraph_of(span.start).index
        if resolved.type == "DATE" or _reported(span):
            story.report(resolved.value, _closes(span))
        yield Found(occurrence, resolved, today)


def _days_told(doc: Doc) -> Callable[[int], date | None]:
    """The day that what stands at an offset counts from: that of a message which is quoted, else the publication day."""
    published: date | None = doc._.published
    blocks = [block for block in (doc._.article.blocks if doc._.article else ()) if block.told is not None]
    if not blocks:
        return lambda offset: published
    starts = [block.start for block in blocks]

    def day(offset: int) -> date | None:
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset >= blocks[at].end:
            return published
        told = blocks[at].told
        return told if isinstance(told, date) else None

    return day


def _reported(span: Span) -> bool:
    """ "the first nine months", "nine months ended Sept. 30", not "within six months"."""
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return after in words("tense", "closing") or span[0].lower_ in words("tense", "definite")


def _closes(span: Span) -> bool:
    """ "the nine months ended Sept. 30"."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in words("tense", "closing")


def _moves(expression: Expression, span: Span, story: Story) -> bool:
    """Whether what comes next may be counted from this: not from "two years ago", nor "since 1513"."""
    if expression.is_by(periods.quarter_ended):
        return False  # a firm's own quarter, which the calendar has only roughly
    if expression.is_by(periods.year_ago_period) and not story.narrative:
        return False  # as for "a year earlier", below
    meaning = expression.meaning
    if isinstance(meaning, Step):
        if not story.narrative and (meaning.unit, meaning.count) == ("Y", -1) and meaning.sign:
            return False  # "from 12 a year earlier": the next figure is compared from where this one was
        return meaning.count is not None and (
            not story.narrative or (meaning.base == "story" and meaning.count >= 0)
        )
    if not story.narrative and span.start and span.doc[span.start - 1].lower_ in words("tense", "towards"):
        return False  # "closed until Monday": what follows is of no Monday
    if isinstance(meaning, Calendar) and story.narrative:
        before = span.doc[span.start - 1].lower_ if span.start else ""
        describes = span[-1].head.i >= span.end and rel.describes(span[-1])
        return (
            before not in words("tense", "since")
            and not describes
            and meaning.decade is None
            and meaning.century is None
        )
    return True


def _lean(expression: Expression, span: Span, story: Story) -> int:
    """Which way the clause looks, asked only where the answer matters."""
    meaning = expression.meaning
    if span.start and span.doc[span.start - 1].lower_ in words("tense", "since"):
        return SINCE
    open_place = isinstance(meaning, Calendar) and meaning.year is None and meaning.lean is None
    weekend = isinstance(meaning, Step) and meaning.unit == "WE"
    clock = isinstance(meaning, OfDay) and (meaning.clock == MIDNIGHT or story.is_ahead)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if open_place and before in words("tense", "by") and of_time(span.root) == 0:
        return Direction.ITS_PRESENT  # "around 45 points of easing by year-end"
    return of_time(span.root) if open_place or weekend or clock else 0


def _entry(number: int, found: Found, view: Syntax, events: Events) -> TimelineEntry:
    expression, span, resolved = found.occurrence.expression, found.occurrence.span, found.resolved
    first, last = days.interval(resolved.value) or (None, None)
    clause = clause_of(span)
    event, why_event = events.event(clause, span)
    status, why_status = status_of(Told(clause, expression.meaning, span, first, last, found.today))
    sentence = found.occurrence.sentence
    return TimelineEntry(
        id=f"t{number}",
        text=found.occurrence.text,
        start=expression.start,
        end=expression.end,
        type=resolved.type,
        value=resolved.value,
        earliest=first,
        latest=last,
        anchor=resolved.anchor,
        approximate=expression.approximate,
        status=status,
        event=event,
        sentence=Stretch(sentence.start_char, sentence.end_char),
        why=(*expression.why, *resolved.why, *why_event, *why_status),
    )


@Language.factory(
    "article_timeline",
    requires=["token.dep", "token.tag", "doc._.published"],
    assigns=["doc._.article_timeline"],
)
def make_timeline(nlp: Language, name: str) -> Timeline:
    """The factory spaCy calls for ``nlp.add_pipe("article_timeline")``."""
    return Timeline()


_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})")
_DAYS_A_YEAR = 366
_DATED, _OPEN, _APART = range(3)


def ordered(entries: list[TimelineEntry]) -> list[TimelineEntry]:
    """Earliest first; a year before its months; on one day in text order; durations and sets apart, last."""
    return sorted(entries, key=_place)


def _place(entry: TimelineEntry) -> tuple[int, int, int, int]:
    if entry.type in ("DURATION", "SET"):
        return _APART, 0, 0, entry.start
    if entry.earliest is not None and entry.latest is not None:
        return _DATED, entry.earliest.toordinal(), -entry.latest.toordinal(), entry.start
    if match := _BEFORE_CHRIST.match(entry.value):
        year = int(match[1].ljust(4, "0"))
        return _DATED, -year * _DAYS_A_YEAR, 0, entry.start
    return _OPEN, 0, 0, entry.start
