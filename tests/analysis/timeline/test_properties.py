"""What holds for any expression on any day, however odd: nothing raises, and no impossible day comes out."""

import re
from cProfile import Profile
from datetime import date, timedelta
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from reader.analysis.model import TimelineEntry
from reader.analysis.timeline.component import Timeline
from reader.analysis.timeline.expressions import grammar

ENGLISH = spacy.blank("en")  # no parse at all: the timeline has to do without one

MONTHS = ("January", "February", "May", "August", "Sept.", "Dec.", "Smarch")
DAYS = ("0", "1", "15th", "29", "30", "31", "32", "the 2nd")
YEARS = ("0", "1", "44 BC", "476", "1582", "1900", "2022", "'98", "9999", "10000", "99999")
UNITS = (
    "second",
    "minutes",
    "hour",
    "day",
    "days",
    "weeks",
    "fortnight",
    "months",
    "quarter",
    "years",
    "decades",
    "centuries",
)
AMOUNTS = (
    "a",
    "two",
    "twenty-four",
    "several",
    "half a",
    "1.5",
    "10,000",
    "999999999",
    "104 million",
    "a couple of",
)
WAYS = ("ago", "later", "earlier", "from now", "hence", "")
WHICH = (
    "last",
    "next",
    "this",
    "the following",
    "the same",
    "that",
    "the past",
    "every",
    "the end of the",
    "early",
)
NAMED = ("Friday", "Monday morning", "weekend", "Easter Monday", "Thanksgiving", "the New Year", "spring", "third quarter",
         "noon", "10 p.m.", "25:99", "13 p.m.", "2022-13-45", "2022-02-31", "31/02/2022", "2019–21", "the 1990s", "now")  # fmt: skip


def _joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda words: " ".join(word for word in words if word))


expressions = st.one_of(
    _joined(st.sampled_from(DAYS), st.sampled_from(MONTHS), st.sampled_from(YEARS)),
    _joined(st.sampled_from(MONTHS), st.sampled_from(DAYS)),
    _joined(st.sampled_from(MONTHS), st.sampled_from(YEARS)),
    _joined(st.sampled_from(AMOUNTS), st.sampled_from(UNITS), st.sampled_from(WAYS)),
    _joined(st.sampled_from(WHICH), st.sampled_from((*UNITS, *NAMED, *MONTHS))),
    st.sampled_from((*NAMED, *YEARS)),
)
texts = st.lists(expressions, min_size=1, max_size=8).map(
    lambda parts: "They met " + ", then in ".join(parts) + "."
)
days = st.none() | st.dates() | st.sampled_from((date.min, date.max, date(2024, 2, 29)))


def _read(text: str, published: date | None) -> tuple[Doc, list[TimelineEntry]]:
    doc = ENGLISH(text)
    doc._.published = published
    return doc, list(Timeline()(doc)._.article_timeline)


@settings(max_examples=100, deadline=None)
@given(texts, days)
def test_the_first_day_is_never_after_the_last(text: str, published: date | None) -> None:
    for entry in _read(text, published)[1]:
        assert (entry.earliest is None) == (entry.latest is None)
        if entry.earliest is not None and entry.latest is not None:
            assert entry.earliest <= entry.latest


@settings(max_examples=100, deadline=None)
@given(texts, days)
def test_the_text_of_an_entry_is_what_stands_at_its_place(text: str, published: date | None) -> None:
    _, found = _read(text, published)
    for entry in found:
        assert text[entry.start : entry.end] == entry.text
        assert entry.text == entry.text.strip()
    places = sorted((entry.start, entry.end) for entry in found)
    assert all(one[1] <= two[0] for one, two in pairwise(places))


@settings(max_examples=100, deadline=None)
@given(texts, days, days)
def test_running_again_on_another_day_is_running_afresh(
    text: str, first: date | None, second: date | None
) -> None:
    doc, _ = _read(text, first)
    doc._.published = second
    assert Timeline()(doc)._.article_timeline == _read(text, second)[1]


def test_what_no_calendar_reaches_has_no_time_of_day() -> None:
    (entry,) = _read("They met last noon.", date(1, 1, 1))[1]
    assert (entry.type, entry.value) == ("DATE", "PAST_REF")


def test_before_the_first_quarter_of_all_none_is_meant() -> None:
    (entry,) = _read("They met in the same period last year.", date(1, 1, 1))[1]
    assert entry.value == "0000"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), days)
def test_no_text_whatever_makes_it_raise(text: str, published: date | None) -> None:
    _read(text, published)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31 February 2022", []),
        ("2022-13-45", []),
        ("the year 0", []),
        ("the year 99999", []),
        ("30 Feb.", []),
        ("28 February 2022", ["2022-02-28"]),
        ("2022-12-31", ["2022-12-31"]),
    ],
)
def test_an_impossible_day_is_no_day(text: str, values: list[str]) -> None:
    assert [entry.value for entry in _read(f"They met on {text}.", date(2024, 5, 16))[1]] == values


POSSIBLE = re.compile(
    r"""(?:\d{4}|XXXX|BC\d{2,4}|\d{2,3}|XXX?)             # a year, a decade, a century
        (?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?
          |-W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?
          |-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?
        (?:T(?:MO|MI|AF|EV|NI|DT|XX|\d\d:\d\d)(?:Z)?)?""",
    re.VERBOSE,
)


@settings(max_examples=200, deadline=None)
@given(texts, days)
def test_a_date_has_a_value_that_timex3_knows(text: str, published: date | None) -> None:
    for entry in _read(text, published)[1]:
        if entry.type in ("DATE", "TIME") and not entry.value.endswith("_REF"):
            assert POSSIBLE.fullmatch(entry.value), entry


@settings(max_examples=100, deadline=None)
@given(texts)
@example("They met on 3 May 1991, then in the previous Friday.")
def test_without_a_publication_day_nothing_is_counted_from_it(text: str) -> None:
    assert all(entry.anchor != "published" for entry in _read(text, None)[1])


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)), st.sampled_from(("%d %B %Y", "%B %d, %Y", "%Y-%m-%d")))
def test_a_day_written_out_is_that_day(day: date, form: str) -> None:
    (entry,) = _read(f"They met on {day.strftime(form)}.", None)[1]
    assert (entry.earliest, entry.latest, entry.anchor) == (day, day, None)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)), st.integers(1, 300))
def test_so_many_days_ago_is_that_day(published: date, count: int) -> None:
    (entry,) = _read(f"They met {count + 1} days ago.", published)[1]
    assert entry.earliest == entry.latest == published - timedelta(days=count + 1)


def test_a_publication_day_in_the_future_counts_like_any_other() -> None:
    (entry,) = _read("They met yesterday.", date(2999, 1, 1))[1]
    assert entry.value == "2998-12-31"


def _table(rows: int) -> str:
    return "\n".join(f"{day % 28 + 1} May {1900 + day % 100} | 3,141 | site-{day}" for day in range(rows))


def test_every_row_of_a_long_table_is_read() -> None:
    assert len(_read(_table(10_000), None)[1]) == 10_000


def _calls(text: str) -> int:
    """How many functions are called to find the times of a text, those in C counted."""
    profile = Profile()
    profile.runcall(grammar().find, text)
    return sum(entry.callcount for entry in profile.getstats())


def test_ten_times_the_rows_are_ten_times_the_work() -> None:
    grammar().find(_table(100))  # rules are compiled when they are first tried
    few, many = _calls(_table(100)), _calls(_table(1_000))
    assert 0 < many <= 11 * few
