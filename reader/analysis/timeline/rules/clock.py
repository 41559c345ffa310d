"""Times of day; what day they belong to is found where they are joined and resolved."""

from collections.abc import Iterator

from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Calendar, Expression, OfDay, Step

macro(
    ZONE="(?: open? (?P<zone> zone ) close? | (?P<local> local ) time )",
    PART="(?: early | hyphen )* (?P<part> part )",
)


def clock_value(time: str, mark: str, zone: str = "") -> str | None:
    """ "T22:00" for ("10", "p.m."); None for what no clock shows."""
    hour, _, rest = time.replace(".", ":").partition(":")
    minute = int(rest[:2] or 0)
    number = int(hour)
    if mark:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if mark.startswith("p") else 0)
    if number > 24 or minute > 59:
        return None
    return f"T{number:02}:{minute:02}{zone}"


def part_value(word: str) -> str:
    """ "TMO" for "morning", "T12:00" for "noon"."""
    return f"T{vocabulary.value('part', word)}"


@rule(
    "(?: ABOUT )? (?P<time> clock | clockdot | hour ) (?P<mark> clockmark ) (?: ZONE )?",
    "(?: ABOUT )? (?P<time> clock ) (?: hours )? (?: ZONE )?",
    "(?: ABOUT )? (?P<time> hour | card ) oclock (?: ZONE )?",
)
def clock(match: Match) -> Iterator[Expression]:
    """ "10 p.m. EST", "22:15", "five o'clock"."""
    time = str(match.value("time", "card") or match.word("time"))
    zone = "Z" if match.value("zone", "zone") == "Z" else ""
    value = clock_value(time, match.word("mark"), zone)
    if value:
        yield match.express(OfDay(value))


@rule(
    "(?: ABOUT )? (?P<time> clock | hour | card ) oclock? (?: in the (?P<part> part ) | at (?P<part2> part ) )",
    "(?: ABOUT )? (?P<time> clock | (?: hour | card ) (?= oclock ) ) oclock? (?: (?P<this> this (?P<part> part ) ) | (?P<this2> tonight ) )",
)
def clock_in_part(match: Match) -> Iterator[Expression]:
    """ "4 in the morning", "10 at night", "seven o'clock this evening"."""
    today = match.has("this") or match.has("this2")
    part = part_value(match.word("part") or match.word("part2") or "night")
    time = str(match.value("time", "card") or match.word("time"))
    mark = {"TMO": "am", "TAF": "pm", "TEV": "pm", "TNI": "pm"}.get(part, "")
    value = clock_value(time, mark) if mark else None
    if value:
        yield match.express(Step("D", 0, clock=value) if today else OfDay(value))


@rule("(?: ABOUT )? (?: shortly before | shortly after )? (?P<part> moment )")
def noon(match: Match) -> Iterator[Expression]:
    """ "midnight", "about noon"."""
    yield match.express(OfDay(part_value(match.words("part")[-1])))


@rule("early hyphen? (?P<part> part )", "in (?P<said> the (?P<part> part ) ) (?! of | hours )")
def bare_part(match: Match) -> Iterator[Expression]:
    """ "mid-afternoon", "late evening"; "early hours" are some day's."""
    if match.word("part") != "hours":
        yield match.express(OfDay(part_value(match.word("part"))), group="said" if match.has("said") else 0)


@rule("(?: MOD )? (?P<weekday> weekday ) (?: comma )? PART", "(?: the )? early (?P<weekday> weekday )")
def weekday_part(match: Match) -> Iterator[Expression]:
    """ "Friday morning", "late Friday night"."""
    clock = part_value(match.word("part")) if match.has("part") else ""
    yield match.express(Calendar(weekday=match.value("weekday", "weekday"), clock=clock))


@rule(
    "(?: early in? )? (?P<which> this | last | that | same | following | next | previous | the ) (?: same | next | following )? PART"
)
def part_of_day(match: Match) -> Iterator[Expression]:
    """ "this morning", "last night", "that afternoon", "the following morning"."""
    part, words = part_value(match.word("part")), match.all
    if match.words("part")[-1] == "hours":
        return
    if "this" in words:
        yield match.express(Step("D", 0, clock=part))
    elif "last" in words:
        yield match.express(Step("D", -1, clock=part))
    elif "next" in words or "following" in words:
        yield match.express(Step("D", 1, "story", clock=part))
    elif "previous" in words:
        yield match.express(Step("D", -1, "story", clock=part))
    elif "that" in words or "same" in words:
        yield match.express(OfDay(part))


@rule("(?: early in )? (?: the )? (?: early hyphen? | small )? (?P<part> part ) (?: hours )? (?= of )")
def part_of(match: Match) -> Iterator[Expression]:
    """ "the early morning hours" of a day named next; nothing on its own."""
    yield match.express(OfDay(part_value(match.words("part")[0])))


@rule("(?: MOD )? (?P<day> today ) (?: PART )?", "early (?: on )? (?P<day> today )")
def today(match: Match) -> Iterator[Expression]:
    """ "yesterday", "tomorrow morning", "tonight", "later today"."""
    part = part_value(match.word("part")) if match.has("part") else ""
    if "tonight" in match.words("day"):
        yield match.express(Step("D", 0, clock="TNI"))
    else:
        yield match.express(Step("D", match.value("day", "today"), clock=part))
