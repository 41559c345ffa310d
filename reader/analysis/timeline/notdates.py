"""What looks like a date and is none, or not all of it: verbs, names, quantities, identifiers, titles, quarters of a game.

Each reason is a rule. `FORMS` give an expression another stretch or another meaning; of `NOT_DATES`, what is asked of
a kind of expression and of what one rule of the grammar found, the first that holds turns it down.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR
from functools import cached_property

from spacy.tokens import Span, Token

from reader.analysis.lexicon import words
from reader.analysis.rules import Order, Rule, no, reads, rule, when
from reader.analysis.timeline.expressions import clock, dates, lengths, periods, relative
from reader.analysis.timeline.meaning import (
    Calendar,
    Expression,
    Length,
    Meaning,
    OfDay,
    Reference,
    Repeat,
    Step,
)
from reader.analysis.timeline.page import Page
from reader.analysis.timeline.tense import direction

# Rules whose article may belong to the noun that follows: "the summer offensive".
_ARTICLES = (
    periods.season,
    dates.holiday,
    periods.quarter,
    periods.century,
    dates.day_month,
    periods.half_year,
)
_WEEKDAYS = (dates.stretch_of_weekdays, lengths.weekdays, lengths.pair_of_weekdays)
_LEAP_YEAR = 2000
_SURE = 2  # of the direction a clause looks in
_ALONE = 2  # words: "the fall"
_HAPPENS = frozenset({"nsubj", "nsubjpass", "dobj"})
_PLURAL = frozenset({"NNS", "NNPS"})
_LONG_YEAR, _LONG_DECADE = len("1990"), len("1990s")


@dataclass(frozen=True)
class Candidate:
    """An expression that fits the grammar, where it stands."""

    page: Page
    expression: Expression

    @cached_property
    def span(self) -> Span:
        """Its words in the parse."""
        return self.page.span(self.expression)

    @cached_property
    def sentence(self) -> Span:
        """The sentence it stands in."""
        return self.page.sentence(self.span[0])

    @property
    def first(self) -> Token:
        """Its first word."""
        return self.span[0]

    @property
    def last(self) -> Token:
        """Its last word."""
        return self.span[-1]

    @property
    def before(self) -> Token | None:
        """The word before it."""
        return self.span.doc[self.span.start - 1] if self.span.start else None

    @property
    def after(self) -> Token | None:
        """The word behind it."""
        return self.span.doc[self.span.end] if self.span.end < len(self.span.doc) else None

    @property
    def text(self) -> str:
        """It as it is written."""
        return self.page.words(self.expression)


def checked(page: Page, expression: Expression) -> Expression | None:
    """An expression that fits the grammar, if it is about time where it stands, else None."""
    if page.says_when_written(expression):
        return None
    candidate = Candidate(page, expression)
    for row in FORMS:
        if row.is_on and (other := row.decide(candidate)) is not None:
            candidate = Candidate(page, replace(other, why=(*other.why, row.name)))
    return None if _turned_down(candidate) else candidate.expression


def _turned_down(candidate: Candidate) -> bool:
    expression = candidate.expression
    order = NOT_DATES.get(type(expression.meaning))
    if IN_TITLE.first(candidate) or (order is not None and order.first(candidate)):
        return True
    of_rule = NOT_DATES_OF.get(expression.why[0])
    return of_rule is not None and of_rule.first(candidate) is not None


def _is_in(token: Token | None, name: str) -> bool:
    """Whether a word is of a list of the lexicon."""
    return token is not None and token.lower_ in words("notdates", name)


def _is_titled(token: Token) -> bool:
    """Whether a title stands before a word: "Mr. May"."""
    return token.i > 0 and _is_in(token.nbor(-1), "titles")


# --- Another stretch or another meaning.


@rule(
    "timeline.last_is_a_verb",
    "“Last” before a length can be the verb, which is no part of it: is to last six weeks.",
    decides=[reads("The talks are to last six weeks.", when("six weeks", value="P6W"))],
    leaves=[reads("The talks filled the last six weeks.", when("the last six weeks", value="P6W"))],
)
def last_is_a_verb(candidate: Candidate) -> Expression | None:
    """The same without the verb."""
    if len(candidate.span) == 1 or candidate.first.lower_ != "last" or candidate.first.pos_ != "VERB":
        return None
    return replace(candidate.expression, start=candidate.span[1].idx)


@rule(
    "timeline.article_of_a_noun",
    "An article before a period can be that of the noun behind it: the summer offensive.",
    decides=[reads("The summer offensive began in 1990.", when("summer"))],
    leaves=[reads("It began in the summer of 1990.", when("the summer of 1990", value="1990-SU"))],
)
def article_of_a_noun(candidate: Candidate) -> Expression | None:
    """The same without the article."""
    if len(candidate.span) == 1 or not candidate.expression.is_by(*_ARTICLES):
        return None
    article, span = candidate.first, candidate.span
    if article.pos_ not in ("DET", "PRON") or article.head.i < span.end:
        return None
    return replace(candidate.expression, start=span[1].idx)


@rule(
    "timeline.that_joins",
    "“That” before a season can join a clause to its verb: the mayor said that winter is hard.",
    decides=[reads("The mayor said that winter is hard.", when("winter", value="2025-WI"))],
    leaves=[reads("In 1950 she left. By that winter he was dead.", when("that winter", value="1950-WI"))],
)
def that_joins(candidate: Candidate) -> Expression | None:
    """The season alone, of no year that is said."""
    expression, meaning = candidate.expression, candidate.expression.meaning
    if not isinstance(meaning, Calendar) or not expression.is_by(periods.that_season):
        return None
    before = candidate.before
    if candidate.first.dep_ != "mark" or before is None or before.pos_ != "VERB":
        return None
    alone = replace(meaning, year=None)
    return replace(
        expression, start=candidate.span[1].idx, meaning=alone, why=(periods.season.name, *expression.why)
    )


@rule(
    "timeline.amount_a_unit",
    "“A year” right behind an amount says how often, not how long: $3 million a year, 15 visits a week.",
    decides=[reads("The club costs $3 million a year.", when("a year", type="SET", value="P1Y"))],
    leaves=[reads("The club lasted a year.", when("a year", type="DURATION", value="P1Y"))],
)
def amount_a_unit(candidate: Candidate) -> Expression | None:
    """The length as what comes again and again."""
    meaning, before = candidate.expression.meaning, candidate.before
    if not isinstance(meaning, Length) or candidate.first.lower_ not in ("a", "an") or before is None:
        return None
    if candidate.last.dep_ != "npadvmod" or before.pos_ not in ("NOUN", "NUM", "SYM"):
        return None
    return replace(candidate.expression, meaning=Repeat(meaning.value))


@rule(
    "timeline.todays_world",
    "“Today's” before an age, or before many of its things, means these times: today's world, most of today's lorries.",
    decides=[
        reads("Today's world is loud.", when("Today", value="PRESENT_REF")),
        reads("Most of today's lorries are electric.", when("today", value="PRESENT_REF")),
    ],
    leaves=[reads("Today's meeting was loud.", when("Today", value="2026-03-12"))],
)
def todays_world(candidate: Candidate) -> Expression | None:
    """The present in place of the day."""
    value = _TIMES.get(candidate.text.lower()) if candidate.expression.is_by(clock.today) else None
    if value is None or not _owns_an_age(candidate.span):
        return None
    return replace(candidate.expression, meaning=Reference(value))


@rule(
    "timeline.voters_of_tomorrow",
    "“Of tomorrow” behind a noun means the future: the voters of tomorrow.",
    decides=[reads("She taught the voters of tomorrow.", when("tomorrow", value="FUTURE_REF"))],
    leaves=[reads("She will teach tomorrow.", when("tomorrow", value="2026-03-13"))],
)
def voters_of_tomorrow(candidate: Candidate) -> Expression | None:
    """The future in place of the day; what is of today may be today's."""
    span = candidate.span
    if span.text.lower() != "tomorrow" or span.start < 2 or span.doc[span.start - 1].lower_ != "of":
        return None
    if span.doc[span.start - 2].pos_ not in ("NOUN", "PROPN"):
        return None
    return replace(candidate.expression, meaning=Reference("FUTURE_REF"))


_TIMES = {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF"}


def _owns_an_age(span: Span) -> bool:
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


FORMS: tuple[Rule[[Candidate], Expression | None], ...] = (
    last_is_a_verb,
    article_of_a_noun,
    that_joins,
    amount_a_unit,
    todays_world,
    voters_of_tomorrow,
)


# --- Titles.


@rule(
    "timeline.in_a_title",
    "Capitals where no sentence begins make a title of a step, a length or a set: USA Today, This Week.",
    decides=[reads("She writes for Orrin Today.", no(when("Today")))],
    leaves=[reads("Today she writes.", when("Today", value="2026-03-12"))],
)
def in_a_title(candidate: Candidate) -> bool:
    """Whether it is written as a title."""
    expression = candidate.expression
    if not isinstance(expression.meaning, Step | Length | Repeat) or expression.is_by(*_WEEKDAYS):
        return False
    parts = candidate.text.split()
    if any(part[0].isupper() for part in parts[1:]):
        return not isinstance(expression.meaning, Repeat)
    text = candidate.page.text
    return parts[0][0].isupper() and len(parts) == 1 and _inside_sentence(text, expression.start)


def _inside_sentence(text: str, start: int) -> bool:
    """Whether a word or a comma stands right before."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'’")


IN_TITLE: "Order[[Candidate], bool]" = Order("Is it a title?", in_a_title)


# --- Places in the calendar.


@rule(
    "timeline.small_letters",
    "A month, a weekday or a holiday in small letters is none.",
    decides=[reads("They met at the friday club.", no(when("friday")))],
    leaves=[reads("They met at the Friday club.", when("Friday"))],
)
def small_letters(candidate: Candidate) -> bool:
    """Whether a name that wants a capital has none."""
    return candidate.expression.is_by(dates.month, dates.weekday, dates.holiday) and candidate.text.islower()


@rule(
    "timeline.any_weekday",
    "A weekday with “a” and an adjective is any such day: on a normal Monday.",
    decides=[reads("It sold 600, against 150 on a normal Monday.", no(when("Monday")))],
    leaves=[reads("It sold 600 on a Monday.", when("Monday"))],
)
def any_weekday(candidate: Candidate) -> bool:
    """Whether it is one of many alike."""
    if not candidate.expression.is_by(dates.weekday):
        return False
    lefts = list(candidate.span.root.lefts)
    return any(word.lower_ in ("a", "an") for word in lefts) and any(word.dep_ == "amod" for word in lefts)


@rule(
    "timeline.last_march_on_foot",
    "“This march” or “next may” in small letters is no month.",
    decides=[reads("They sang at this march.", no(when("this march")))],
    leaves=[reads("They sang this March.", when("this March", value="2026-03"))],
)
def last_march_on_foot(candidate: Candidate) -> bool:
    """Whether the month is another word."""
    meaning = candidate.expression.meaning
    if not isinstance(meaning, Calendar) or not candidate.expression.is_by(relative.leaning):
        return False
    return bool(meaning.month) and _is_in(candidate.last, "ambiguous") and candidate.last.is_lower


@rule(
    "timeline.no_such_day",
    "A day that its month does not have is none: 30 February, 29 February 2023.",
    decides=[reads("The mill burnt on 30 February.", no(when("30 February")))],
    leaves=[reads("The mill burnt on 29 February 2024.", when("29 February 2024", value="2024-02-29"))],
)
def no_such_day(candidate: Candidate) -> bool:
    """Whether the calendar lacks it."""
    meaning = candidate.expression.meaning
    if not isinstance(meaning, Calendar) or not meaning.month or not meaning.day:
        return False
    year = meaning.year
    known = isinstance(year, int) and MINYEAR <= year <= MAXYEAR
    return meaning.day > monthrange(year if known and isinstance(year, int) else _LEAP_YEAR, meaning.month)[1]


# --- Months.


@rule(
    "timeline.month_is_somebody",
    "A month's name can be a person's: by the model's names, behind a title, or beside “his wife”.",
    decides=[
        reads("Mr. March left.", no(when("March"))),
        reads("The money went to his wife, June, who died in 2004.", no(when("June"))),
    ],
    leaves=[reads("The money went to his wife in June.", when("June"))],
)
def month_is_somebody(candidate: Candidate) -> bool:
    """Whether it names a person."""
    token = candidate.last
    beside = token.dep_ == "appos" and token.head.lemma_.lower() in words("sources", "persons")
    return token.ent_type_ == "PERSON" or _is_titled(token) or beside


@rule(
    "timeline.month_is_a_verb",
    "“May” and “march” are verbs as well.",
    decides=[reads("They know that May he rest.", no(when("May")))],
    leaves=[reads("The mill burnt in May.", when("May"))],
)
def month_is_a_verb(candidate: Candidate) -> bool:
    """Whether the parse has a verb."""
    return _is_in(candidate.last, "ambiguous") and candidate.last.pos_ in ("VERB", "AUX")


@rule(
    "timeline.month_in_a_name",
    "“March”, “May” and “August” stand in the names of firms, works and buildings.",
    decides=[reads("She bought shares of March Holdings Inc.", no(when("March")))],
    leaves=[reads("She bought shares in March.", when("March"))],
)
def month_in_a_name(candidate: Candidate) -> bool:
    """Whether the model has a name of something else."""
    return _is_in(candidate.last, "ambiguous") and candidate.last.ent_type_ in ("ORG", "WORK_OF_ART", "FAC")


@rule(
    "timeline.march_for_something",
    "A march that is somebody's, for or against something, is a walk: the annual March for Peace.",
    decides=[reads("The annual March for Peace was long.", no(when("The annual March")), no(when("March")))],
    leaves=[reads("In March for once it rained.", when("March"))],
)
def march_for_something(candidate: Candidate) -> bool:
    """Whether people walk."""
    token, after = candidate.last, candidate.last.doc[candidate.last.i + 1 : candidate.last.i + 2]
    owned = any(child.dep_ in ("det", "amod", "poss") for child in token.lefts)
    return token.lower_ == "march" and owned and after.text.lower() in ("for", "on", "of", "against")


@rule(
    "timeline.month_out_of_place",
    "A month's name that is another word as well wants a preposition or the like before it.",
    decides=[reads("Old Mar left.", no(when("Mar")))],
    leaves=[reads("They came in Mar. and left.", when("Mar.", value="2026-03"))],
)
def month_out_of_place(candidate: Candidate) -> bool:
    """Whether nothing before it says that it is a month."""
    token = candidate.last
    before = token.nbor(-1) if token.i else None
    if not _is_in(token, "ambiguous") or before is None or _is_in(before, "openers"):
        return False
    return before.tag_ != "IN" and token.ent_type_ != "DATE"


# --- Seasons and holidays.


@rule(
    "timeline.season_of_a_thing",
    "What is called after a season or a holiday is there whenever: the Winter Games, a winter coat, a Christmas tree.",
    decides=[
        reads("She won gold at the Winter Games.", no(when("Winter"))),
        reads("She sold her Christmas tree.", no(when("Christmas"))),
    ],
    leaves=[reads("She won gold in winter.", when("winter"))],
)
def season_of_a_thing(candidate: Candidate) -> bool:
    """Whether a thing follows that is called after it."""
    return _is_in(candidate.after, "things")


@rule(
    "timeline.season_is_somebody",
    "A season behind a title is a name: Mr. Winter.",
    decides=[reads("They asked Mr. Winter.", no(when("Winter")))],
    leaves=[reads("They asked in winter.", when("winter"))],
)
def season_is_somebody(candidate: Candidate) -> bool:
    """Whether a title stands before its last word."""
    return _is_titled(candidate.last)


def _is_bare(candidate: Candidate) -> bool:
    """Whether a season has no year and no words that say it is one."""
    meaning = candidate.expression.meaning
    return isinstance(meaning, Calendar) and meaning.year is None and len(candidate.span) <= _ALONE


def _is_bare_fall(candidate: Candidate) -> bool:
    return _is_bare(candidate) and candidate.last.lower_ in ("fall", "spring")


@rule(
    "timeline.season_is_a_verb",
    "“Fall”, “spring” and “winter” are verbs as well.",
    decides=[reads("They fear prices will fall, fall again.", no(when("fall")))],
    leaves=[reads("Prices sank in the fall.", when("the fall", value="2025-FA"))],
)
def season_is_a_verb(candidate: Candidate) -> bool:
    """Whether the parse has no noun."""
    return _is_bare(candidate) and candidate.last.pos_ not in ("NOUN", "PROPN")


@rule(
    "timeline.fall_of_something",
    "A fall of, in, from or to something is none of the year.",
    decides=[reads("They spoke of fall from grace.", no(when("fall")))],
    leaves=[reads("They spoke of fall.", when("fall"))],
)
def fall_of_something(candidate: Candidate) -> bool:
    """Whether it says what falls, or where."""
    after = candidate.after
    if not _is_bare_fall(candidate) or after is None:
        return False
    return after.lower_ in ("of", "in", "from", "to") or after.text == "-"


@rule(
    "timeline.fall_that_happens",
    "“The fall” that does something, or that something is done to, is no season.",
    decides=[reads("The fall broke his leg.", no(when("The fall")))],
    leaves=[reads("He broke his leg in the fall.", when("the fall", value="2025-FA"))],
)
def fall_that_happens(candidate: Candidate) -> bool:
    """Whether it is a subject or an object."""
    noun = candidate.last
    if not _is_bare_fall(candidate) or not _is_the(candidate.span):
        return False
    return noun.dep_ in _HAPPENS and noun.head.lemma_ not in words("tense", "lasting")


@rule(
    "timeline.before_the_fall",
    "“Before the fall” is a season only of what is to come.",
    decides=[reads("He ate before the fall.", no(when("the fall")))],
    leaves=[reads("He will eat before the fall.", when("the fall", value="2026-FA"))],
)
def before_the_fall(candidate: Candidate) -> bool:
    """Whether it was somebody's fall."""
    noun = candidate.last
    if not _is_bare_fall(candidate) or not _is_the(candidate.span):
        return False
    return noun.head.lower_ in ("before", "after") and direction(noun) <= 0


@rule(
    "timeline.fall_out_of_place",
    "“Fall” and “spring” alone want a preposition or the like before them.",
    decides=[reads("His fall was long.", no(when("fall")))],
    leaves=[reads("He came last fall.", when("last fall", value="2025-FA"))],
)
def fall_out_of_place(candidate: Candidate) -> bool:
    """Whether nothing before it says that it is a season."""
    if not _is_bare_fall(candidate) or _is_the(candidate.span):
        return False
    token = candidate.last
    return not (token.i and _is_in(token.nbor(-1), "openers"))


def _is_the(span: Span) -> bool:
    return span[0].lower_ == "the" and len(span) == _ALONE


@rule(
    "timeline.holiday_in_a_name",
    "A holiday behind a capital where no sentence begins is in a name: White Christmas.",
    decides=[reads("They sang White Christmas.", no(when("Christmas")))],
    leaves=[reads("They sang at Christmas.", when("Christmas", value="2025-12-25"))],
)
def holiday_in_a_name(candidate: Candidate) -> bool:
    """Whether it is part of a name."""
    before = candidate.before
    return before is not None and not before.is_sent_start and before.text[0].isupper()


# --- Quarters and halves.


@rule(
    "timeline.quarter_of_a_game",
    "Beside the words of a game a quarter is one of its four: scored twice in the third quarter.",
    decides=[reads("They scored twice in the third quarter.", no(when("the third quarter")))],
    leaves=[
        reads("They sold twice as much in the third quarter.", when("the third quarter", value="2025-Q3"))
    ],
)
def quarter_of_a_game(candidate: Candidate) -> bool:
    """Whether the sentence tells of a game."""
    return any(token.lower_ in words("notdates", "play") for token in candidate.sentence)


@rule(
    "timeline.half_of_a_game",
    "A half without a year is one of a match, unless its sentence tells of business.",
    decides=[reads("They sang twice in the first half.", no(when("the first half")))],
    leaves=[reads("Profits fell in the first half.", when("the first half", value="2026-H1"))],
)
def half_of_a_game(candidate: Candidate) -> bool:
    """Whether nothing in the sentence is a business's."""
    meaning = candidate.expression.meaning
    if isinstance(meaning, Calendar) and meaning.year is not None:
        return False
    return not any(
        token.ent_type_ == "MONEY" or token.lower_ in words("notdates", "business")
        for token in candidate.sentence
    )


# --- Years and decades.

# What may stand right before a year's first figure; anything else makes it part of something longer.
_OPENERS = frozenset(" \n\t([{“\"‘'’`–—-/")
_WORD = 20  # characters: longer than any prefix
_LAST_WORD = re.compile(r"\w+$")


@rule(
    "timeline.part_of_a_number",
    "Figures or signs that go on before or behind make four figures part of something longer: mill-1300, 1990%.",
    decides=[reads("They drove the mill-1300 model.", no(when("1300")))],
    leaves=[reads("They dug in pre-1300 layers.", when("1300", value="1300"))],
)
def part_of_a_number(candidate: Candidate) -> bool:
    """Whether it does not stand free."""
    text, start, end = candidate.page.text, candidate.expression.start, candidate.expression.end
    if start and text[start] in "'’" and text[start - 1] in "'’`":
        return True  # an opening quotation mark
    if start and text[start - 1] not in _OPENERS:
        return True
    if start > 1 and text[start - 1] == "-" and not _may_lead(text[max(0, start - _WORD) : start - 1]):
        return True
    after = text[end : end + 2]
    return after.startswith(("%", "$", "€")) or (after[:1] in (".", ",", ":") and after[1:].isdigit())


def _may_lead(text: str) -> bool:
    """Whether what stands before a hyphen may: "pre-1990", "1989-1990", but not "site-1300"."""
    word = _LAST_WORD.search(text)
    return word is None or word[0].isdigit() or word[0].lower() in words("notdates", "prefixes")


def _at_level(candidate: Candidate) -> bool:
    """ "At 1988 levels"."""
    before = candidate.before
    return before is not None and before.lower_ == "at" and candidate.last.head == candidate.after


def _is_bare_number(candidate: Candidate) -> bool:
    return len(candidate.span) == 1 and candidate.before is not None and not _at_level(candidate)


@rule(
    "timeline.number_of_a_thing",
    "Four figures behind a sign or a word for what is numbered are its number: page 1950, $1990.",
    decides=[reads("Read page 1950 again.", no(when("1950")))],
    leaves=[reads("Prices are at 1988 levels.", when("1988", value="1988"))],
)
def number_of_a_thing(candidate: Candidate) -> bool:
    """Whether what stands before makes it no year."""
    before = candidate.before
    if before is None or not _is_bare_number(candidate):
        return False
    return before.text in words("notdates", "signs") or _is_in(before, "numbered")


@rule(
    "timeline.so_many_things",
    "Four figures before what is counted say how many: sold 1950 bicycles.",
    decides=[reads("The mill sold 1950 bags.", no(when("1950")))],
    leaves=[reads("The town recalled its 1950 elections.", when("1950", value="1950"))],
)
def so_many_things(candidate: Candidate) -> bool:
    """Whether something is counted."""
    number, before, after = candidate.last, candidate.before, candidate.after
    if before is None or after is None or not _is_bare_number(candidate):
        return False
    if _is_in(after, "measures"):
        return True
    owned = before.tag_ in ("PRP$", "POS") or _is_in(before, "openers")
    return after.tag_ == "NNS" and number.head == after and not owned


@rule(
    "timeline.year_it_was_built",
    "The year a car was built in is part of its name: his 1987 Delgado.",
    decides=[reads("He drove a 1987 Delgado.", no(when("1987")))],
    leaves=[reads("He drove in the 1987 Delgado race.", when("1987", value="1987"))],
)
def year_it_was_built(candidate: Candidate) -> bool:
    """Whether somebody's or some thing of a name follows."""
    number, before, after = candidate.last, candidate.before, candidate.after
    if before is None or after is None or not _is_bare_number(candidate):
        return False
    owned = before.lower_ in ("a", "an") or before.tag_ in ("PRP$", "POS")
    return owned and after.tag_ == "NNP" and number.head.tag_ == "NNP"


@rule(
    "timeline.decade_of_a_thermometer",
    "Beside words for the weather a decade in two figures is read off a thermometer: highs in the 80s.",
    decides=[reads("Highs were in the 80s.", no(when("the 80s")))],
    leaves=[reads("Highs were recorded in the 1980s.", when("the 1980s", value="198"))],
)
def decade_of_a_thermometer(candidate: Candidate) -> bool:
    """Whether degrees are meant."""
    weather = any(token.lower_ in words("notdates", "weather") for token in candidate.sentence)
    return weather and len(candidate.text.split()[-1]) < _LONG_DECADE


@rule(
    "timeline.decade_of_an_age",
    "Two figures without an article or an apostrophe are somebody's age: in her 30s.",
    decides=[reads("She is in her 30s.", no(when("30s")))],
    leaves=[reads("She sang in the '30s.", when("the '30s", value="193"))],
)
def decade_of_an_age(candidate: Candidate) -> bool:
    """Whether years of a life are meant."""
    return len(candidate.text) < _LONG_DECADE and not candidate.text.startswith(("'", "’"))


# --- Lengths.


@rule(
    "timeline.length_in_a_compound",
    "A length behind a hyphen is part of another word.",
    decides=[reads("She bought a post-two years plan.", no(when("two years")))],
    leaves=[reads("She bought it for two years.", when("two years", value="P2Y"))],
)
def length_in_a_compound(candidate: Candidate) -> bool:
    """Whether a hyphen stands before it."""
    start = candidate.expression.start
    return candidate.page.text[max(start - 1, 0) : start] in ("-", "‑")


@rule(
    "timeline.length_of_a_thing",
    "Only an adjective may stand between a number and its unit: two bloody weeks, not two boat weeks.",
    decides=[reads("The crews took two boat weeks.", no(when("two boat weeks")))],
    leaves=[reads("The siege took two bloody weeks.", when("two bloody weeks", value="P2W"))],
)
def length_of_a_thing(candidate: Candidate) -> bool:
    """Whether the word between is no adjective."""
    return candidate.expression.is_by(lengths.described_length) and candidate.span[-2].pos_ != "ADJ"


@rule(
    "timeline.second_of_a_row",
    "“A second” and “a quarter” are an order and a share before they are lengths.",
    decides=[reads("They feared a second attack.", no(when("a second")))],
    leaves=[reads("They waited two seconds.", when("two seconds", value="PT2S"))],
)
def second_of_a_row(candidate: Candidate) -> bool:
    """Whether it is an ordinal or a share."""
    return candidate.last.lower_ in ("second", "quarter")


@rule(
    "timeline.three_quarters_of",
    "“Three quarters of” them is a share; so are quarters alone or behind a hyphen.",
    decides=[reads("Three quarters of the men left.", no(when("Three quarters")))],
    leaves=[reads("Sales fell for three quarters.", when("three quarters", value="P3Q"))],
)
def three_quarters_of(candidate: Candidate) -> bool:
    """Whether a share is meant."""
    span = candidate.span
    if candidate.last.lower_ != "quarters":
        return False
    if len(span) == 1 or span[-2].text == "-":
        return True
    return span[0].lower_ in ("three", "3") and candidate.page.text.startswith(
        " of", candidate.expression.end
    )


# --- Times of day.


@rule(
    "timeline.late_night_bus",
    "A part of the day with a hyphen describes the noun behind it: the late-night bus.",
    decides=[reads("The late-night bus is gone.", no(when("late-night")))],
    leaves=[reads("The bus left mid-afternoon.", when("mid-afternoon"))],
)
def late_night_bus(candidate: Candidate) -> bool:
    """Whether it belongs to a noun."""
    span = candidate.span
    return any(word.text == "-" for word in span) and span[-1].head.i >= span.end


@rule(
    "timeline.high_noon",
    "High noon is a moment of decision.",
    decides=[reads("It was high noon in Orrin.", no(when("noon")))],
    leaves=[reads("It was noon in Orrin.", when("noon"))],
)
def high_noon(candidate: Candidate) -> bool:
    """Whether "high" stands before it."""
    return candidate.before is not None and candidate.before.lower_ == "high"


@rule(
    "timeline.habit_of_mornings",
    "“In the morning” is a habit, unless the clause surely looks back or ahead: swims in the morning.",
    decides=[reads("She swims in the morning.", no(when("the morning")))],
    leaves=[reads("She will swim in the morning.", when("the morning"))],
)
def habit_of_mornings(candidate: Candidate) -> bool:
    """Whether no one morning is meant."""
    if not candidate.expression.is_by(clock.bare_part) or candidate.first.lower_ != "the":
        return False
    return abs(direction(candidate.span.root)) != _SURE


# --- References and sets.


def _is_now(candidate: Candidate) -> bool:
    return candidate.last.lower_ == "now" and len(candidate.span) == 1


@rule(
    "timeline.now_of_a_state",
    "“Now” with a passive in the present only says that a state holds: are now told to wait.",
    decides=[reads("The guests are now told to wait.", no(when("now")))],
    leaves=[reads("The guests are now here.", when("now", value="PRESENT_REF"))],
)
def now_of_a_state(candidate: Candidate) -> bool:
    """Whether a state holds."""
    verb = candidate.last.head
    helpers = (child for child in verb.children if child.dep_ == "auxpass" and child.i < verb.i)
    return _is_now(candidate) and any(helper.tag_ in ("VBP", "VBZ", "VBN") for helper in helpers)


@rule(
    "timeline.now_of_a_tale",
    "The “now” that opens a sentence in the past tense is a teller's: Now the boats left.",
    decides=[reads("Now the boats left.", no(when("Now")))],
    leaves=[reads("Now the boats leave.", when("Now", value="PRESENT_REF"))],
)
def now_of_a_tale(candidate: Candidate) -> bool:
    """Whether a tale goes on."""
    return _is_now(candidate) and bool(candidate.last.is_sent_start) and candidate.last.head.tag_ == "VBD"


@rule(
    "timeline.daily_paper",
    "“Daily”, “weekly” and the like as a noun, or before a name, are a paper; a quarterly dividend is a kind of one.",
    decides=[
        reads("The Orrin weekly praised her.", no(when("weekly"))),
        reads("The driver wrote so in the daily Orrin Post.", no(when("daily"))),
    ],
    leaves=[reads("The club meets weekly.", when("weekly", value="P1W"))],
)
def daily_paper(candidate: Candidate) -> bool:
    """Whether a paper or a dividend is meant."""
    span = candidate.span
    if not _is_in(span[-1], "papers"):
        return False
    dividend = span[-1].lower_ == "quarterly" and span[-1].dep_ == "amod"
    return span.root.pos_ == "NOUN" or dividend or _is_named(span)


def _is_named(span: Span) -> bool:
    """ "The daily Orrin Post"."""
    paper = span[-1].head
    named = paper.pos_ == "PROPN" and paper.i >= span.end
    return named and span.start > 0 and span[0].nbor(-1).lower_ == "the"


@rule(
    "timeline.speed",
    "“An hour” behind an amount is a speed: 60 miles an hour.",
    decides=[reads("The car did 60 miles an hour.", no(when("an hour")))],
    leaves=[reads("The car stopped every hour.", when("every hour", value="PT1H"))],
)
def speed(candidate: Candidate) -> bool:
    """Whether it says how fast."""
    span = candidate.span
    return span[-1].lower_ in ("hour", "minute", "second") and span[0].lower_ not in ("every", "each")


NotDates = Order[[Candidate], bool]
NOT_DATES: dict[type[Meaning], NotDates] = {
    Calendar: Order(
        "Is it no place in the calendar?", small_letters, any_weekday, last_march_on_foot, no_such_day
    ),
    Length: Order(
        "Is it no length?", length_in_a_compound, length_of_a_thing, second_of_a_row, three_quarters_of
    ),
    OfDay: Order("Is it no time of day?", late_night_bus, high_noon, habit_of_mornings),
    Reference: Order("Does it place nothing in time?", now_of_a_state, now_of_a_tale),
    Repeat: Order("Does nothing come again?", daily_paper, speed),
}
NOT_YEARS: NotDates = Order(
    "Is it no year?", part_of_a_number, number_of_a_thing, so_many_things, year_it_was_built
)
NOT_DATES_OF: dict[str, NotDates] = {
    dates.month.name: Order(
        "Is it no month?",
        month_is_somebody,
        month_is_a_verb,
        month_in_a_name,
        march_for_something,
        month_out_of_place,
    ),
    periods.season.name: Order(
        "Is it no season?",
        season_is_somebody,
        season_of_a_thing,
        season_is_a_verb,
        fall_of_something,
        fall_that_happens,
        before_the_fall,
        fall_out_of_place,
    ),
    dates.year.name: NOT_YEARS,
    dates.years.name: NOT_YEARS,
    periods.decade.name: Order("Is it no decade?", decade_of_a_thermometer, decade_of_an_age),
    periods.quarter.name: Order("Is it no quarter?", quarter_of_a_game),
    periods.half_year.name: Order("Is it no half of a year?", half_of_a_game),
    dates.holiday.name: Order("Is it no holiday?", holiday_in_a_name, season_of_a_thing),
}
