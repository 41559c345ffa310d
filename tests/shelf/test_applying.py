"""What a person knows better goes before what was found."""

from dataclasses import replace
from datetime import date

import pytest

from reader.analysis.model import Attribution, Claim, Quote, Reading, Span, Speaker, TimelineEntry
from reader.shelf import Correction, corrected
from reader.shelf.days import as_value

NOW = "2026-03-12T10:00:00+00:00"
READING = Reading(
    speakers=(Speaker("s1", "Ilse Brandt", "person", quotes=("q1", "q2")), Speaker("s2", "Oskar Tann", "person")),
    quotes=(
        Quote("q1", "direct", "“No”", 0, 4, speaker="s1"),
        Quote("q2", "direct", "“Ten”", 10, 15, speaker="s1"),
    ),
    claims=(Claim("c1", "Ten", 11, 14, 10, "=", None, "count", None, None, Attribution("s1", "q2"), Span(10, 15)),),
    timeline=(
        TimelineEntry("t1", "Friday", 20, 26, "DATE", "XXXX-WXX-5", None, None, None, True, "happened", None, Span(20, 26)),
    ),
)  # fmt: skip


def test_a_quote_is_given_to_another_speaker_and_its_claim_follows():
    made = corrected(READING, [Correction(10, 15, "speaker", "oskar tann", NOW)])
    assert [(s.name, s.quotes) for s in made.speakers] == [("Ilse Brandt", ("q1",)), ("Oskar Tann", ("q2",))]
    assert made.claims[0].by == Attribution("s2", "q2")


def test_a_speaker_nobody_had_found_is_one_more():
    made = corrected(READING, [Correction(0, 4, "speaker", "Vera Lund", NOW)])
    assert made.speakers[-1] == Speaker("s3", "Vera Lund", "unknown", quotes=("q1",))


def test_a_quote_can_be_nobodys():
    assert corrected(READING, [Correction(0, 4, "speaker", None, NOW)]).quotes[0].speaker is None


def test_a_false_claim_goes():
    assert corrected(READING, [Correction(11, 14, "dropped", None, NOW)]).claims == ()


def test_a_date_is_set_and_is_certain():
    entry = corrected(READING, [Correction(20, 26, "date", "2026-03-13", NOW)]).timeline[0]
    assert (entry.value, entry.earliest, entry.latest) == ("2026-03-13", date(2026, 3, 13), date(2026, 3, 13))
    assert not entry.approximate


def test_a_correction_that_finds_nothing_any_more_changes_nothing():
    stale = [Correction(1, 9, change, "2026-03-13", NOW) for change in ("speaker", "dropped", "date")]
    assert corrected(READING, stale) == READING


@pytest.mark.parametrize(
    ("value", "days", "kind"),
    [
        ("2026-03", ("2026-03-01", "2026-03-31"), "DATE"),
        ("2026-Q1", ("2026-01-01", "2026-03-31"), "DATE"),
        ("2026-03-13T18:00", ("2026-03-13", "2026-03-13"), "TIME"),
    ],
)
def test_a_date_may_be_a_month_a_quarter_or_a_time_of_day(value, days, kind):
    entry = corrected(READING, [Correction(20, 26, "date", value, NOW)]).timeline[0]
    assert (entry.value, str(entry.earliest), str(entry.latest), entry.type) == (value, *days, kind)


def test_an_item_whose_bounds_a_newer_analysis_drew_otherwise_is_still_found():
    wider = replace(READING.claims[0], start=9, end=14)
    made = corrected(replace(READING, claims=(wider,)), [Correction(11, 14, "dropped", None, NOW)])
    assert made.claims == ()


def test_of_two_items_that_overlap_only_the_one_that_was_meant_is_changed():
    short, long = replace(READING.quotes[1], id="q1", end=13), replace(READING.quotes[1], id="q2")
    made = corrected(replace(READING, quotes=(short, long)), [Correction(10, 15, "speaker", None, NOW)])
    assert [quote.speaker for quote in made.quotes] == ["s1", None]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("9 January 2026", "2026-01-09"),
        ("2026-01-09", "2026-01-09"),
        (" 2026-q1 ", "2026-Q1"),
        ("2026-W07", "2026-W07"),
        ("2026", "2026"),
        ("2026-SU", "2026-SU"),
        ("2026-01-09T18:30", "2026-01-09T18:30"),
        ("2026-01-09TEV", "2026-01-09TEV"),
        ("2026-13", None),
        ("2026-02-30", None),
        ("2026-01-09T99", None),
        ("2026-01T10", None),
        ("20", None),
        ("some day", None),
        ("", None),
    ],
)
def test_what_is_typed_for_a_date_is_a_day_or_a_timex3_value_or_nothing(said, value):
    assert as_value(said) == value


def test_two_days_are_not_taken_for_the_first_of_them():
    assert as_value("2026-03-04/2026-01-01") is None
