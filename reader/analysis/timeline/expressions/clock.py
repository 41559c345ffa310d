"""Times of day; what day they belong to is found where they are joined and resolved."""

from collections.abc import Iterator

from reader.analysis.rules import no, reads, when
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression, OfDay, Step

macro(
    ZONE="(?: open? (?P<zone> zone ) close? | (?P<local> local ) time )",
    PART="(?: early | hyphen )* (?P<part> part )",
)


_HALF_OF_DAY = {
    "TMO": 0,
    "TAF": 12,
    "TEV": 12,
    "TNI": 12,
}  # the hours before the half that a part of the day is in


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
    "(?: ABOUT )? (?P<time> hour | card ) oclock (?: ZONE )?",
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
    leaves=[reads("The mill burnt at dawn.", no(when("dawn")))],
)
def noon(match: Match) -> Iterator[Expression]:
    """Noon or midnight: midnight, about noon."""
    yield match.express(OfDay(part_value(match.words("part")[-1])))


@rule(
    "timeline.bare_part",
    "early hyphen? (?P<part> part )",
    "in (?P<said> the (?P<part> part ) ) (?! of | hours )",
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
