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

from reader.analysis import lexicon
from reader.analysis.lexicon import words
from reader.analysis.rules import Order, Rule, no, reads, rule, when
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word
from reader.analysis.syntax.phrases import counts
from reader.analysis.syntax.tense import Direction, direction
from reader.analysis.syntax.view import Syntax
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
from reader.article.model import Block

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
_ENDED = re.compile(r"\)?\s*(?:[—–:-]|$)")
_HEAD = 6  # bylines stand among the first blocks
_LEAP_YEAR = 2000
_SURE = (Direction.PAST, Direction.AHEAD)
_ALONE = 2  # words: "the fall"
_LONG_YEAR, _LONG_DECADE = len("1990"), len("1990s")


@dataclass(frozen=True)
class Occurrence:
    """An expression that fits the grammar, where it stands."""

    view: Syntax
    expression: Expression

    @cached_property
    def span(self) -> Span:
        """Its words in the parse, or those it touches where the two cut words differently."""
        start, end = self.expression.start, self.expression.end
        span = self.view.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            raise ValueError(f"no words at {start}:{end}")
        return span

    @cached_property
    def sentence(self) -> Span:
        """The sentence it stands in."""
        return self.view.doc[slice(*self.view.sentence_of(self.span.root.i))]

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
        return self.view.text[self.expression.start : self.expression.end]


def checked(view: Syntax, expression: Expression) -> Occurrence | None:
    """An expression that fits the grammar, as far as it is about time where it stands, else None."""
    if _says_when_written(view, expression):
        return None
    occurrence = Occurrence(view, expression)
    for row in FORMS:
        if row.is_on and (other := row.decide(occurrence)) is not None:
            occurrence = Occurrence(view, replace(other, why=(*other.why, row.name)))
    return None if _turned_down(occurrence) else occurrence


def _says_when_written(view: Syntax, expression: Expression) -> bool:
    """Whether it stands in a byline or a dateline, which say when the text was written: no event."""
    article = view.doc._.article
    if article is None:
        return False
    if article.dateline and article.dateline[0] <= expression.start and expression.end <= article.dateline[1]:
        return True
    head = article.blocks[:_HEAD]
    block = next((block for block in head if block.start <= expression.start < block.end), None)
    return block is not None and (block.kind == "byline" or _opens(view.text, block, expression))


def _opens(text: str, block: Block, expression: Expression) -> bool:
    """ "LEEDS, 12 March 2026 —": a place in capitals, the day, and a dash or nothing more."""
    before, after = text[block.start : expression.start], text[expression.end : block.end]
    return before.isupper() and before.rstrip().endswith((",", "(")) and _ENDED.match(after) is not None


def _turned_down(occurrence: Occurrence) -> bool:
    expression = occurrence.expression
    order = NOT_DATES.get(type(expression.meaning))
    if IN_TITLE.first(occurrence) or (order is not None and order.first(occurrence)):
        return True
    of_rule = NOT_DATES_OF.get(expression.why[0])
    return of_rule is not None and of_rule.first(occurrence) is not None


def _is_in(token: Token | None, name: str) -> bool:
    """Whether a word is of a list of the lexicon."""
    return token is not None and token.lower_ in words("notdates", name)


def _owns(token: Token) -> bool:
    return rel.is_article_of(token) or rel.is_adjectival(token) or rel.is_owner(token)


def _is_amount(token: Token) -> bool:
    return word.is_thing(token) or word.is_number(token) or word.is_symbol(token)


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
def last_is_a_verb(occurrence: Occurrence) -> Expression | None:
    """The same without the verb."""
    if (
        len(occurrence.span) == 1
        or not _is_in(occurrence.first, "lasting")
        or not word.is_verb(occurrence.first)
    ):
        return None
    return replace(occurrence.expression, start=occurrence.span[1].idx)


@rule(
    "timeline.article_of_a_noun",
    "An article before a period can be that of the noun behind it: the summer offensive.",
    decides=[reads("The summer offensive began in 1990.", when("summer"))],
    leaves=[reads("It began in the summer of 1990.", when("the summer of 1990", value="1990-SU"))],
)
def article_of_a_noun(occurrence: Occurrence) -> Expression | None:
    """The same without the article."""
    if len(occurrence.span) == 1 or not occurrence.expression.is_by(*_ARTICLES):
        return None
    article, span = occurrence.first, occurrence.span
    if not (word.is_article(article) or word.is_pronoun(article)) or article.head.i < span.end:
        return None
    return replace(occurrence.expression, start=span[1].idx)


@rule(
    "timeline.that_joins",
    "“That” before a season can join a clause to its verb: the mayor said that winter is hard.",
    decides=[reads("The mayor said that winter is hard.", when("winter", value="2025-WI"))],
    leaves=[reads("In 1950 she left. By that winter he was dead.", when("that winter", value="1950-WI"))],
)
def that_joins(occurrence: Occurrence) -> Expression | None:
    """The season alone, of no year that is said."""
    expression, meaning = occurrence.expression, occurrence.expression.meaning
    if not isinstance(meaning, Calendar) or not expression.is_by(periods.that_season):
        return None
    before = occurrence.before
    if not rel.is_opener(occurrence.first) or before is None or not word.is_verb(before):
        return None
    alone = replace(meaning, year=None)
    return replace(
        expression, start=occurrence.span[1].idx, meaning=alone, why=(periods.season.name, *expression.why)
    )


@rule(
    "timeline.amount_a_unit",
    "“A year” right behind an amount says how often, not how long: $3 million a year, 15 visits a week.",
    decides=[reads("The club costs $3 million a year.", when("a year", type="SET", value="P1Y"))],
    leaves=[reads("The club lasted a year.", when("a year", type="DURATION", value="P1Y"))],
)
def amount_a_unit(occurrence: Occurrence) -> Expression | None:
    """The length as what comes again and again."""
    meaning, before = occurrence.expression.meaning, occurrence.before
    if not isinstance(meaning, Length) or not _is_in(occurrence.first, "one") or before is None:
        return None
    if not rel.is_adverbial_noun(occurrence.last) or not _is_amount(before):
        return None
    return replace(occurrence.expression, meaning=Repeat(meaning.value))


@rule(
    "timeline.todays_world",
    "“Today's” before an age, or before many of its things, means these times: today's world, most of today's lorries.",
    decides=[
        reads("Today's world is loud.", when("Today", value="PRESENT_REF")),
        reads("Most of today's lorries are electric.", when("today", value="PRESENT_REF")),
    ],
    leaves=[reads("Today's meeting was loud.", when("Today", value="2026-03-12"))],
)
def todays_world(occurrence: Occurrence) -> Expression | None:
    """The present in place of the day."""
    value = (
        lexicon.load("notdates")["in_general"].get(occurrence.text.lower())
        if occurrence.expression.is_by(clock.today)
        else None
    )
    if value is None or not _owns_an_age(occurrence.span):
        return None
    return replace(occurrence.expression, meaning=Reference(value))


@rule(
    "timeline.voters_of_tomorrow",
    "“Of tomorrow” behind a noun means the future: the voters of tomorrow.",
    decides=[reads("She taught the voters of tomorrow.", when("tomorrow", value="FUTURE_REF"))],
    leaves=[reads("She will teach tomorrow.", when("tomorrow", value="2026-03-13"))],
)
def voters_of_tomorrow(occurrence: Occurrence) -> Expression | None:
    """The future in place of the day; what is of today may be today's."""
    span = occurrence.span
    if (
        span.text.lower() not in words("notdates", "to_come")
        or span.start < 2
        or not _is_in(span.doc[span.start - 1], "of")
    ):
        return None
    if not word.is_noun(span.doc[span.start - 2]):
        return None
    return replace(occurrence.expression, meaning=Reference("FUTURE_REF"))


def _owns_an_age(span: Span) -> bool:
    following = span.doc[span.end : span.end + 1]
    if following.text not in words("notdates", "possessive"):
        return False
    owned = span.root.head
    if owned.lower_ in words("notdates", "ages"):
        return True
    if owned.lemma_ in words("tense", "deeds"):
        return False
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return before[1:] == ["of"] and before[0] in words("notdates", "shares") and word.is_plural(owned)


FORMS: tuple[Rule[[Occurrence], Expression | None], ...] = (
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
def in_a_title(occurrence: Occurrence) -> bool:
    """Whether it is written as a title."""
    expression = occurrence.expression
    if not isinstance(expression.meaning, Step | Length | Repeat) or expression.is_by(*_WEEKDAYS):
        return False
    parts = occurrence.text.split()
    if any(part[0].isupper() for part in parts[1:]):
        return not isinstance(expression.meaning, Repeat)
    text = occurrence.view.text
    return parts[0][0].isupper() and len(parts) == 1 and _inside_sentence(text, expression.start)


def _inside_sentence(text: str, start: int) -> bool:
    """Whether a word or a comma stands right before."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'’")


IN_TITLE: "Order[[Occurrence], bool]" = Order("Is it a title?", in_a_title)


# --- Places in the calendar.


@rule(
    "timeline.small_letters",
    "A month, a weekday or a holiday in small letters is none.",
    decides=[reads("They met at the friday club.", no(when("friday")))],
    leaves=[reads("They met at the Friday club.", when("Friday"))],
)
def small_letters(occurrence: Occurrence) -> bool:
    """Whether a name that wants a capital has none."""
    if not occurrence.text.islower():
        return False
    if occurrence.expression.is_by(dates.day_month):  # "of the boats, 12 may leave"
        return _is_in(occurrence.last, "ambiguous")
    return occurrence.expression.is_by(dates.month, dates.weekday, dates.holiday)


@rule(
    "timeline.any_weekday",
    "A weekday with “a” and an adjective is any such day: on a normal Monday.",
    decides=[reads("It sold 600, against 150 on a normal Monday.", no(when("Monday")))],
    leaves=[reads("It sold 600 on a Monday.", when("Monday"))],
)
def any_weekday(occurrence: Occurrence) -> bool:
    """Whether it is one of many alike."""
    if not occurrence.expression.is_by(dates.weekday):
        return False
    lefts = list(occurrence.span.root.lefts)
    return any(_is_in(left, "one") for left in lefts) and any(map(rel.is_adjectival, lefts))


@rule(
    "timeline.last_march_on_foot",
    "“This march” or “next may” in small letters is no month.",
    decides=[reads("They sang at this march.", no(when("this march")))],
    leaves=[reads("They sang this March.", when("this March", value="2026-03"))],
)
def last_march_on_foot(occurrence: Occurrence) -> bool:
    """Whether the month is another word."""
    meaning = occurrence.expression.meaning
    if not isinstance(meaning, Calendar) or not occurrence.expression.is_by(relative.leaning):
        return False
    return bool(meaning.month) and _is_in(occurrence.last, "ambiguous") and occurrence.last.is_lower


@rule(
    "timeline.no_such_day",
    "A day that its month does not have is none: 30 February, 29 February 2023.",
    decides=[reads("The mill burnt on 30 February.", no(when("30 February")))],
    leaves=[reads("The mill burnt on 29 February 2024.", when("29 February 2024", value="2024-02-29"))],
)
def no_such_day(occurrence: Occurrence) -> bool:
    """Whether the calendar lacks it."""
    meaning = occurrence.expression.meaning
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
def month_is_somebody(occurrence: Occurrence) -> bool:
    """Whether it names a person."""
    token = occurrence.last
    beside = rel.is_apposition(token) and token.head.lemma_.lower() in words("sources", "persons")
    return word.is_person(token) or _is_titled(token) or beside


@rule(
    "timeline.month_is_a_verb",
    "“May” and “march” are verbs as well.",
    decides=[reads("They know that May he rest.", no(when("May")))],
    leaves=[reads("The mill burnt in May.", when("May"))],
)
def month_is_a_verb(occurrence: Occurrence) -> bool:
    """Whether the parse has a verb."""
    return _is_in(occurrence.last, "ambiguous") and word.is_verbal(occurrence.last)


@rule(
    "timeline.month_in_a_name",
    "“March”, “May” and “August” stand in the names of firms, works and buildings.",
    decides=[reads("She bought shares of March Holdings Inc.", no(when("March")))],
    leaves=[reads("She bought shares in March.", when("March"))],
)
def month_in_a_name(occurrence: Occurrence) -> bool:
    """Whether the model has a name of something else."""
    return _is_in(occurrence.last, "ambiguous") and word.is_firm_work_or_building(occurrence.last)


@rule(
    "timeline.march_for_something",
    "A march that is somebody's, for or against something, is a walk: the annual March for Peace.",
    decides=[reads("The annual March for Peace was long.", no(when("The annual March")), no(when("March")))],
    leaves=[reads("In March for once it rained.", when("March"))],
)
def march_for_something(occurrence: Occurrence) -> bool:
    """Whether people walk."""
    token, after = occurrence.last, occurrence.last.doc[occurrence.last.i + 1 : occurrence.last.i + 2]
    owned = any(map(_owns, token.lefts))
    return _is_in(token, "walk") and owned and after.text.lower() in words("notdates", "walked_for")


@rule(
    "timeline.month_out_of_place",
    "A month's name that is another word as well wants a preposition or the like before it.",
    decides=[reads("Old Mar left.", no(when("Mar")))],
    leaves=[reads("They came in Mar. and left.", when("Mar.", value="2026-03"))],
)
def month_out_of_place(occurrence: Occurrence) -> bool:
    """Whether nothing before it says that it is a month."""
    token = occurrence.last
    before = token.nbor(-1) if token.i else None
    if not _is_in(token, "ambiguous") or before is None or _is_in(before, "openers"):
        return False
    return not word.is_subordinator(before) and not word.is_date(token)


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
def season_of_a_thing(occurrence: Occurrence) -> bool:
    """Whether a thing follows that is called after it."""
    return _is_in(occurrence.after, "things")


@rule(
    "timeline.season_is_somebody",
    "A season behind a title is a name: Mr. Winter.",
    decides=[reads("They asked Mr. Winter.", no(when("Winter")))],
    leaves=[reads("They asked in winter.", when("winter"))],
)
def season_is_somebody(occurrence: Occurrence) -> bool:
    """Whether a title stands before its last word."""
    return _is_titled(occurrence.last)


def _is_bare(occurrence: Occurrence) -> bool:
    """Whether a season has no year and no words that say it is one."""
    meaning = occurrence.expression.meaning
    return isinstance(meaning, Calendar) and meaning.year is None and len(occurrence.span) <= _ALONE


def _is_bare_fall(occurrence: Occurrence) -> bool:
    return _is_bare(occurrence) and _is_in(occurrence.last, "falls")


def _is_yearless_fall(occurrence: Occurrence) -> bool:
    meaning = occurrence.expression.meaning
    return isinstance(meaning, Calendar) and meaning.year is None and _is_in(occurrence.last, "falls")


@rule(
    "timeline.season_is_a_verb",
    "“Fall”, “spring” and “winter” are verbs as well.",
    decides=[reads("They fear prices will fall, fall again.", no(when("fall")))],
    leaves=[reads("Prices sank in the fall.", when("the fall", value="2025-FA"))],
)
def season_is_a_verb(occurrence: Occurrence) -> bool:
    """Whether the parse has no noun."""
    return _is_bare(occurrence) and not word.is_noun(occurrence.last)


@rule(
    "timeline.fall_of_something",
    "A fall of, in, from or to something is none of the year.",
    decides=[reads("They spoke of fall from grace.", no(when("fall")))],
    leaves=[reads("They spoke of fall.", when("fall"))],
)
def fall_of_something(occurrence: Occurrence) -> bool:
    """Whether it says what falls, or where."""
    after = occurrence.after
    if not _is_yearless_fall(occurrence) or after is None:
        return False
    if not _is_bare(occurrence):  # "the early fall in prices", but "in the early fall in Orrin"
        return _is_in(after, "fallen_by") and not word.is_link(occurrence.span.root.head)
    return _is_in(after, "fallen")


@rule(
    "timeline.fall_that_happens",
    "“The fall” that does something, or that something is done to, is no season.",
    decides=[reads("The fall broke his leg.", no(when("The fall")))],
    leaves=[reads("He broke his leg in the fall.", when("the fall", value="2025-FA"))],
)
def fall_that_happens(occurrence: Occurrence) -> bool:
    """Whether it is a subject or an object."""
    noun = occurrence.last
    if not _is_bare_fall(occurrence) or not _is_the(occurrence.span):
        return False
    return (rel.is_subject(noun) or rel.is_object(noun)) and noun.head.lemma_ not in words("tense", "lasting")


@rule(
    "timeline.before_the_fall",
    "“Before the fall” is a season only of what is to come.",
    decides=[reads("He ate before the fall.", no(when("the fall")))],
    leaves=[reads("He will eat before the fall.", when("the fall", value="2026-FA"))],
)
def before_the_fall(occurrence: Occurrence) -> bool:
    """Whether it was somebody's fall."""
    noun = occurrence.last
    if not _is_bare_fall(occurrence) or not _is_the(occurrence.span):
        return False
    return _is_in(noun.head, "beside_a_fall") and direction(noun) <= 0


@rule(
    "timeline.fall_out_of_place",
    "“Fall” and “spring” alone want a preposition or the like before them.",
    decides=[reads("His fall was long.", no(when("fall")))],
    leaves=[reads("He came last fall.", when("last fall", value="2025-FA"))],
)
def fall_out_of_place(occurrence: Occurrence) -> bool:
    """Whether nothing before it says that it is a season."""
    if not _is_bare_fall(occurrence) or _is_the(occurrence.span):
        return False
    token = occurrence.last
    return not (token.i and _is_in(token.nbor(-1), "openers"))


def _is_the(span: Span) -> bool:
    return _is_in(span[0], "definite") and len(span) == _ALONE


@rule(
    "timeline.holiday_in_a_name",
    "A holiday behind a capital where no sentence begins is in a name: White Christmas.",
    decides=[reads("They sang White Christmas.", no(when("Christmas")))],
    leaves=[reads("They sang at Christmas.", when("Christmas", value="2025-12-25"))],
)
def holiday_in_a_name(occurrence: Occurrence) -> bool:
    """Whether it is part of a name."""
    before = occurrence.before
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
def quarter_of_a_game(occurrence: Occurrence) -> bool:
    """Whether the sentence tells of a game."""
    return any(token.lower_ in words("notdates", "play") for token in occurrence.sentence)


@rule(
    "timeline.half_of_a_game",
    "A half without a year is one of a match, unless its sentence tells of business.",
    decides=[reads("They sang twice in the first half.", no(when("the first half")))],
    leaves=[reads("Profits fell in the first half.", when("the first half", value="2025-H1"))],
)
def half_of_a_game(occurrence: Occurrence) -> bool:
    """Whether nothing in the sentence is a business's."""
    meaning = occurrence.expression.meaning
    if isinstance(meaning, Calendar) and meaning.year is not None:
        return False
    return not any(
        word.is_money(token) or token.lower_ in words("notdates", "business") for token in occurrence.sentence
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
def part_of_a_number(occurrence: Occurrence) -> bool:
    """Whether it does not stand free."""
    text, start, end = occurrence.view.text, occurrence.expression.start, occurrence.expression.end
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
    last = _LAST_WORD.search(text)
    return last is None or last[0].isdigit() or last[0].lower() in words("notdates", "prefixes")


def _at_level(occurrence: Occurrence) -> bool:
    """ "At 1988 levels"."""
    before = occurrence.before
    return _is_in(before, "level") and occurrence.last.head == occurrence.after


def _is_bare_number(occurrence: Occurrence) -> bool:
    return len(occurrence.span) == 1 and occurrence.before is not None and not _at_level(occurrence)


@rule(
    "timeline.number_of_a_thing",
    "Four figures behind a sign or a word for what is numbered are its number: page 1950, $1990.",
    decides=[reads("Read page 1950 again.", no(when("1950")))],
    leaves=[reads("Prices are at 1988 levels.", when("1988", value="1988"))],
)
def number_of_a_thing(occurrence: Occurrence) -> bool:
    """Whether what stands before makes it no year."""
    before = occurrence.before
    if before is None or not _is_bare_number(occurrence):
        return False
    return before.text in words("notdates", "signs") or _is_in(before, "numbered")


@rule(
    "timeline.so_many_things",
    "Four figures before what is counted say how many: sold 1950 bicycles.",
    decides=[
        reads("The mill sold 1950 bags.", no(when("1950"))),
        reads("The storm left 1900 without power.", no(when("1900"))),
    ],
    leaves=[reads("The town recalled its 1950 elections.", when("1950", value="1950"))],
)
def so_many_things(occurrence: Occurrence) -> bool:
    """Whether something is counted."""
    if any(map(counts, occurrence.span)):
        return True
    number, before, after = occurrence.last, occurrence.before, occurrence.after
    if before is None or after is None or not _is_bare_number(occurrence):
        return False
    if _is_in(after, "measures"):
        return True
    owned = word.is_owner_word(before) or _is_in(before, "openers")
    return word.is_plural_thing(after) and number.head == after and not owned


@rule(
    "timeline.year_it_was_built",
    "The year a car was built in is part of its name: his 1987 Delgado.",
    decides=[reads("He drove a 1987 Delgado.", no(when("1987")))],
    leaves=[reads("He drove in the 1987 Delgado race.", when("1987", value="1987"))],
)
def year_it_was_built(occurrence: Occurrence) -> bool:
    """Whether somebody's or some thing of a name follows."""
    number, before, after = occurrence.last, occurrence.before, occurrence.after
    if before is None or after is None or not _is_bare_number(occurrence):
        return False
    owned = _is_in(before, "one") or word.is_owner_word(before)
    return owned and word.is_singular_name(after) and word.is_singular_name(number.head)


@rule(
    "timeline.decade_of_a_thermometer",
    "Beside words for the weather a decade in two figures is read off a thermometer: highs in the 80s.",
    decides=[reads("Highs were in the 80s.", no(when("the 80s")))],
    leaves=[reads("Highs were recorded in the 1980s.", when("the 1980s", value="198"))],
)
def decade_of_a_thermometer(occurrence: Occurrence) -> bool:
    """Whether degrees are meant."""
    weather = any(token.lower_ in words("notdates", "weather") for token in occurrence.sentence)
    return weather and len(occurrence.text.split()[-1]) < _LONG_DECADE


@rule(
    "timeline.decade_of_an_age",
    "Two figures without an article or an apostrophe are somebody's age: in her 30s.",
    decides=[reads("She is in her 30s.", no(when("30s")))],
    leaves=[reads("She sang in the '30s.", when("the '30s", value="193"))],
)
def decade_of_an_age(occurrence: Occurrence) -> bool:
    """Whether years of a life are meant."""
    return len(occurrence.text) < _LONG_DECADE and not occurrence.text.startswith(("'", "’"))


# --- Lengths.


@rule(
    "timeline.length_in_a_compound",
    "A length behind a hyphen is part of another word.",
    decides=[reads("She bought a post-two years plan.", no(when("two years")))],
    leaves=[reads("She bought it for two years.", when("two years", value="P2Y"))],
)
def length_in_a_compound(occurrence: Occurrence) -> bool:
    """Whether a hyphen stands before it."""
    start = occurrence.expression.start
    return occurrence.view.text[max(start - 1, 0) : start] in ("-", "‑")


@rule(
    "timeline.length_of_a_thing",
    "Only an adjective may stand between a number and its unit: two bloody weeks, not two boat weeks.",
    decides=[reads("The crews took two boat weeks.", no(when("two boat weeks")))],
    leaves=[reads("The siege took two bloody weeks.", when("two bloody weeks", value="P2W"))],
)
def length_of_a_thing(occurrence: Occurrence) -> bool:
    """Whether the word between is no adjective."""
    return occurrence.expression.is_by(lengths.described_length) and not word.is_adjective(
        occurrence.span[-2]
    )


@rule(
    "timeline.minutes_of_a_meeting",
    "“The minutes of” something, and minutes that show or say, are a record: the minutes of the June meeting.",
    decides=[
        reads("The minutes of the meeting are lost.", no(when("The minutes"))),
        reads("Minutes show that the trust paid.", no(when("Minutes"))),
    ],
    leaves=[reads("He waited for minutes.", when("minutes", value="PTXM"))],
)
def minutes_of_a_meeting(occurrence: Occurrence) -> bool:
    """Whether they are of something, or do something."""
    if not occurrence.expression.is_by(lengths.bare) or not _is_in(occurrence.last, "records"):
        return False
    tells = rel.is_subject(occurrence.last) and occurrence.last.head.lemma_ in words("tense", "reporting")
    return tells or (_is_in(occurrence.first, "definite") and _is_in(occurrence.after, "of"))


@rule(
    "timeline.minute_of_a_match",
    "“On 71 minutes” is read off the clock of a match.",
    decides=[reads("Arvo scored on 71 minutes.", no(when("71 minutes")))],
    leaves=[reads("Arvo scored after 71 minutes.", when("71 minutes", value="PT71M"))],
)
def minute_of_a_match(occurrence: Occurrence) -> bool:
    """Whether “on” stands before so many minutes."""
    minutes = _is_in(occurrence.last, "records") and occurrence.expression.is_by(lengths.length)
    return minutes and _is_in(occurrence.before, "clocked")


@rule(
    "timeline.thirty_year_bond",
    "A length with a hyphen before a bond, a note or a high is part of its name: the 30-year bond, a four-year high.",
    decides=[reads("The 30-year bond rose.", no(when("30-year")))],
    leaves=[reads("The 30-year war ended.", when("30-year", value="P30Y"))],
)
def thirty_year_bond(occurrence: Occurrence) -> bool:
    """Whether what it stands before is called after how long it runs, or is the most of so long a time."""
    if "-" not in occurrence.text or occurrence.after is None:
        return False
    return occurrence.after.lemma_.lower() in words("notdates", "called_by_length")


@rule(
    "timeline.old_days",
    "The old, the good and the early days are no length.",
    decides=[reads("In the old days nobody cared.", no(when("days")))],
    leaves=[reads("It rained for days.", when("days", value="PXD"))],
)
def old_days(occurrence: Occurrence) -> bool:
    """Whether such an adjective stands before a unit that is not counted."""
    return occurrence.expression.is_by(lengths.bare) and _is_in(occurrence.before, "old")


@rule(
    "timeline.second_of_a_row",
    "“A second” and “a quarter” are an order and a share before they are lengths.",
    decides=[reads("They feared a second attack.", no(when("a second")))],
    leaves=[reads("They waited two seconds.", when("two seconds", value="PT2S"))],
)
def second_of_a_row(occurrence: Occurrence) -> bool:
    """Whether it is an ordinal or a share."""
    return _is_in(occurrence.last, "in_a_row")


@rule(
    "timeline.three_quarters_of",
    "“Three quarters of” them is a share; so are quarters alone or behind a hyphen.",
    decides=[reads("Three quarters of the men left.", no(when("Three quarters")))],
    leaves=[reads("Sales fell for three quarters.", when("three quarters", value="P3Q"))],
)
def three_quarters_of(occurrence: Occurrence) -> bool:
    """Whether a share is meant."""
    span = occurrence.span
    if not _is_in(occurrence.last, "quarters"):
        return False
    if len(span) == 1 or span[-2].text == "-":
        return True
    return _is_in(span[0], "three") and _is_in(occurrence.after, "of")


# --- Times of day.


@rule(
    "timeline.late_night_bus",
    "A part of the day with a hyphen describes the noun behind it: the late-night bus.",
    decides=[reads("The late-night bus is gone.", no(when("late-night")))],
    leaves=[reads("The bus left mid-afternoon.", when("mid-afternoon"))],
)
def late_night_bus(occurrence: Occurrence) -> bool:
    """Whether it belongs to a noun."""
    span = occurrence.span
    return any(part.text == "-" for part in span) and span[-1].head.i >= span.end


@rule(
    "timeline.high_noon",
    "High noon is a moment of decision.",
    decides=[reads("It was high noon in Orrin.", no(when("noon")))],
    leaves=[reads("It was noon in Orrin.", when("noon"))],
)
def high_noon(occurrence: Occurrence) -> bool:
    """Whether "high" stands before it."""
    return _is_in(occurrence.before, "high")


@rule(
    "timeline.habit_of_mornings",
    "“In the morning” is a habit, unless the clause surely looks back or ahead: swims in the morning.",
    decides=[reads("She swims in the morning.", no(when("the morning")))],
    leaves=[reads("She will swim in the morning.", when("the morning"))],
)
def habit_of_mornings(occurrence: Occurrence) -> bool:
    """Whether no one morning is meant."""
    if not occurrence.expression.is_by(clock.bare_part) or not _is_in(occurrence.first, "definite"):
        return False
    return direction(occurrence.span.root) not in _SURE


# --- References and sets.


def _is_now(occurrence: Occurrence) -> bool:
    return _is_in(occurrence.last, "now") and len(occurrence.span) == 1


@rule(
    "timeline.now_of_a_state",
    "“Now” with a passive in the present only says that a state holds: are now told to wait.",
    decides=[reads("The guests are now told to wait.", no(when("now")))],
    leaves=[reads("The guests are now here.", when("now", value="PRESENT_REF"))],
)
def now_of_a_state(occurrence: Occurrence) -> bool:
    """Whether a state holds."""
    verb = occurrence.last.head
    helpers = (child for child in verb.children if rel.is_passive_helper(child) and child.i < verb.i)
    return _is_now(occurrence) and any(
        word.is_present(helper) or word.is_participle(helper) for helper in helpers
    )


@rule(
    "timeline.now_of_a_tale",
    "The “now” that opens a sentence in the past tense is a teller's: Now the boats left.",
    decides=[reads("Now the boats left.", no(when("Now")))],
    leaves=[reads("Now the boats leave.", when("Now", value="PRESENT_REF"))],
)
def now_of_a_tale(occurrence: Occurrence) -> bool:
    """Whether a tale goes on."""
    return _is_now(occurrence) and bool(occurrence.last.is_sent_start) and word.is_past(occurrence.last.head)


@rule(
    "timeline.daily_paper",
    "“Daily”, “weekly” and the like as a noun, or before a name, are a paper; a quarterly dividend is a kind of one.",
    decides=[
        reads("The Orrin weekly praised her.", no(when("weekly"))),
        reads("The driver wrote so in the daily Orrin Post.", no(when("daily"))),
    ],
    leaves=[reads("The club meets weekly.", when("weekly", value="P1W"))],
)
def daily_paper(occurrence: Occurrence) -> bool:
    """Whether a paper or a dividend is meant."""
    span = occurrence.span
    if not _is_in(span[-1], "papers"):
        return False
    dividend = _is_in(span[-1], "dividends") and rel.is_adjectival(span[-1])
    return word.is_thing(span.root) or dividend or _is_named(span)


def _is_named(span: Span) -> bool:
    """ "The daily Orrin Post"."""
    paper = span[-1].head
    named = word.is_name(paper) and paper.i >= span.end
    return named and span.start > 0 and _is_in(span[0].nbor(-1), "definite")


@rule(
    "timeline.speed",
    "“An hour” behind an amount is a speed: 60 miles an hour.",
    decides=[reads("The car did 60 miles an hour.", no(when("an hour")))],
    leaves=[reads("The car stopped every hour.", when("every hour", value="PT1H"))],
)
def speed(occurrence: Occurrence) -> bool:
    """Whether it says how fast."""
    span = occurrence.span
    return _is_in(span[-1], "speeds") and not _is_in(span[0], "each")


NotDates = Order[[Occurrence], bool]
NOT_DATES: dict[type[Meaning], NotDates] = {
    Calendar: Order(
        "Is it no place in the calendar?", small_letters, any_weekday, last_march_on_foot, no_such_day
    ),
    Length: Order(
        "Is it no length?",
        length_in_a_compound,
        length_of_a_thing,
        second_of_a_row,
        three_quarters_of,
        minutes_of_a_meeting,
        minute_of_a_match,
        thirty_year_bond,
        old_days,
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
