"""Steps from the publication day or from what the text named last: "last week", "a week from Friday"."""

from calendar import monthrange
from collections.abc import Iterator

from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Base, Calendar, Expression, Step
from reader.analysis.timeline.rules.common import month_of, year_of
from reader.analysis.timeline.rules.lengths import amount

macro(WEEKS="AMOUNT (?P<unit> week | weeks )")

_MOST_WEEKDAYS = 5  # in a month
_COMMON_YEAR = 2001
_LONGER = frozenset({"W", "M", "Y"})


@rule(
    "the (?P<unit> unit ) (?P<way> before last | after next ) (?! unit | weekday | monthname | monthabbr | holiday )"
)
def but_one(match: Match) -> Iterator[Expression]:
    """ "the week before last", "the year after next"."""
    unit = match.value("unit", "unit")
    if not unit.startswith("T"):
        yield match.express(Step(unit, -2 if "last" in match.words("way") else 2))


@rule("WEEKS ago (?: on )? (?P<weekday> weekday )")
def weeks_ago_on(match: Match) -> Iterator[Expression]:
    """ "two weeks ago Friday": the Friday of that week."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Calendar(weekday=match.value("weekday", "weekday"), weeks=-round(count)))


@rule(
    "(?: the )? (?P<nth> ordinal | lastord ) (?P<weekday> weekday ) (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?"
)
def nth_weekday(match: Match) -> Iterator[Expression]:
    """ "the first Monday in May", "the last Sunday of May 1990"."""
    nth = match.value("nth", "ordinal", "lastord")
    if nth and nth <= _MOST_WEEKDAYS:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(year=year_of(match), month=month_of(match), weekday=weekday, nth=nth))


@rule("(?: the )? (?P<nth> ordinal | lastord ) day (?: in | of ) (?P<month> MONTH ) (?: OFYEAR )?")
def nth_day(match: Match) -> Iterator[Expression]:
    """ "the first day of May", "the last day of June 1990"."""
    month, nth = month_of(match), match.value("nth", "ordinal", "lastord")
    last = monthrange(_COMMON_YEAR, month)[1]
    if nth and nth <= last:
        yield match.express(Calendar(year=year_of(match), month=month, day=last if nth < 0 else nth))


@rule("the (?P<weekday> weekday ) (?P<way> before last | after next )")
def weekday_but_one(match: Match) -> Iterator[Expression]:
    """ "the Sunday before last", "the Monday after next"."""
    way = -1 if "last" in match.words("way") else 1
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), lean=way, plus=7 * way))


@rule("the (?P<weekday> weekday ) (?= before | after )")
def weekday_beside(match: Match) -> Iterator[Expression]:
    """ "the Friday before the vote": which one, nobody has said."""
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), unsaid=True))


@rule("WEEKS from (?P<day> today )")
def weeks_from_today(match: Match) -> Iterator[Expression]:
    """ "a week from today", "two weeks from tomorrow"."""
    count, _, _ = amount(match)
    if count is not None:
        yield match.express(Step("D", 7 * round(count) + match.value("day", "today")))


@rule("WEEKS from (?P<weekday> weekday )")
def weeks_from(match: Match) -> Iterator[Expression]:
    """ "a week from Friday": as many weeks after the one to come."""
    count, _, _ = amount(match)
    if count is not None:
        weekday = match.value("weekday", "weekday")
        yield match.express(Calendar(weekday=weekday, lean=1, plus=7 * round(count)))


@rule("AMOUNT (?P<unit> unit | units ) ago (?P<grain> today | yesterday | this month )")
def ago_today(match: Match) -> Iterator[Expression]:
    """ "a year ago today", "a year ago this month"."""
    count, unit, _ = amount(match)
    if count is None or unit not in _LONGER or (unit == "W" and "month" in match.words("grain")):
        return
    grain = "M" if "month" in match.words("grain") else "D"
    if "yesterday" not in match.words("grain"):
        yield match.express(Step(unit, -round(count), grain=grain))


@rule(
    "AMOUNT (?P<unit> year | years ) ago (?: in | this | last )? (?P<month> MONTH ) (?! daynum | dayord )",
    "AMOUNT (?P<unit> year | years ) ago (?: this | last | in the ) (?P<season> season )",
)
def years_ago_in(match: Match) -> Iterator[Expression]:
    """ "two years ago in May", "a year ago last May", "two years ago this fall"."""
    count, _, _ = amount(match)
    month = month_of(match) if match.has("month") else None
    if count is not None:
        season = match.value("season", "season")
        yield match.express(Calendar(month=month, season=season, year=Step("Y", -round(count))))


macro(
    # "the year ended 31 May" is a length, not the year this is.
    NOTENDED="(?! (?: ended | ending | to ) | hyphen )",
    WHICH="this | last | next | current | latest",
    STORY="following | previous | same | that | subsequent | preceding | prior | intervening | next",
)

_COUNTS = {
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "this": 0,
    "current": 0,
    "latest": -1,
}
_STORY_LEAN = {"previous": -1, "following": 1}


@rule(
    "(?: THEMOD )? (?P<which> this | last | next | coming | upcoming | past ) (?: fiscal )? (?P<unit> unit ) (?! hyphen )",
    "(?: THEMOD )? the (?P<which> current | latest | coming | present ) (?: fiscal )? (?P<unit> unit | period )",
)
def this_unit(match: Match) -> Iterator[Expression]:
    """ "last year", "next week", "early this month", "the current fiscal year"."""
    word = match.words("which")[-1]
    unit = "Q" if match.word("unit") == "period" else match.value("unit", "unit")
    words = match.all
    the = "the" in words[:-2] and "of" not in words
    if unit.startswith("T") or (unit == "D" and word in ("this", "current", "latest")):
        return
    if unit == "Q" and word == "latest":
        yield match.express(Step("Q", 0, "story"))
        return
    if unit == "Q" and word == "last":
        yield match.express(Step("Q", -1))
        return
    if word in ("past", "coming") or (the and word in ("last", "past", "next")):
        return
    yield match.express(Step(unit, _COUNTS.get(word, 0)))


@rule(
    "(?: THEMOD )? (?P<which> STORY ) (?: same | very )? (?P<unit> unit ) (?! hyphen )",
    "the (?P<unit> day | week | month | year ) (?P<which> following | before | earlier ) (?= comma | dot | close | mark )",
)
def story_unit(match: Match) -> Iterator[Expression]:
    """ "the following day", "that same year", "the previous month"."""
    words = match.all
    unit = match.value("unit", "unit") or "D"
    if unit.startswith("T"):
        return
    word = match.words("which")[-1]
    if word in ("coming", "upcoming") or (word == "next" and "the" not in words):
        return
    count = match.value("which", "following", "previous")
    if match.words("which")[-1] in ("before", "earlier"):
        count = -1
    yield match.express(Step(unit, count or 0, "story"))


@rule(
    "(?: PARTOF | EARLY ) the (?P<unit> unit ) NOTENDED",
    "the (?: full | entire | whole | fiscal | financial )? (?P<unit> year ) (?! of | digits ) NOTENDED",
    "the (?: full | entire | whole )? (?P<unit> month ) NOTENDED",
    "the (?: full | entire | whole )? (?P<unit> quarter ) (?! hyphen )",
    "the (?P<unit> week ) (?! of | following | previous | hyphen | ended | ending | to )",
)
def the_unit(match: Match) -> Iterator[Expression]:
    """ "the end of the month", "earlier in the year", "the quarter"."""
    unit = match.value("unit", "unit")
    if not unit.startswith("T") and unit != "D":  # "later in the day" names no day
        yield match.express(Step(unit, 0, "story" if unit == "Q" else "published"))


@rule("the day (?P<way> before | after ) (?P<day> today )")
def day_but_one(match: Match) -> Iterator[Expression]:
    """ "the day before yesterday", "the day after tomorrow"."""
    beside = -1 if match.word("way") == "before" else 1
    yield match.express(Step("D", match.value("day", "today") + beside))


@rule(
    "the day (?P<way> before | after ) (?= (?: last | next | this )? (?: holiday | weekday | monthname | monthabbr | daynum | dayord ) )"
)
def beside_day(match: Match) -> Iterator[Expression]:
    """ "the day after" a day named next; nothing on its own."""
    yield match.express(Step("D", -1 if match.word("way") == "before" else 1, "story"))


@rule(
    "(?P<base> (?P<day> today ) ) (?: is | was ) (?P<said> the ordinal day ) (?= of (?! MONTH ) )",
    "(?: it (?: is | poss ) | this is ) (?P<said> the ordinal day ) (?= of (?! MONTH ) )",
)
def counted_day(match: Match) -> Iterator[Expression]:
    """Both days of "today is the eighth day of the strike"; "it's the second day of their talks"."""
    meaning = Step("D", match.value("day", "today") or 0)
    if match.has("base"):
        yield match.express(meaning, group="base")
    yield match.express(meaning, group="said")


@rule("year hyphen end (?: (?P<year> YEAR ) )?")
def closing_day(match: Match) -> Iterator[Expression]:
    """ "year-end": the day on which books are closed."""
    yield match.express(Calendar(year=year_of(match), month=12, day=31))


@rule(
    "(?P<unit> year ) (?: poss )? end (?: (?P<year> YEAR ) )?",
    "mid hyphen? (?P<unit> year )",
    "(?P<unit> week | month | decade | century ) poss end",
    "(?P<unit> month ) hyphen end",
)
def year_end(match: Match) -> Iterator[Expression]:
    """ "year end", "year's end", "year end 1989", "mid-year", "week's end"."""
    if match.has("year"):
        yield match.express(Calendar(year=year_of(match)))
    else:
        yield match.express(Step(match.value("unit", "unit"), 0, "published"))


@rule(
    "(?: the (?= previous | following ) | this (?= coming | past ) )? (?P<which> this | last | next | past | coming | previous | following | that same? ) (?: early hyphen? )? (?P<what> monthname | monthabbr dot? | season | weekday | holiday ) (?! daynum | dayord ) (?: PART )?"
)
def leaning(match: Match) -> Iterator[Expression]:
    """ "last May", "next Friday", "this summer"."""
    if match.words("which")[0] == "that" and not match.value("what", "season"):
        return
    word = match.word("which")
    told = word in _STORY_LEAN
    clock = f"T{match.value('part', 'part')}" if match.has("part") else ""
    yield match.express(
        Calendar(
            month=match.value("what", "monthname", "monthabbr"),
            season=match.value("what", "season"),
            weekday=match.value("what", "weekday"),
            holiday=match.value("what", "holiday"),
            lean=_STORY_LEAN[word] if told else _COUNTS.get(word, 0),
            base="story" if told else "published",
            clock=clock,
        )
    )


@rule(
    "AMOUNT (?: UNIT ) (?: or so )? (?P<way> ago | earlier | later | hence | from now | previously ) (?: in the (?P<edge> unit ) )?",
    "(?P<vague> many )? (?P<unit> units ) (?P<way> ago | earlier | later )",
    "AMOUNT (?: UNIT ) (?P<way> afterwards | afterward | before that | after that )",
)
def ago(match: Match) -> Iterator[Expression]:
    """ "two years ago", "three weeks later", "a year earlier"."""
    way = match.words("way")
    counted = (
        match.has("n") or match.has("one") or match.has("half") or match.word("vague").startswith("a couple")
    )
    count, unit, _ = amount(match) if counted else (None, match.value("unit", "unit", "units"), False)
    sign = 1 if way[0] in ("later", "hence", "from", "afterwards", "afterward", "after") else -1
    base: Base = "published" if way[0] in ("ago", "hence", "from") else "story"
    if count is None:
        yield match.express(Step(unit, None, base, sign))
    else:
        yield match.express(Step(unit, round(sign * count), base, sign), approximate=match.has("hedge"))
