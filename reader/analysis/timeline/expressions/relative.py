"""Steps from the publication day or from what the text named last: "last week", "a week from Friday"."""

from calendar import monthrange
from collections.abc import Iterator

from reader.analysis.numerals import of_tokens
from reader.analysis.rules import no, reads, when
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.expressions.lengths import amount
from reader.analysis.timeline.expressions.parts import FROM_PUBLICATION, month_of, year_of
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Base, Calendar, Expression, Length, Step

macro(WEEKS="AMOUNT (?P<unit> week | weeks )")

_MOST_WEEKDAYS = 5  # in a month
_COMMON_YEAR = 2001
_LONGER = frozenset({"W", "M", "Y"})
_HALF, _WINTER = 0.5, "WI"
# What half a unit is counted in: a year and a half ago is eighteen months ago.
_FINER = {"DE": (10, "Y"), "Y": (12, "M"), "M": (30, "D"), "W": (7, "D")}


@rule(
    "timeline.but_one",
    "the (?P<unit> unit ) (?P<way> before last | after next ) (?! unit | weekday | monthname | monthabbr | holiday )",
    decides=[reads("The mill burnt the week before last.", when("the week before last", value="2026-W09"))],
    leaves=[reads("The week before the vote was calm.", when("The week", value="2026-W11"))],
)
def but_one(match: Match) -> Iterator[Expression]:
    """The unit before the last or after the next: the week before last, the year after next."""
    unit = match.value("unit", "unit")
    if not unit.startswith("T"):
        yield match.express(Step(unit, -2 if match.holds("last", group="way") else 2))


@rule(
    "timeline.weeks_ago_on",
    "WEEKS ago (?: on )? (?P<weekday> weekday )",
    "(?P<weekday> weekday ) WEEKS ago",
    decides=[reads("The mill burnt two weeks ago Friday.", when("two weeks ago Friday", value="2026-02-27"))],
    leaves=[reads("The mill burnt two weeks ago.", when("two weeks ago", value="2026-W09"))],
)
def weeks_ago_on(match: Match) -> Iterator[Expression]:
    """The weekday of a week that is counted back: two weeks ago Friday."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Calendar(weekday=match.value("weekday", "weekday"), weeks=-round(count)))


@rule(
    "timeline.weekday_of_week",
    "(?: MOD )? (?P<weekday> weekday ) (?: PART )? (?: comma )? (?: of | in )? (?P<way> this | last | next ) week (?! hyphen | weekday )",
    "(?P<way> this | last | next ) week comma? on (?P<weekday> weekday ) (?: PART )?",
    "(?P<way> last | next ) week (?P<weekday> weekday )",
    decides=[
        reads(
            "The mayor resigned on Tuesday of last week.", when("Tuesday of last week", value="2026-03-03")
        ),
        reads(
            "The vote was put off until Thursday next week.", when("Thursday next week", value="2026-03-19")
        ),
        reads("The mayor resigned last week, on Friday.", when("last week, on Friday", value="2026-03-06")),
    ],
    leaves=[
        reads("The mayor resigned on Tuesday. Last week he was ill.", when("Tuesday", value="2026-03-10"))
    ],
)
def weekday_of_week(match: Match) -> Iterator[Expression]:
    """A weekday of last, this or next week: Tuesday of last week."""
    clock = f"T{match.value('part', 'part')}" if match.has("part") else ""
    weeks = match.value("way", *FROM_PUBLICATION)
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), weeks=weeks, clock=clock))


@rule(
    "timeline.friday_week",
    "(?P<weekday> weekday ) (?P<unit> week | fortnight ) (?! of | hyphen | poss | long )",
    "(?: a )? (?P<unit> week | fortnight ) on (?P<weekday> weekday )",
    decides=[reads("The court sits on Friday week.", when("Friday week", value="2026-03-20"))],
    leaves=[reads("The court sits on Friday.", when("Friday", value="2026-03-13"))],
)
def friday_week(match: Match) -> Iterator[Expression]:
    """The weekday to come, and a week or a fortnight on: Friday week, a fortnight on Sunday."""
    plus = 7 if match.value("unit", "unit") == "W" else 14
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), lean=1, plus=plus))


@rule(
    "timeline.two_fridays_ago",
    "(?P<n> NUMBER ) (?P<what> weekdays | seasons | holidayplural ) ago",
    decides=[
        reads("It began two Fridays ago.", when("two Fridays ago", value="2026-02-27")),
        reads("Two summers ago the lake dried up.", when("Two summers ago", value="2024-SU")),
    ],
    leaves=[reads("Two Fridays were lost.", no(when("Two Fridays ago")))],
)
def two_fridays_ago(match: Match) -> Iterator[Expression]:
    """Weekdays, seasons or holidays counted back: two Fridays ago, three winters ago."""
    count = round(of_tokens(match.words("n")) or 0)
    if count < 1:
        return
    if weekday := match.value("what", "weekdays"):
        yield match.express(Calendar(weekday=weekday, lean=-1, plus=-7 * (count - 1)))
    elif season := match.value("what", "seasons"):
        yield match.express(Calendar(season=season, year=Step("Y", -count - (season == _WINTER))))
    else:
        yield match.express(Calendar(holiday=match.value("what", "holidayplural"), year=Step("Y", -count)))


@rule(
    "timeline.nth_weekday_of_that_month",
    "(?: the )? (?P<nth> ordinal | lastord ) (?P<weekday> weekday ) (?: in | of ) (?: the | (?P<way> this | last | next ) ) month",
    decides=[
        reads(
            "The trial opens on the last Friday of next month.",
            when("the last Friday of next month", value="2026-04-24"),
        )
    ],
    leaves=[reads("The trial opens next Friday.", when("next Friday", value="2026-03-13"))],
)
def nth_weekday_of_that_month(match: Match) -> Iterator[Expression]:
    """A weekday by its number in this, last or next month: the last Friday of the month."""
    nth = match.value("nth", "ordinal", "lastord")
    if nth and nth <= _MOST_WEEKDAYS:
        months = match.value("way", *FROM_PUBLICATION) or 0
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(weekday=weekday, nth=nth, months=months, base="story"))


@rule(
    "timeline.nth_weekday",
    "(?: the )? (?P<nth> ordinal | lastord ) (?P<weekday> weekday ) (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?",
    decides=[
        reads(
            "The fair opens on the first Monday in May.", when("the first Monday in May", value="2026-05-04")
        )
    ],
    leaves=[reads("The first Monday was calm.", when("Monday", value="2026-03-09"))],
)
def nth_weekday(match: Match) -> Iterator[Expression]:
    """A weekday by its number in a month: the first Monday in May, the last Sunday of May 1990."""
    nth = match.value("nth", "ordinal", "lastord")
    if nth and nth <= _MOST_WEEKDAYS:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(year=year_of(match), month=month_of(match), weekday=weekday, nth=nth))


@rule(
    "timeline.nth_day",
    "(?: the )? (?P<nth> ordinal | lastord ) day (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?",
    decides=[
        reads(
            "The mill burnt on the last day of June 1990.",
            when("the last day of June 1990", value="1990-06-30"),
        )
    ],
    leaves=[reads("It was the first day of many.", no(when("the first day")))],
)
def nth_day(match: Match) -> Iterator[Expression]:
    """A day by its number in a month: the first day of May, the last day of June 1990."""
    month, nth = month_of(match), match.value("nth", "ordinal", "lastord")
    last = monthrange(_COMMON_YEAR, month)[1]
    if nth and nth <= last:
        yield match.express(Calendar(year=year_of(match), month=month, day=last if nth < 0 else nth))


@rule(
    "timeline.weekday_but_one",
    "the (?P<weekday> weekday ) (?P<way> before last | after next )",
    decides=[
        reads("The mill burnt the Sunday before last.", when("the Sunday before last", value="2026-03-01"))
    ],
    leaves=[reads("The Sunday after the vote was calm.", when("The Sunday", value="XXXX-WXX-7"))],
)
def weekday_but_one(match: Match) -> Iterator[Expression]:
    """The weekday a week further on: the Sunday before last, the Monday after next."""
    way = -1 if match.holds("last", group="way") else 1
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), lean=way, plus=7 * way))


@rule(
    "timeline.weekday_beside",
    "the (?P<weekday> weekday ) (?= before | after )",
    decides=[reads("The mill burnt the Friday before the vote.", when("the Friday", value="XXXX-WXX-5"))],
    leaves=[reads("The mill burnt on Friday before the vote.", when("Friday", value="2026-03-06"))],
)
def weekday_beside(match: Match) -> Iterator[Expression]:
    """A weekday before or after something whose day nobody has said: the Friday before the vote."""
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), unsaid=True))


@rule(
    "timeline.weeks_from_today",
    "WEEKS from (?P<day> today )",
    decides=[reads("The court sits a week from today.", when("a week from today", value="2026-03-19"))],
    leaves=[reads("She is a week from Orrin.", when("a week", value="P1W"))],
)
def weeks_from_today(match: Match) -> Iterator[Expression]:
    """Weeks counted from today or tomorrow: a week from today."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Step("D", 7 * round(count) + match.value("day", "today")))


@rule(
    "timeline.weeks_from",
    "WEEKS from (?P<weekday> weekday )",
    decides=[reads("The court sits a week from Friday.", when("a week from Friday", value="2026-03-20"))],
    leaves=[reads("She is a week from Orrin.", when("a week", value="P1W"))],
)
def weeks_from(match: Match) -> Iterator[Expression]:
    """Weeks counted from the weekday to come: a week from Friday."""
    count, _, _ = amount(match)
    if count is not None:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(weekday=weekday, lean=1, plus=7 * round(count)))


@rule(
    "timeline.ago_today",
    "AMOUNT (?P<unit> unit | units ) ago (?P<grain> today | yesterday | this month )",
    decides=[reads("The mill burnt a year ago today.", when("a year ago today", value="2025-03-12"))],
    leaves=[reads("The mill burnt a year ago.", when("a year ago", value="2025"))],
)
def ago_today(match: Match) -> Iterator[Expression]:
    """The same day, or the same month, so long ago: a year ago today, a year ago this month."""
    count, unit, _ = amount(match)
    grain = match.value("grain", "unit") or "D"
    if count is None or unit not in _LONGER or (unit == "W" and grain == "M"):
        return
    if not match.value("grain", "today"):
        yield match.express(Step(unit, -round(count), grain=grain))


@rule(
    "timeline.years_ago_in",
    "AMOUNT (?P<unit> year | years ) ago (?: in | this | last )? (?P<month> MONTH ) (?! daynum | dayord )",
    "AMOUNT (?P<unit> year | years ) ago (?: this | last | in the ) (?P<season> season )",
    decides=[reads("The mill burnt two years ago in May.", when("two years ago in May", value="2024-05"))],
    leaves=[reads("The mill burnt two years ago in Orrin.", when("two years ago", value="2024"))],
)
def years_ago_in(match: Match) -> Iterator[Expression]:
    """A month or a season of a year that is counted back: two years ago in May, two years ago this fall."""
    count, _, _ = amount(match)
    month = month_of(match) if match.has("month") else None
    if count is not None:
        season = match.value("season", "season")
        yield match.express(Calendar(month=month, season=season, year=Step("Y", -round(count))))


macro(
    # "the year ended 31 May" is a length, not the year this is.
    NOTENDED="(?! (?: ended | ending | to ) | hyphen )",
    STORY="following | previous | same | that | subsequent | preceding | prior | intervening | next",
)


@rule(
    "timeline.this_unit",
    "(?: THEMOD )? (?P<which> this | last | next | coming | upcoming | past ) (?: (?P<fiscal> fiscal | financial ) )? (?P<unit> unit ) (?! hyphen )",
    "(?: THEMOD )? the (?P<which> current | latest | coming | present ) (?: fiscal )? (?P<unit> unit | period )",
    decides=[
        reads("The mill burnt last year.", when("last year", value="2025")),
        reads("The court sits next week.", when("next week", value="2026-W12")),
    ],
    leaves=[reads("She did it last minute.", no(when("last minute")))],
)
def this_unit(match: Match) -> Iterator[Expression]:
    """A unit beside the one the text was written in: last year, next week, early this month."""
    unit = match.value("unit", "unit") or "Q"  # "the current period" of a report
    latest, stretched = match.holds("latest", group="which"), match.holds("past", "coming", group="which")
    of_its_own = any(vocabulary.is_in(word, "definite") for word in match.all[:-2]) and not match.holds("of")
    if unit.startswith("T") or (unit == "D" and (latest or match.holds("this", group="which"))):
        return
    if unit == "Q" and latest:
        yield match.express(Step("Q", 0, "story"))
        return
    if unit == "Q" and match.holds("last", group="which") and not stretched:
        yield match.express(Step("Q", -1))
        return
    if unit == "2W":
        yield match.express(Length("P2W"))
        return
    if stretched or (
        of_its_own
        and not match.has("fiscal")
        and match.holds("last", "next", group="which")
        and not match.holds("upcoming")
    ):
        return
    yield match.express(Step(unit, match.value("which", *FROM_PUBLICATION, "latest") or 0))


@rule(
    "timeline.story_unit",
    "(?: THEMOD )? (?P<which> STORY ) (?: same | very )? (?P<unit> unit ) (?! hyphen )",
    "the very (?P<which> next | following ) (?P<unit> unit ) (?! hyphen )",
    "the (?P<unit> day | week | month | year ) (?P<which> following | before | earlier ) (?= comma | dot | close | mark )",
    decides=[
        reads(
            "The mill burnt in 1990. It was sold the following year.",
            when("the following year", value="1991"),
        )
    ],
    leaves=[reads("The following weekly was sold.", no(when("The following weekly")))],
)
def story_unit(match: Match) -> Iterator[Expression]:
    """A unit beside the one the text named last: the following day, that same year, the previous month."""
    unit = match.value("unit", "unit") or "D"
    if unit.startswith("T"):
        return
    deictic = match.holds("next", group="which")
    if deictic and not (match.holds("definite") and match.holds("following", group="which")):
        return
    count = match.value("which", "following", "previous", "ways")
    yield match.express(Step(unit, count or 0, "story"))


@rule(
    "timeline.the_unit",
    "(?: PARTOF | EARLY ) the (?P<unit> unit ) NOTENDED",
    "the (?: full | entire | whole | fiscal | financial )? (?P<unit> year ) (?! of | digits ) NOTENDED",
    "the (?: full | entire | whole )? (?P<unit> month ) NOTENDED",
    "the (?: full | entire | whole )? (?P<unit> quarter ) (?! hyphen )",
    "the (?P<unit> week ) (?! of | following | previous | hyphen | ended | ending | to )",
    decides=[reads("The court sits at the end of the month.", when("the end of the month", value="2026-03"))],
    leaves=[reads("She left later in the day.", no(when("later in the day")))],
)
def the_unit(match: Match) -> Iterator[Expression]:
    """The month, year or quarter the text is in: the end of the month, the quarter."""
    unit = match.value("unit", "unit")
    if not unit.startswith("T") and unit != "D":  # "later in the day" names no day
        yield match.express(Step(unit, 0, "story" if unit == "Q" else "published"))


@rule(
    "timeline.day_but_one",
    "the day (?P<way> before | after ) (?P<day> today )",
    decides=[
        reads(
            "The mill burnt the day before yesterday.", when("the day before yesterday", value="2026-03-10")
        )
    ],
    leaves=[reads("The mill burnt the day before the vote.", no(when("the day before the vote")))],
)
def day_but_one(match: Match) -> Iterator[Expression]:
    """The day before yesterday or after tomorrow."""
    yield match.express(Step("D", match.value("day", "today") + match.value("way", "ways")))


@rule(
    "timeline.beside_day",
    "the day (?P<way> before | after ) (?= (?: last | next | this )? (?: holiday | weekday | monthname | monthabbr | daynum | dayord ) )",
    decides=[
        reads(
            "The shop was shut the day after Christmas.", when("the day after Christmas", value="2025-12-26")
        )
    ],
    leaves=[reads("The shop was shut the day after the vote.", no(when("the day after the vote")))],
)
def beside_day(match: Match) -> Iterator[Expression]:
    """The day before or after a day that is named next: the day after Christmas."""
    yield match.express(Step("D", match.value("way", "ways"), "story"))


@rule(
    "timeline.counted_day",
    "(?P<base> (?P<day> today ) ) (?: is | was ) (?P<said> the ordinal day ) (?= of (?! MONTH ) )",
    "(?: it (?: is | poss ) | this is ) (?P<said> the ordinal day ) (?= of (?! MONTH ) )",
    decides=[reads("It is the eighth day of the strike.", when("the eighth day", value="2026-03-12"))],
    leaves=[reads("The eighth day of the strike was calm.", no(when("The eighth day")))],
)
def counted_day(match: Match) -> Iterator[Expression]:
    """A day that is counted and is today: today is the eighth day of the strike."""
    meaning = Step("D", match.value("day", "today") or 0)
    if match.has("base"):
        yield match.express(meaning, group="base")
    yield match.express(meaning, group="said")


@rule(
    "timeline.closing_day",
    "year hyphen end (?: (?P<year> YEAR ) )?",
    decides=[reads("The debt was 40 crowns at year-end.", when("year-end", value="2025-12-31"))],
    leaves=[reads("The debt will be paid by year end.", when("year end", value="2026"))],
)
def closing_day(match: Match) -> Iterator[Expression]:
    """Year-end, the day on which books are closed."""
    yield match.express(Calendar(year=year_of(match), month=12, day=31))


@rule(
    "timeline.year_end",
    "(?P<unit> year ) (?: poss )? end (?: (?P<year> YEAR ) )?",
    "mid hyphen? (?P<unit> year )",
    "(?P<unit> week | month | decade | century ) poss end",
    "(?P<unit> month ) hyphen end",
    decides=[reads("The debt will be paid by year end.", when("year end", value="2026"))],
    leaves=[reads("The debt was 40 crowns at year-end.", when("year-end", value="2025-12-31"))],
)
def year_end(match: Match) -> Iterator[Expression]:
    """The end or the middle of a year or another unit, in short: year's end, mid-year, month-end."""
    if match.has("year"):
        yield match.express(Calendar(year=year_of(match)))
    else:
        yield match.express(Step(match.value("unit", "unit"), 0, "published"))


@rule(
    "timeline.leaning",
    "(?: the (?= previous | following ) | this (?= coming | past ) )? (?P<which> this | last | next | past | coming | previous | following | that same? ) (?: early hyphen? )? (?P<what> monthname | monthabbr dot? | season | weekday | holiday ) (?! daynum | dayord ) (?: PART )?",
    decides=[
        reads("The mill burnt last May.", when("last May", value="2025-05")),
        reads("The court sits next Friday.", when("next Friday", value="2026-03-13")),
    ],
    leaves=[reads("The last mayor left.", no(when("last mayor")))],
)
def leaning(match: Match) -> Iterator[Expression]:
    """A month, season, weekday or holiday on the side its words say: last May, next Friday, this summer."""
    if match.holds("same", group="which") and not match.value("what", "season"):
        return
    count = match.value("which", *FROM_PUBLICATION)
    told = match.value("which", "following", "previous") if count is None else None
    clock = f"T{match.value('part', 'part')}" if match.has("part") else ""
    yield match.express(
        Calendar(
            month=match.value("what", "monthname", "monthabbr"),
            season=match.value("what", "season"),
            weekday=match.value("what", "weekday"),
            holiday=match.value("what", "holiday"),
            lean=count if count is not None else told or 0,
            base="story" if told else "published",
            clock=clock,
        )
    )


@rule(
    "timeline.ago",
    "AMOUNT (?: UNIT ) (?: or so )? (?P<way> ago | earlier | later | hence | from now | previously ) (?: in the (?P<edge> unit ) )?",
    "(?P<vague> many )? (?P<unit> units ) (?P<way> ago | earlier | later )",
    "AMOUNT (?: UNIT ) (?P<way> afterwards | afterward | before that | after that )",
    "(?: HEDGE )? (?P<one> a | an ) UNIT and a (?P<andhalf> half ) (?P<way> ago | earlier | later )",
    decides=[
        reads("The mill burnt two years ago.", when("two years ago", value="2024")),
        reads(
            "The mill burnt in 1990. It was sold three years later.", when("three years later", value="1993")
        ),
    ],
    leaves=[reads("She is two years old.", no(when("two years ago")))],
)
def ago(match: Match) -> Iterator[Expression]:
    """So much time before now or after what was named last: two years ago, three weeks later, a year earlier."""
    counted = match.has("n") or match.has("one") or match.has("half") or match.holds("pair", group="vague")
    count, unit, _ = amount(match) if counted else (None, match.value("unit", "unit", "units"), False)
    if unit.startswith("T") and match.has("andhalf"):
        return
    sign = match.value("way", "ways")
    base: Base = "published" if match.holds("from_now", group="way") else "story"
    if count is not None and count % 1 == _HALF and (finer := _FINER.get(unit)):
        times, part = finer
        grain = unit if unit in _LONGER - {"Y"} else ""
        yield match.express(Step(part, round(sign * count * times), base, sign, grain=grain))
    elif count is None:
        yield match.express(Step(unit, None, base, sign))
    else:
        yield match.express(Step(unit, round(sign * count), base, sign), approximate=match.has("hedge"))
