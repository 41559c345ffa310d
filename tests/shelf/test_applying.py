"""What a person knows better goes before what was found."""

from datetime import date

from reader.analysis.model import Attribution, Claim, Quote, Reading, Span, Speaker, TimelineEntry
from reader.shelf import Correction, corrected

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
