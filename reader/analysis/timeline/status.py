"""Whether what a time is said of happened, is planned, is uncertain or comes again and again."""

from datetime import date
from itertools import islice

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.model import Status
from reader.analysis.timeline.clauses import Clause
from reader.analysis.timeline.meaning import Length, Meaning, Repeat
from reader.analysis.timeline.tense import direction, is_ranked

_CLIMB = 6
_PAST = -2


def status_of(
    clause: Clause,
    meaning: Meaning,
    span: Span,
    spanned: tuple[date | None, date | None],
    published: date | None,
) -> Status:
    """The status of an event.

    Args:
        span: the words of the time.
        spanned: the first and the last day of its time; what is after the publication day cannot have happened.
    """
    earliest, latest = spanned
    if isinstance(meaning, Repeat):
        return "recurring"
    verb = clause.verb
    over = bool(latest and published and latest < published)
    if verb is not None and _is_uncertain(verb) and not (over and clause.noun is not None):
        return "uncertain"
    if earliest and published and earliest > published:
        return "planned"
    if isinstance(meaning, Length) and not meaning.value.startswith("PT") and _leads_on(span):
        return "planned"
    if verb is not None and clause.noun is None and not over and _looks_ahead(verb):
        return "planned"
    return "happened"


def _looks_ahead(verb: Token) -> bool:
    """Whether a clause is about what is to come; the present tense alone does not say so."""
    return direction(verb) == 2 or (verb.lemma_ in words("tense", "ahead") and direction(verb) > 0)


def _leads_on(span: Span) -> bool:
    """Whether a length leads to what is to come: "30 days away", "the next two years", "opens in a week".

    Hours are left out: a town may be three hours away.
    """
    way = direction(span.root)
    if way <= _PAST:
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
        way > 0 and bool(before) and before[-1].lower_ in ("in", "within") and not any(map(is_ranked, before))
    )


def _is_uncertain(verb: Token) -> bool:
    """Denied, only possible, under a condition, or merely alleged."""
    said = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "advmod")}
    if said & words("tense", "doubt") or any(child.dep_ == "neg" for child in verb.children):
        return True
    return any(map(_conditional, [verb, *islice(verb.ancestors, _CLIMB)]))


def _conditional(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in words("tense", "conditions") for child in verb.children
    )
