"""What looks like a date and is none: verbs, names, quantities, identifiers, titles."""

from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.timeline import games, names, years
from reader.analysis.timeline.generic import in_general
from reader.analysis.timeline.meaning import Calendar, Expression, Length, OfDay, Reference, Repeat, Step
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.tense import direction

# Rules whose article may belong to the noun that follows: "the summer offensive".
_ARTICLES = frozenset({"season", "holiday", "quarter", "century", "day_month", "half_year"})
_CAPITAL_RULES = frozenset({"month", "weekday", "holiday"})
_LEAP_YEAR = 2000
_SURE = 2  # of the direction a clause looks in


def checked(page: Page, expression: Expression) -> Expression | None:
    """An expression that fits the grammar, if it is about time where it stands, else None."""
    if page.says_when_written(expression):
        return None
    span = page.span(expression)
    if len(span) > 1 and _not_its_own(span, expression):
        expression = replace(expression, start=span[1].idx)
        span = span[1:]
    if isinstance(expression.meaning, Calendar) and _is_joined(span, expression):
        span = span[1:]
        meaning = replace(expression.meaning, year=None)
        expression = replace(expression, start=span.start_char, meaning=meaning, rule="season")
    if isinstance(expression.meaning, Length) and _is_rate(span):
        expression = replace(expression, meaning=Repeat(expression.meaning.value))
    expression = in_general(expression, span)
    return expression if _is_date(page, span, expression) else None


def _is_joined(span: Span, expression: Expression) -> bool:
    """ "Said that winter is hard", where "that" joins the clause to its verb."""
    said = span.start > 0 and span.doc[span.start - 1].pos_ == "VERB"
    return expression.rule == "that_season" and span[0].dep_ == "mark" and said


def _is_rate(span: Span) -> bool:
    """ "$3 million a year", "15 visits a week": how often, not how long."""
    if span[0].lower_ not in ("a", "an") or not span.start:
        return False
    before = span.doc[span.start - 1]
    return span[-1].dep_ == "npadvmod" and before.pos_ in ("NOUN", "NUM", "SYM")


def _not_its_own(span: Span, expression: Expression) -> bool:
    """Whether the first word is another's: "to last six weeks", the article of "the summer offensive"."""
    if span[0].lower_ == "last" and span[0].pos_ == "VERB":
        return True
    article = span[0].pos_ in ("DET", "PRON") and span[0].head.i >= span.end
    return article and expression.rule in _ARTICLES


def _is_date(page: Page, span: Span, expression: Expression) -> bool:
    if _in_name(page, expression):
        return False
    match expression.meaning:
        case Calendar() as meaning:
            return _calendar(page, span, expression, meaning)
        case Length():
            return _length(page, span, expression)
        case Reference():
            return _reference(span)
        case OfDay():
            return _time_of_day(span, expression)
        case Repeat():
            return _repeat(span)
    return True


def _in_name(page: Page, expression: Expression) -> bool:
    """Capitals where a sentence does not begin: "USA Today", "This Week" are titles."""
    if not isinstance(expression.meaning, Step | Length | Repeat) or "weekdays" in expression.rule:
        return False
    parts = page.words(expression).split()
    if any(part[0].isupper() for part in parts[1:]):
        return not isinstance(expression.meaning, Repeat)
    return parts[0][0].isupper() and len(parts) == 1 and _inside_sentence(page.text, expression.start)


def _inside_sentence(text: str, start: int) -> bool:
    """Whether a word or a comma stands right before."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'’")


def _calendar(page: Page, span: Span, expression: Expression, meaning: Calendar) -> bool:
    if expression.rule in _CAPITAL_RULES and page.words(expression).islower():
        return False
    if expression.rule == "weekday" and _is_any(span.root):
        return False
    if expression.rule == "leaning" and meaning.month and span[-1].lower_ in words("notdates", "ambiguous"):
        return not span[-1].is_lower  # "at this march"
    if meaning.month and meaning.day and not _exists(meaning.year, meaning.month, meaning.day):
        return False
    match expression.rule:
        case "month":
            return names.is_month(span[-1])
        case "season":
            return names.is_season(span, meaning)
        case "year" | "years":
            return years.is_year(page, span, expression)
        case "decade":
            return years.is_decade(page, span, expression)
        case "quarter":
            return not games.is_played(page.sentence(span[0]))
        case "half_year":
            return meaning.year is not None or games.is_business(page.sentence(span[0]))
        case "holiday":
            return names.is_holiday(span)
    return True


def _is_any(day: Token) -> bool:
    """ "On a normal Monday"."""
    lefts = list(day.lefts)
    return any(word.lower_ in ("a", "an") for word in lefts) and any(word.dep_ == "amod" for word in lefts)


def _exists(year: int | Step | None, month: int, day: int) -> bool:
    """Whether there is such a day: no 30 February, and no 29 February in a year that has none."""
    if not isinstance(year, int) or not MINYEAR <= year <= MAXYEAR:
        year = _LEAP_YEAR
    return day <= monthrange(year, month)[1]


def _length(page: Page, span: Span, expression: Expression) -> bool:
    """Not "a second attack", not "three quarters of them", not "watt-hours"."""
    last = span[-1].lower_
    if page.text[max(expression.start - 1, 0) : expression.start] in ("-", "‑"):
        return False
    if expression.rule == "described_length" and span[-2].pos_ != "ADJ":
        return False
    if last in ("second", "quarter"):
        return False
    if last == "quarters":
        return (
            len(span) > 1
            and span[-2].text != "-"
            and not (span[0].lower_ in ("three", "3") and page.text.startswith(" of", expression.end))
        )
    return True


def _time_of_day(span: Span, expression: Expression) -> bool:
    """Not "high noon", a "late-night bus", nor the habit of "swims in the morning"."""
    if any(word.text == "-" for word in span) and span[-1].head.i >= span.end:
        return False
    if span.start and span.doc[span.start - 1].lower_ == "high":
        return False
    return expression.rule != "bare_part" or span[0].lower_ != "the" or abs(direction(span.root)) == _SURE


def _reference(span: Span) -> bool:
    """Not the "now" that opens a tale ("Now the boats left"), nor one that says a state holds ("are now told")."""
    token = span[-1]
    if token.lower_ != "now" or len(span) > 1:
        return True
    verb = token.head
    helpers = [child for child in verb.children if child.dep_ == "auxpass" and child.i < verb.i]
    if any(helper.tag_ in ("VBP", "VBZ", "VBN") for helper in helpers):
        return False
    return not (token.is_sent_start and verb.tag_ == "VBD")


def _is_named(span: Span) -> bool:
    """ "The daily Orrin Post"."""
    paper = span[-1].head
    return (
        paper.pos_ == "PROPN" and paper.i >= span.end and span.start > 0 and span[0].nbor(-1).lower_ == "the"
    )


def _repeat(span: Span) -> bool:
    """Not a paper ("the party daily"), a quarterly dividend, nor a speed ("60 miles an hour")."""
    if span[-1].lower_ in words("notdates", "papers"):
        dividend = span[-1].lower_ == "quarterly" and span[-1].dep_ == "amod"
        return span.root.pos_ != "NOUN" and not dividend and not _is_named(span)
    return span[-1].lower_ not in ("hour", "minute", "second") or span[0].lower_ in ("every", "each")
