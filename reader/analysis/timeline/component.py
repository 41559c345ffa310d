"""The timeline component."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from reader.analysis import extensions
from reader.analysis.model import Span as Stretch
from reader.analysis.model import TimelineEntry
from reader.analysis.timeline import days, tense
from reader.analysis.timeline.joins import join
from reader.analysis.timeline.meaning import Calendar, Expression, Step
from reader.analysis.timeline.notdates import is_date
from reader.analysis.timeline.resolution import Resolved, resolve
from reader.analysis.timeline.rules import grammar
from reader.analysis.timeline.story import Story, is_narrative

extensions.register()


class Timeline:
    """Finds what is said to have happened when, and leaves it in ``doc._.article_timeline``.

    It reads only the text, its parse and ``doc._.published``, so it can be run again on the same
    Doc when the publication day changes.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_timeline = list(entries(doc))
        return doc


def entries(doc: Doc) -> list[TimelineEntry]:
    """The timeline of a parsed text, in text order."""
    expressions = join(doc.text, grammar().find(doc.text))
    published = doc._.published
    story = Story(published, is_narrative(expressions))
    found: list[TimelineEntry] = []
    for expression in expressions:
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None or not is_date(doc, span, expression) or _in_dateline(doc, expression):
            continue
        lean = _lean(expression, span)
        resolved = resolve(expression, story, lean)
        if _moves(expression, span, story):
            story.tell(resolved.value)
        found.append(_entry(len(found) + 1, doc, span, expression, resolved))
    return found


def _in_dateline(doc: Doc, expression: Expression) -> bool:
    """Whether it is the day a dateline gives, which is when the text was written and no event."""
    article = doc._.article
    return bool(article and article.dateline and expression.end <= article.dateline[1])


def _moves(expression: Expression, span: Span, story: Story) -> bool:
    """Whether what comes next may be counted from this: not from "two years ago", nor "since 1513"."""
    meaning = expression.meaning
    if isinstance(meaning, Step):
        return meaning.count is not None and (
            not story.narrative or (meaning.base == "story" and meaning.count >= 0)
        )
    if isinstance(meaning, Calendar) and story.narrative:
        before = span.doc[span.start - 1].lower_ if span.start else ""
        return before != "since" and meaning.decade is None and meaning.century is None
    return True


def _lean(expression: Expression, span: Span) -> int:
    """Which way the clause looks, asked only where the answer matters."""
    meaning = expression.meaning
    if isinstance(meaning, Calendar) and meaning.year is None and meaning.lean is None:
        return tense.direction(span.root)
    return 0


def _entry(number: int, doc: Doc, span: Span, expression: Expression, resolved: Resolved) -> TimelineEntry:
    sentence = span.root.sent
    first, last = days.interval(resolved.value) or (None, None)
    return TimelineEntry(
        id=f"t{number}",
        text=doc.text[expression.start : expression.end],
        start=expression.start,
        end=expression.end,
        type=resolved.type,
        value=resolved.value,
        earliest=first,
        latest=last,
        anchor=resolved.anchor,
        approximate=expression.approximate,
        status="happened",
        event=None,
        sentence=Stretch(sentence.start_char, sentence.end_char),
    )


@Language.factory("article_timeline", assigns=["doc._.article_timeline"])
def make_timeline(nlp: Language, name: str) -> Timeline:
    """The factory spaCy calls for ``nlp.add_pipe("article_timeline")``."""
    return Timeline()
