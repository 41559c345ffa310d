"""Macros that several kinds of rule share, and what they mean."""

from reader.analysis.numerals import of_tokens
from reader.analysis.timeline import vocabulary
from reader.analysis.timeline.grammar import Match, macro
from reader.analysis.timeline.meaning import Step

macro(
    WEEKDAY="weekday | weekdayabbr dot?",
    MONTH="monthname | monthabbr dot?",
    DAY="daynum | dayord",
    YEAR="yearnum | shortyear",
    ERA="(?P<era>era)",
    # "about", "the end of", "early", "later in": they widen the span and are kept out of the value.
    ABOUT="(?P<approx>approx) dot?",
    PARTOF="(?: the )? (?: very )? (?: edge | (?: early | first | latter | last | later ) part ) of",
    EARLY="early (?: hyphen | in )?",
    MOD="(?: ABOUT )? (?: PARTOF | EARLY )?",
    # Before what takes an article of its own: "the end of the month", "the early 1990s".
    THEMOD="(?: ABOUT )? (?: (?: PARTOF ) (?: the )? (?: early hyphen? )? | EARLY the | (?: the )? EARLY | the )?",
    # A year that is itself relative: "August of that year", "in May last year".
    THATYEAR="comma? of? (?: the | (?P<back> that | this | last | next | previous | following | same ) )+ year (?! hyphen )",
    ERAYEAR="(?P<year> yearnum | shortyear | (?: oldyear | digits ) (?= era ) ) (?: ERA )?",
    YEARAGO="(?P<yearago> a year ) (?: ago | earlier | before )",
    OFYEAR="comma? of? (?: ERAYEAR ) | THATYEAR | YEARAGO",
    NUMBER="(?: digits | decimal ) scale? | card (?: hyphen? card )? (?: scale (?: and? card (?: hyphen? card )? )? )?"
    "| a? scale",
    UNIT="(?P<unit> unit | units )",
)

# Classes of words that say which way and how far: from the publication day, or from what the text named last.
FROM_PUBLICATION = ("this", "last", "next")
FROM_STORY = ("following", "previous", "same")
CENTURY_OF_SHORT_YEARS = 40  # '98 is 1998 and '12 is 2012


def year_of(match: Match) -> int | Step | None:
    """The year a match names, -44 for 44 BC, or the step that leads to it."""
    if match.has("yearago"):
        return Step("Y", -1)
    if match.has("back"):
        return counted_year(match, "back")
    if not match.has("year"):
        return None
    word, era = match.words("year")[-1], match.word("era")
    return dated(int(word.strip("'’")) if era else full_year(word), era)


def month_of(match: Match) -> int:
    """The number of the month a match names."""
    number: int = match.value("month", "monthname", "monthabbr")
    return number


def counted_year(match: Match, group: str) -> Step:
    """The year that "last" or "next" year is from the publication day, "that" or "the following" one from the last named."""
    count = match.value(group, *FROM_PUBLICATION)
    if count is not None:
        return Step("Y", count)
    return Step("Y", match.value(group, *FROM_STORY) or 0, "story")


def full_year(word: str) -> int:
    """'98 is 1998, 2012 is 2012."""
    number = int(word.strip("'’"))
    if number < 100 and len(word.strip("'’")) == 2:
        return number + (1900 if number >= CENTURY_OF_SHORT_YEARS else 2000)
    return number


def dated(year: int, era: str) -> int:
    """The year with its era counted in: years before Christ are negative."""
    return -year if vocabulary.value("era", era) == "BC" else year


def spelt_year(words: list[str]) -> int | None:
    """1996 for "nineteen ninety-six", 1906 for "nineteen hundred and six"; None for no year."""
    if any(vocabulary.is_in(word, "scale") for word in words):
        year = of_tokens(words)
    else:
        century, rest = of_tokens(words[:1]), of_tokens(words[1:])
        year = (century or 0) * 100 + (rest or 0) if rest and rest >= 10 else None
    return int(year) if year and 1100 <= year <= 2100 else None
