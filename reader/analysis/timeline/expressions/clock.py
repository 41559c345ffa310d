"""Times of day; what day they belong to is found where they are joined and resolved."""

from collections.abc import Iterator

from reader.analysis.rules import no, reads, when
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression, OfDay, Step

macro(
    # "10 p.m. EST", "2 a.m. local time (0100 GMT)", "3 p.m. in Orrin (1400 GMT)": one time, told twice.
    ZONE="(?: open? (?P<zone> zone ) close? | (?: (?P<local> local ) | any (?: any )? ) time ) (?: THERE )?"
    " | (?P<there> THERE )",
    THERE="open (?: clock | military | clockdot ) zone close",
    PART="(?: early | hyphen )* (?P<part> part )",
)


_HALF_OF_DAY = {
    "TMO": 0,
    "TAF": 12,
    "TEV": 12,
    "TNI": 12,
}  # the hours before the half that a part of the day is in


_HALF_DAY, _AN_HOUR, _FIVE = 12, 60, 5


def clock_value(time: str, half: int | None, zone: str = "") -> str | None:
    """ "T22:00" for "10" in the half that begins with hour 12; None for what no clock shows."""
    hour, _, rest = time.replace(".", ":").partition(":")
    minute = int(rest[:2] or 0)
    number = int(hour)
    if half is not None:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + half
    if number > 24 or minute > 59:
        return None
    return f"T{number:02}:{minute:02}{zone}"


def part_value(word: str) -> str:
    """ "TMO" for "morning", "T12:00" for "noon"."""
    return f"T{vocabulary.value('part', word)}"


@rule(
    "timeline.clock",
    "(?: ABOUT )? (?P<time> clock | clockdot | hour ) (?P<mark> clockmark ) (?: ZONE )?",
    "(?: ABOUT )? (?P<time> clock ) (?: hours )? (?: ZONE )?",
    "(?: ABOUT )? (?P<time> clockdot | hour | card ) oclock (?: ZONE )?",
    decides=[
        reads("The train left at 22:15.", when("22:15", value="2026-03-12T22:15")),
        reads("The mill burnt at five o'clock.", when("five o'clock", value="2026-03-12T05:00")),
    ],
    leaves=[reads("The crew won 22:75.", no(when("22:75")))],
)
def clock(match: Match) -> Iterator[Expression]:
    """A time of day in figures or with o'clock: 10 p.m. EST, 22:15, five o'clock."""
    time = str(match.value("time", "card") or match.word("time"))
    zone = "Z" if match.value("zone", "zone") == "Z" else ""
    value = clock_value(time, match.value("mark", "clockmark"), zone)
    if value:
        yield match.express(OfDay(value))


macro(UPTO="(?: to | until | till | and | hyphen | through )")


@rule(
    "timeline.clock_range",
    "(?P<first> (?P<time> clock | clockdot | hour ) (?: (?P<mark> clockmark ) )? ) UPTO (?P<second> (?P<until> clock | clockdot | hour ) (?P<untilmark> clockmark ) (?: ZONE )? )",
    "between (?P<first> (?P<time> hour ) ) and (?P<second> (?P<until> hour ) ) (?= (?: (?P<last> last ) | this | that ) (?P<part> part ) | on weekday (?P<part2> part ) | (?P<night> tonight ) )",
    "from (?P<first> (?P<time> hour ) ) to (?P<second> (?P<until> hour ) ) (?= on weekday )",
    decides=[
        reads(
            "Voters can call 3-5 p.m. on Monday.",
            when("3", value="2026-03-16T15:00"),
            when("5 p.m.", value="2026-03-16T17:00"),
        ),
        reads(
            "The shots were fired between 7 and 9 last night.",
            when("7", value="2026-03-11T19:00"),
            when("9", value="2026-03-11T21:00"),
        ),
    ],
    leaves=[reads("Between 7 and 9 people were hurt on Monday.", no(when("7")))],
)
def clock_range(match: Match) -> Iterator[Expression]:
    """From one time of a day to another: 3-5 p.m., from 9 a.m. to 5 p.m., between 7 and 9 last night."""
    half = match.value("untilmark", "clockmark")
    part = match.word("part") or match.word("part2") or ("night" if match.has("night") else "")
    if part:
        half = _HALF_OF_DAY.get(part_value(part))
    values = [_hour(match.word("time")), _hour(match.word("until"))]
    if half is None and values[0] <= values[1]:
        return  # "from 9 to 11": of which half of the day nobody knows
    first = match.value("mark", "clockmark")
    if first is None:
        turns = values[0] % _HALF_DAY > values[1] % _HALF_DAY
        first = (half if half is not None else _HALF_DAY) if not turns else _HALF_DAY - (half or _HALF_DAY)
    begins = clock_value(match.word("time"), first)
    ends = clock_value(match.word("until"), half if half is not None else _HALF_DAY)
    if begins and ends:
        yield match.express(OfDay(begins), group="first")
        yield match.express(OfDay(ends), group="second")


def _hour(time: str) -> int:
    return int(time.replace(".", ":").partition(":")[0])


@rule(
    "timeline.military",
    "(?: ABOUT )? (?P<time> military ) (?: hours )? ZONE",
    "(?: ABOUT )? (?P<time> military ) hours",
    "at (?P<said> (?P<early> military ) ) (?= on weekday )",
    decides=[
        reads("The launch is set for 0430 GMT on Sunday.", when("0430 GMT", value="2026-03-15T04:30Z")),
        reads("The march began at 1600 hours.", when("1600 hours", value="2026-03-12T16:00")),
    ],
    leaves=[reads("The march began in 1600.", when("1600", value="1600"))],
)
def military(match: Match) -> Iterator[Expression]:
    """Four figures with a zone or “hours”: 0430 GMT, 1600 hours, 0315 local time."""
    time = match.word("time") or match.word("early")
    if match.has("early") and not time.startswith("0"):
        return
    zone = "Z" if match.value("zone", "zone") == "Z" else ""
    if value := clock_value(f"{time[:2]}:{time[2:]}", None, zone):
        yield match.express(OfDay(value), group="said" if match.has("said") else 0)


@rule(
    "timeline.spoken_clock",
    "(?: ABOUT )? (?: a )? (?P<minutes> half | quarter ) (?P<way> past | to ) (?P<hour> card | hour ) (?! UNIT | scale ) (?: (?: in the (?P<part> part ) | at (?P<part2> part ) ) )?",
    "at (?P<said> (?P<minutes> card ) (?: minutes )? (?P<way> past | to ) (?P<hour> card ) ) (?= comma | dot | close | mark | and | on | in | at ) (?: (?: in the (?P<part> part ) | at (?P<part2> part ) ) )?",
    decides=[
        reads("The alarm rang at half past six.", when("half past six", value="2026-03-12T06:30")),
        reads(
            "He left at ten to three in the afternoon.",
            when("ten to three in the afternoon", value="2026-03-12T14:50"),
        ),
    ],
    leaves=[reads("The council voted ten to six.", no(when("ten to six")))],
)
def spoken_clock(match: Match) -> Iterator[Expression]:
    """A time of day as it is spoken: half past four, ten to six, a quarter to seven."""
    minutes = match.value("minutes", "card", "shareofhour")
    if minutes and minutes % _FIVE:
        return
    hour = match.value("hour", "card") or (int(match.word("hour")) if match.word("hour").isdigit() else None)
    if not hour or not minutes or not 0 < minutes < _AN_HOUR or hour > _HALF_DAY:
        return
    if match.holds("before_the_hour", group="way"):
        hour, minutes = (hour - 1) or _HALF_DAY, _AN_HOUR - minutes
    said = match.word("part") or match.word("part2")
    half = _HALF_OF_DAY.get(part_value(said)) if said else None
    if value := clock_value(f"{hour}:{minutes:02}", half):
        end = match.express(OfDay(value)).end
        start = match.express(OfDay(value), group="said").start if match.has("said") else None
        yield Expression(
            start if start is not None else match.express(OfDay(value)).start,
            end,
            OfDay(value),
            (match.rule,),
            match.has("approx"),
        )


@rule(
    "timeline.shortly_before_seven",
    "(?: shortly | just ) (?: before | after ) (?P<hour> card ) (?= comma | dot | close | and | on )",
    decides=[
        reads(
            "The alarm was raised shortly before seven.",
            when("shortly before seven", value="2026-03-12T07:00"),
        )
    ],
    leaves=[reads("They won just after seven defeats.", no(when("just after seven")))],
)
def shortly_before_seven(match: Match) -> Iterator[Expression]:
    """An hour that shortly or just lead to: shortly before seven."""
    hour = match.value("hour", "card")
    if hour and hour <= _HALF_DAY:
        yield match.express(OfDay(clock_value(str(hour), None) or ""))


@rule(
    "timeline.clock_in_part",
    "(?: ABOUT )? (?P<time> clock | hour | card ) oclock? (?: in the (?P<part> part ) | at (?P<part2> part ) )",
    "(?: ABOUT )? (?P<time> clock | (?: hour | card ) (?= oclock ) ) oclock? (?: (?P<this> this (?P<part> part ) ) | (?P<this2> tonight ) )",
    decides=[reads("It began at 4 in the morning.", when("4 in the morning", value="2026-03-12T04:00"))],
    leaves=[reads("There were 4 in the boat.", no(when("4")))],
)
def clock_in_part(match: Match) -> Iterator[Expression]:
    """An hour told with its part of the day: 4 in the morning, 10 at night, seven o'clock this evening."""
    today = match.has("this") or match.has("this2")
    said = match.word("part") or match.word("part2")
    part = part_value(said) if said else f"T{match.value('this2', 'this_night')}"
    time = str(match.value("time", "card") or match.word("time"))
    half = _HALF_OF_DAY.get(part)
    value = clock_value(time, half) if half is not None else None
    if value:
        yield match.express(Step("D", 0, clock=value) if today else OfDay(value))


@rule(
    "timeline.noon",
    "(?: ABOUT )? (?: shortly before | shortly after )? (?P<part> moment )",
    decides=[reads("The train leaves at noon.", when("noon", value="2026-03-12T12:00"))],
    leaves=[reads("The mill burnt in the morning.", no(when("morning")))],
)
def noon(match: Match) -> Iterator[Expression]:
    """Noon or midnight: midnight, about noon."""
    yield match.express(OfDay(part_value(match.words("part")[-1])))


@rule(
    "timeline.dawn",
    "(?: by | until | till | at | before | after | since | from | around ) (?P<said> (?P<part> skyline ) )",
    "(?: (?: shortly | just ) (?: before | after ) ) (?P<part> skyline )",
    "since (?P<said> (?P<part> part ) ) (?= comma | dot | close )",
    decides=[reads("They hoped to open the road by dawn.", when("dawn", value="2026-03-12TMO"))],
    leaves=[reads("The dawn of the railways came.", no(when("dawn")))],
)
def dawn(match: Match) -> Iterator[Expression]:
    """Dawn, dusk and the like behind a preposition: by dawn, shortly before sunset, since morning."""
    said = "said" if match.has("said") else 0
    yield match.express(OfDay(part_value(match.word("part"))), group=said)


@rule(
    "timeline.bare_part",
    "early hyphen? (?P<part> part )",
    "in (?P<said> the (?P<part> part ) ) (?! of | hours )",
    "(?: most of | much of | throughout | during ) (?P<said> the (?P<part> part ) ) (?! of | hours )",
    decides=[reads("The mill burnt mid-afternoon.", when("mid-afternoon", value="2026-03-12TAF"))],
    leaves=[reads("She left in the morning hours.", no(when("the morning")))],
)
def bare_part(match: Match) -> Iterator[Expression]:
    """A part of the day in question: mid-afternoon, late evening, in the morning."""
    if not match.holds("hours", group="part"):
        yield match.express(OfDay(part_value(match.word("part"))), group="said" if match.has("said") else 0)


@rule(
    "timeline.weekday_part",
    "(?: MOD )? (?P<weekday> weekday ) (?: comma )? PART",
    "(?: the )? early (?P<weekday> weekday )",
    decides=[reads("The mill burnt on Friday morning.", when("Friday morning", value="2026-03-06TMO"))],
    leaves=[reads("The Friday paper came.", when("Friday", value="2026-03-06"))],
)
def weekday_part(match: Match) -> Iterator[Expression]:
    """A weekday with the part of it that is meant: Friday morning, late Friday."""
    clock = part_value(match.word("part")) if match.has("part") else ""
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), clock=clock))


@rule(
    "timeline.part_of_day",
    "(?: early in? )? (?P<which> this | last | that | same | following | next | previous | the ) (?: same | next | following )? PART",
    decides=[reads("The mill burnt last night.", when("last night", value="2026-03-11TNI"))],
    leaves=[reads("The last part came.", no(when("last part")))],
)
def part_of_day(match: Match) -> Iterator[Expression]:
    """A part of the day that this, last, that, next or following picks: this morning, last night, that afternoon."""
    part = part_value(match.word("part"))
    if match.holds("hours", group="part"):
        return
    if match.holds("this"):
        yield match.express(Step("D", 0, clock=part))
    elif match.holds("last"):
        yield match.express(Step("D", -1, clock=part))
    elif match.holds("next", "following"):
        yield match.express(Step("D", 1, "story", clock=part))
    elif match.holds("previous"):
        yield match.express(Step("D", -1, "story", clock=part))
    elif match.holds("same"):
        yield match.express(OfDay(part))


@rule(
    "timeline.part_of",
    "(?: early in )? (?: the )? (?: early hyphen? | small )? (?P<part> part ) (?: hours )? (?= of )",
    decides=[
        reads(
            "The mill burnt in the early morning hours of 12 May 1990.",
            when("the early morning hours of 12 May 1990", value="1990-05-12TMO"),
        )
    ],
    leaves=[reads("It was the night of the long tables.", no(when("the night")))],
)
def part_of(match: Match) -> Iterator[Expression]:
    """The part of a day that is named next: the early morning hours of 12 May."""
    yield match.express(OfDay(part_value(match.words("part")[0])))


@rule(
    "timeline.today",
    "(?: MOD )? (?P<day> today ) (?: PART )?",
    "early (?: on )? (?P<day> today )",
    decides=[
        reads("The mill burnt yesterday.", when("yesterday", value="2026-03-11")),
        reads("The court sits tomorrow morning.", when("tomorrow morning", value="2026-03-13TMO")),
    ],
    leaves=[reads("She writes for Orrin Today.", no(when("Today")))],
)
def today(match: Match) -> Iterator[Expression]:
    """Yesterday, today, tomorrow, tonight, with a part of the day: tomorrow morning, later today."""
    part = part_value(match.word("part")) if match.has("part") else ""
    if night := match.value("day", "this_night"):
        yield match.express(Step("D", 0, clock=f"T{night}"))
    else:
        yield match.express(Step("D", match.value("day", "today"), clock=part))
