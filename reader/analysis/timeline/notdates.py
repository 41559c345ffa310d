"""What looks like a date and is none: verbs, names, quantities, identifiers, titles, quarters of a game."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
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
            return is_month(span[-1])
        case "season":
            return is_season(span, meaning)
        case "year" | "years":
            return is_year(page, span, expression)
        case "decade":
            return is_decade(page, span, expression)
        case "quarter":
            return not is_played(page.sentence(span[0]))
        case "half_year":
            return meaning.year is not None or is_business(page.sentence(span[0]))
        case "holiday":
            return is_holiday(span)
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


_ALONE = 2  # words: "the fall"
_HAPPENS = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_month(token: Token) -> bool:
    """Not a verb ("may", "march"), a march for something, nor somebody's name ("April", "Jan Kovar", "Mr. August")."""
    before = token.nbor(-1) if token.i else None
    if token.ent_type_ == "PERSON" or _is_titled(before) or _is_somebody(token):
        return False
    if token.lower_ not in words("notdates", "ambiguous"):
        return True
    if token.pos_ in ("VERB", "AUX") or token.ent_type_ in ("ORG", "WORK_OF_ART", "FAC") or _is_held(token):
        return False
    return (
        before is None
        or before.lower_ in words("notdates", "openers")
        or before.tag_ == "IN"
        or token.ent_type_ == "DATE"
    )


def _is_somebody(token: Token) -> bool:
    """ "His wife, June, died"."""
    return token.dep_ == "appos" and token.head.lemma_.lower() in words("sources", "persons")


def is_season(span: Span, meaning: Calendar) -> bool:
    """A season, not a fall from a ladder, the spring of a clock, nor the Winter Games."""
    token = span[-1]
    before = token.nbor(-1) if token.i else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if _is_titled(before) or _of_a_thing(after):
        return False
    if meaning.year is not None or len(span) > _ALONE:
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ not in ("fall", "spring"):
        return True
    if after is not None and (after.lower_ in ("of", "in", "from", "to") or after.text == "-"):
        return False
    if span[0].lower_ == "the" and len(span) == _ALONE:
        return _is_when(span)
    return before is not None and before.lower_ in words("notdates", "openers")


def _is_when(span: Span) -> bool:
    """Whether "the fall" may say when: not what broke or was seen, and "before the fall" only of what is to come."""
    noun = span[-1]
    if noun.dep_ in _HAPPENS and noun.head.lemma_ not in words("tense", "lasting"):
        return False
    return noun.head.lower_ not in ("before", "after") or direction(noun) > 0


def is_holiday(span: Span) -> bool:
    """A day, not a song ("White Christmas") nor a Christmas tree."""
    before = span[0].nbor(-1) if span[0].i else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    named = before is not None and not before.is_sent_start and before.text[0].isupper()
    return not named and not _of_a_thing(after)


def _is_titled(before: Token | None) -> bool:
    """Whether a title stands before: "Mr. May"."""
    return before is not None and before.lower_ in words("notdates", "titles")


def _of_a_thing(after: Token | None) -> bool:
    """Whether a thing follows that is called after the time of year, whenever it is seen or sold."""
    return after is not None and after.lower_ in words("notdates", "things")


def _is_held(token: Token) -> bool:
    """ "the annual March for Peace"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    owned = any(child.dep_ in ("det", "amod", "poss") for child in token.lefts)
    return (
        token.lower_ == "march"
        and owned
        and after is not None
        and after.lower_ in ("for", "on", "of", "against")
    )


# What may stand right before a year's first figure; anything else makes it part of something longer.
_WORD = 20  # characters: longer than any prefix
_LAST_WORD = re.compile(r"\w+$")
_OPENERS = frozenset(" \n\t([{“\"‘'’`–—-/")


def is_year(page: Page, span: Span, expression: Expression) -> bool:
    """Whether an expression that is a bare number names a year."""
    if not _stands_free(page.text, expression.start, expression.end):
        return False
    before = span.doc[span.start - 1] if span.start else None
    if len(span) > 1 or before is None:
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if before.lower_ == "at" and span[-1].head == after:
        return True  # "at 1988 levels"
    if before.text in words("notdates", "signs") or before.lower_ in words("notdates", "numbered"):
        return False
    return after is None or not (_counts(span[-1], before, after) or _is_built(span[-1], before, after))


def is_decade(page: Page, span: Span, expression: Expression) -> bool:
    """Not somebody's age ("in her 30s"), nor what a thermometer shows: two figures want an article or an apostrophe."""
    text = page.words(expression)
    if any(token.lower_ in words("notdates", "weather") for token in page.sentence(span[0])):
        return len(text.split()[-1]) >= len("1990s")
    return len(text) >= len("1990s") or text.startswith(("'", "’"))


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether neither figures nor signs go on before or after."""
    if start and text[start] in "'’" and text[start - 1] in "'’`":
        return False  # an opening quotation mark
    if start and text[start - 1] not in _OPENERS:
        return False
    if start > 1 and text[start - 1] == "-" and not _may_lead(text[max(0, start - _WORD) : start - 1]):
        return False
    after = text[end : end + 2]
    return not after.startswith(("%", "$", "€")) and not (
        after[:1] in (".", ",", ":") and after[1:].isdigit()
    )


def _may_lead(text: str) -> bool:
    """Whether what stands before a hyphen may: "pre-1990", "1989-1990", but not "site-1300"."""
    word = _LAST_WORD.search(text)
    return word is None or word[0].isdigit() or word[0].lower() in words("notdates", "prefixes")


def _is_built(number: Token, before: Token, after: Token) -> bool:
    """ "his 1987 Delgado", "a 1990 Orvane Comet": the year a car was built in is part of its name."""
    owned = before.lower_ in ("a", "an") or before.tag_ in ("PRP$", "POS")
    return owned and after.tag_ == "NNP" and number.head.tag_ == "NNP"


def _counts(number: Token, before: Token, after: Token) -> bool:
    """Whether a number says how many: "sold 1950 bicycles", not "its 1950 elections"."""
    if after.lower_ in words("notdates", "measures"):
        return True
    owned = before.tag_ in ("PRP$", "POS") or before.lower_ in words("notdates", "openers")
    return after.tag_ == "NNS" and number.head == after and not owned


def is_business(sentence: Span) -> bool:
    """ "the first half" of a match is no half year; of a year's business it is."""
    return any(
        token.ent_type_ == "MONEY" or token.lower_ in words("notdates", "business") for token in sentence
    )


def is_played(sentence: Span) -> bool:
    """ "scored twice in the fourth quarter"."""
    return any(token.lower_ in words("notdates", "play") for token in sentence)


_PLURAL = frozenset({"NNS", "NNPS"})
_TIMES = {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF"}


def in_general(expression: Expression, span: Span) -> Expression:
    """The same expression, which names no day where it means these times or those to come."""
    value = _TIMES.get(span.text.lower()) if expression.rule == "today" else None
    if value is None or not (_owns_an_age(span) or _are_of(span)):
        return expression
    return replace(expression, meaning=Reference(value))


def _owns_an_age(span: Span) -> bool:
    """ "today's world", "many of today's lorries"."""
    following = span.doc[span.end : span.end + 1]
    if following.text not in ("'s", "’s"):
        return False
    owned = span.root.head
    if owned.lower_ in words("notdates", "ages"):
        return True
    if owned.lemma_ in words("tense", "deeds"):
        return False
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return before[-1:] == ["of"] and before[0] in words("notdates", "shares") and owned.tag_ in _PLURAL


def _are_of(span: Span) -> bool:
    """ "the voters of tomorrow"; what is of today may be today's."""
    if span.text.lower() != "tomorrow" or span.start < 2 or span.doc[span.start - 1].lower_ != "of":
        return False
    return span.doc[span.start - 2].pos_ in ("NOUN", "PROPN")
