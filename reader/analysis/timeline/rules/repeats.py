"""Sets: what happens again and again."""

from collections.abc import Iterator

from reader.analysis.numerals.values import of_tokens
from reader.analysis.timeline.grammar import Match, rule
from reader.analysis.timeline.meaning import Expression, Repeat
from reader.analysis.timeline.rules.lengths import length_value


@rule("(?P<every> every | each ) (?P<skip> other | second | third )? (?P<unit> unit )")
def every_unit(match: Match) -> Iterator[Expression]:
    """ "every other week", "each year"."""
    count = {"other": 2, "second": 2, "third": 3}.get(match.word("skip"), 1)
    yield match.express(Repeat(length_value(count, match.value("unit", "unit"))))


@rule("every (?P<n> NUMBER | few | couple of ) (?P<unit> units )")
def every_units(match: Match) -> Iterator[Expression]:
    """ "every two years"."""
    yield match.express(Repeat(length_value(of_tokens(match.words("n")), match.value("unit", "units"))))


@rule(
    "(?P<every> every | each ) (?P<skip> other | second )? (?P<what> weekday | monthname | season ) (?: (?P<part> part ) )?"
)
def every_day(match: Match) -> Iterator[Expression]:
    """ "every Tuesday", "each July", "every Sunday morning"."""
    yield match.express(Repeat(_open_value(match)))


@rule(
    "(?P<what> weekdays ) (?: (?P<part> part ) )?",
    "(?P<what> weekday ) (?P<parts> parts )",
)
def weekdays(match: Match) -> Iterator[Expression]:
    """ "on Mondays", "Sunday mornings"."""
    yield match.express(Repeat(_open_value(match)))


@rule("(?P<first> (?P<what> weekday ) ) (?: and | or ) (?P<second> (?P<other> weekday ) (?P<parts> parts ) )")
def pair_of_weekdays(match: Match) -> Iterator[Expression]:
    """Both of "Monday and Tuesday nights"."""
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


@rule("(?: (?: once | twice | thrice | NUMBER times ) )? (?: a | an | per ) (?P<unit> unit )")
def rate(match: Match) -> Iterator[Expression]:
    """ "twice a week", "per month"."""
    words = match.all
    if "per" in words or len(words) > 2:
        yield match.express(Repeat(length_value(1, match.value("unit", "unit"))))


@rule("(?P<word> adverb )")
def adverb(match: Match) -> Iterator[Expression]:
    """ "daily", "annually"."""
    yield match.express(Repeat(match.value("word", "adverb")))
