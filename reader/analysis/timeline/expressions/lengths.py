"""Durations, sets and references: what has no place in the calendar."""

from collections.abc import Iterator

from reader.analysis.numerals import of_tokens
from reader.analysis.rules import no, reads, when
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro, rule
from reader.analysis.timeline.meaning import Expression, Length, Reference, Repeat

macro(
    HEDGE="(?P<hedge> (?: about | around | approximately | roughly | nearly | almost | some | over | under | up to | at least | at most"
    "| (?: no | little | a little | much )? (?: more | less | fewer | longer ) than | well over | just over | just under | a good | a full | a whole | well (?: over )? | another | an additional | an extra | (?: the )? better part of )+ )",
    VAGUE="(?: a )? (?: few | several | some | many | good many | number of | couple (?: of )? | handful of | dozens of | dozen | matter of | hundreds of | thousands of )",
    AMOUNT="(?: HEDGE )? (?: (?P<n> NUMBER ) (?: (?: to | or | hyphen | and ) (?P<upto> NUMBER ) )? (?: and (?P<andhalf> a half | one hyphen half ) | (?P<onehalf> digits slash digits ) )?"
    "| (?P<vague> VAGUE ) | (?P<half> half (?: a | an )? ) | (?P<one> a | an ) )",
    KIND="(?: more | consecutive | straight | full | whole | long | successive | trading | business | working | calendar | extra | additional | short )*",
)


def amount(match: Match) -> tuple[float | None, str, bool]:
    """How many of which unit: (2, "Y", exact); None for "several"."""
    letter: str = match.value("unit", "unit", "units")
    if match.has("n"):
        low, high = match.words("n"), match.words("upto")
        scaled = [word for word in high[-1:] if vocabulary.value("scale", word) and low[-1] not in high]
        count = of_tokens([*low, *scaled])  # "101 to 104 million years"
        if match.has("onehalf") and match.words("onehalf") != ["1", "/", "2"]:
            return None, letter, False
        if (match.has("andhalf") or match.has("onehalf")) and count is not None:
            count += 0.5
        return count, letter, not match.has("upto")
    if match.has("half"):
        return 0.5, letter, True
    if match.has("vague"):
        return match.value("vague", "pair"), letter, False
    return (1.5 if match.has("andhalf") else 1), letter, True


_IN_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_HALF = 0.5
_HALVES = {"Y": "6M", "H": "30M"}  # "two and a half years", "an hour and a half"


def length_value(count: float | None, letter: str) -> str:
    """ "P2Y" for (2, "Y"), "PT4H" for (4, "TH"), "PXW" for (None, "W")."""
    time = "T" if letter.startswith("T") else ""
    letter = letter.removeprefix("T")
    if letter == "2W":
        count, letter = (count * 2 if count is not None else None), "W"
    if letter in _IN_YEARS and count is not None:
        count, letter = count * _IN_YEARS[letter], "Y"
    if count is not None and count % 1 == _HALF and letter in _HALVES:
        return f"P{time}{int(count)}{letter}{_HALVES[letter]}"
    if count is not None and count % 1 == _HALF and time and letter == "M":
        return f"PT{int(count)}M30S"
    number = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    return f"P{time}{number}{letter}"


@rule(
    "timeline.length",
    "(?: the )? AMOUNT KIND UNIT (?: or (?: so | more | two | less ) )? (?! hyphen? (?: old | olds | ago | earlier ) | hyphen end )",
    "(?: a | an | the )? AMOUNT hyphen (?P<unit> unit ) (?: period | term )",
    "(?P<one> a | an ) (?P<unit> unit ) and a (?P<andhalf> half )",
    "(?: the )? year hyphen (?: ago | earlier ) (?P<n> NUMBER ) UNIT",
    "AMOUNT hyphen (?P<unit> unit ) (?: hyphen long | long | period )? (?! hyphen? (?: old | olds | ago | earlier ) )",
    decides=[
        reads("The strike lasted more than two years.", when("more than two years", value="P2Y")),
        reads("She signed a 10-year lease.", when("10-year", value="P10Y")),
    ],
    leaves=[reads("She is a 10-year-old.", no(when("10-year")))],
)
def length(match: Match) -> Iterator[Expression]:
    """How long something takes, counted: more than two years, three trading days, 10-year."""
    count, letter, _ = amount(match)
    if match.has("one") and match.words("unit")[-1] in vocabulary.entries()["units"]:
        return  # "a months-long trek"
    yield match.express(Length(length_value(count, letter)), approximate=match.has("hedge"))


@rule(
    "timeline.stretch",
    "(?: the | this (?= past ) )? (?P<which> last | past | next | coming | first | final | latest | following | previous | recent | preceding | ensuing | subsequent | intervening | opening | early ) (?: AMOUNT )? KIND UNIT (?: or so )?",
    decides=[reads("It rained for the past three months.", when("the past three months", value="P3M"))],
    leaves=[reads("The past three mayors were poor.", no(when("past three")))],
)
def stretch(match: Match) -> Iterator[Expression]:
    """A stretch of time up to now, from now, or within what is told: the past three months, recent years."""
    counted = match.has("n") or match.has("vague") or match.has("half")
    plural = match.words("unit")[-1] in vocabulary.entries()["units"]
    if not counted and not plural and not match.holds("definite") and not match.holds("past", group="which"):
        return
    count, letter, _ = (
        amount(match) if counted else (None if plural else 1, match.value("unit", "unit", "units"), True)
    )
    if not counted and not plural and match.holds("one_of_many", group="which"):
        return
    yield match.express(Length(length_value(count, letter)))


@rule(
    "timeline.bare",
    "(?: the )? (?: fiscal )? (?P<unit> year ) (?= ended | ending )",
    "the (?P<unit> week | month ) (?= ended | ending | to (?: weekday | daynum | dayord | monthname | monthabbr ) )",
    "(?: the | many )? (?P<unit> units ) (?: (?: or | and ) units )? (?! old )",
    "(?P<unit> unit ) hyphen? long",
    "(?P<unit> units ) hyphen long",
    decides=[reads("It rained for weeks.", when("weeks", value="PXW"))],
    leaves=[reads("The mills are years old.", no(when("years")))],
)
def bare(match: Match) -> Iterator[Expression]:
    """A unit that is not counted: for years, weeks of rain, decades-long."""
    letter = match.value("unit", "unit", "units")
    plural = match.words("unit")[-1] in vocabulary.entries()["units"]
    yield match.express(Length(length_value(None if plural else 1, letter)))


@rule(
    "timeline.described_length",
    "(?: HEDGE )? (?: (?P<n> NUMBER ) | (?P<vague> several | few ) ) any (?P<unit> units )",
    decides=[reads("The siege took two bloody weeks.", when("two bloody weeks", value="P2W"))],
    leaves=[reads("The siege took two weeks.", when("two weeks", value="P2W"))],
)
def described_length(match: Match) -> Iterator[Expression]:
    """A length with an adjective inside: two bloody weeks."""
    count = of_tokens(match.words("n")) if match.has("n") else None
    yield match.express(
        Length(length_value(count, match.value("unit", "units"))), approximate=match.has("hedge")
    )


@rule(
    "timeline.every_unit",
    "(?P<every> every | each ) (?P<skip> other | second | third )? (?P<unit> unit )",
    decides=[reads("The club meets every other week.", when("every other week", value="P2W"))],
    leaves=[reads("Every other mill burnt.", no(when("Every other")))],
)
def every_unit(match: Match) -> Iterator[Expression]:
    """Every unit, or every second or third: every other week, each year."""
    count = match.value("skip", "every_nth") or 1
    yield match.express(Repeat(length_value(count, match.value("unit", "unit"))))


@rule(
    "timeline.every_units",
    "every (?P<n> NUMBER | few | couple of ) (?P<unit> units )",
    decides=[reads("The club meets every two years.", when("every two years", value="P2Y"))],
    leaves=[reads("Every two mills share a wheel.", no(when("Every two")))],
)
def every_units(match: Match) -> Iterator[Expression]:
    """Every so many units: every two years."""
    yield match.express(Repeat(length_value(of_tokens(match.words("n")), match.value("unit", "units"))))


@rule(
    "timeline.every_day",
    "(?P<every> every | each ) (?P<part> part )",
    "(?P<every> every | each ) (?P<skip> other | second )? (?P<what> weekday | monthname | season ) (?: (?P<part> part ) )?",
    decides=[reads("The club meets every Tuesday.", when("every Tuesday", value="XXXX-WXX-2"))],
    leaves=[reads("Every tenant left on Tuesday.", when("Tuesday", value="2026-03-10"))],
)
def every_day(match: Match) -> Iterator[Expression]:
    """Every weekday, month, season or part of the day: every Tuesday, each July, every morning."""
    if not match.has("what"):
        if not match.holds("hours", group="part"):
            yield match.express(Repeat(f"XXXX-XX-XXT{match.value('part', 'part')}"))
        return
    yield match.express(Repeat(_open_value(match)))


@rule(
    "timeline.weekdays",
    "(?P<what> weekdays ) (?: (?P<part> part ) )?",
    "(?P<what> weekday ) (?P<parts> parts )",
    decides=[reads("The club meets on Mondays.", when("Mondays", value="XXXX-WXX-1"))],
    leaves=[reads("The club met on Monday.", when("Monday", value="2026-03-09"))],
)
def weekdays(match: Match) -> Iterator[Expression]:
    """Weekdays in the plural: on Mondays, Sunday mornings."""
    yield match.express(Repeat(_open_value(match)))


@rule(
    "timeline.pair_of_weekdays",
    "(?P<first> (?P<what> weekday ) ) (?: and | or ) (?P<second> (?P<other> weekday ) (?P<parts> parts ) )",
    decides=[
        reads(
            "The club meets on Monday and Tuesday nights.",
            when("Monday", value="XXXX-WXX-1TNI"),
            when("Tuesday nights", value="XXXX-WXX-2TNI"),
        )
    ],
    leaves=[
        reads(
            "The club met on Monday and Tuesday.",
            when("Monday", value="2026-03-09"),
            when("Tuesday", value="2026-03-10"),
        )
    ],
)
def pair_of_weekdays(match: Match) -> Iterator[Expression]:
    """Two weekdays with a part of both in the plural: Monday and Tuesday nights."""
    clock = f"T{match.value('parts', 'parts')}"
    for group, name in (("first", "what"), ("second", "other")):
        yield match.express(Repeat(f"XXXX-WXX-{match.value(name, 'weekday')}{clock}"), group=group)


def _open_value(match: Match) -> str:
    """ "XXXX-WXX-2" for Tuesdays, "XXXX-07" for each July."""
    part = match.value("part", "part") or match.value("parts", "parts")
    clock = f"T{part}" if part else ""
    if number := match.value("what", "weekday", "weekdays"):
        return f"XXXX-WXX-{number}{clock}"
    if number := match.value("what", "monthname"):
        return f"XXXX-{number:02}"
    return f"XXXX-{match.value('what', 'season')}"


@rule(
    "timeline.rate",
    "(?: (?: once | twice | thrice | NUMBER times ) )? (?: a | an | per ) (?P<unit> unit )",
    decides=[reads("The club meets twice a week.", when("twice a week", value="P1W"))],
    leaves=[reads("The work took a week.", when("a week", value="P1W"))],
)
def rate(match: Match) -> Iterator[Expression]:
    """How often in a unit: twice a week, per month."""
    if match.holds("per") or len(match.all) > 2:
        yield match.express(Repeat(length_value(1, match.value("unit", "unit"))))


@rule(
    "timeline.adverb",
    "(?P<word> adverb )",
    decides=[reads("The club meets daily.", when("daily", value="P1D"))],
    leaves=[reads("The club met today.", when("today", value="2026-03-12"))],
)
def adverb(match: Match) -> Iterator[Expression]:
    """How often, in one word: daily, annually."""
    yield match.express(Repeat(match.value("word", "adverb")))


macro(NOPERIOD="(?! (?: NUMBER | few | several | couple | UNIT | season | weekday | monthname ) )")


@rule(
    "timeline.present",
    "(?P<word> presentref )",
    "at this (?: time | moment ) (?! last | next | in )",
    "at (?: the moment | present )",
    "these days",
    "right presentref",
    decides=[reads("The club is poor these days.", when("these days", value="PRESENT_REF"))],
    leaves=[reads("The club was poor those days.", no(when("those days")))],
)
def present(match: Match) -> Iterator[Expression]:
    """The present, without a day: now, these days."""
    yield match.express(Reference("PRESENT_REF"))


@rule(
    "timeline.past",
    "(?: more | most )? (?P<word> pastref )",
    "the (?: recent )? past NOPERIOD",
    "in recent times",
    decides=[reads("The mill burnt recently.", when("recently", value="PAST_REF"))],
    leaves=[reads("It rained for the past few weeks.", when("the past few weeks", value="PXW"))],
)
def past(match: Match) -> Iterator[Expression]:
    """The past, without a day: recently, the past."""
    yield match.express(Reference("PAST_REF"))


@rule(
    "timeline.future",
    "the (?: near | foreseeable | immediate | distant )? future",
    decides=[reads("The mill will burn in the near future.", when("the near future", value="FUTURE_REF"))],
    leaves=[reads("The mill is near.", no(when("near")))],
)
def future(match: Match) -> Iterator[Expression]:
    """The future, without a day: the near future."""
    yield match.express(Reference("FUTURE_REF"))
