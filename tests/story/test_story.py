"""Several articles as one story."""

from datetime import date

import pytest

from reader.analysis.model import Claim, Quote, Reading, Span, Speaker, TimelineEntry
from reader.story import disagree, matters, merge


def claim(value, comparator="=", unit="people", of=None, kind="count", change=None, id="c1"):
    return Claim(id, str(value), 0, 1, value, comparator, change, kind, unit, of, None, Span(0, 1))


def quote(id, speaker):
    return Quote(id, "direct", "“So”", 0, 4, speaker=speaker)


def entry(day, latest=None, id="t1"):
    return TimelineEntry(
        id, "x", 0, 1, "DATE", "x", day, latest or day, None, False, "happened", None, Span(0, 1)
    )


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (claim(9), claim(11), True),
        (claim(9, ">="), claim(11), False),
        (claim(9), claim(11, ">"), True),
        (claim(100, "~"), claim(105), False),
        (claim(100, "~"), claim(120), True),
        (claim((5, 7)), claim(6), False),
        (claim(3, change="up"), claim(3, change="down"), True),
        (claim(10, "<="), claim(20, ">="), True),
    ],
)
def test_claims_disagree_when_no_amount_fits_both(one, other, apart):
    assert disagree(one, other) is apart
    assert disagree(other, one) is apart


def test_claims_about_one_thing_stand_together_and_the_disputed_come_first():
    found = matters([(0, claim(3, unit="boats", id="c0")), (0, claim(9, unit="dead people")), (1, claim(11))])
    assert [(m.about, len(m.claims), m.disputed) for m in found] == [
        ("dead people", 2, True),
        ("boats", 1, False),
    ]


def test_an_article_does_not_dispute_with_itself():
    assert not matters([(0, claim(9)), (0, claim(11, id="c2"))])[0].disputed


def test_money_is_about_the_same_only_when_it_belongs_to_the_same():
    profit, loss = (claim(5, unit="euro", of=of, kind="money") for of in ("net profit", "loss"))
    assert len(matters([(0, profit), (1, loss)])) == 2
    assert len(matters([(0, profit), (1, claim(6, unit="euro", of="profits", kind="money"))])) == 1


def test_a_speaker_of_two_articles_is_one_voice_under_the_fuller_name():
    full = Reading(
        speakers=(Speaker("s1", "Ilse Brandt", "person", role="mayor"),), quotes=(quote("q1", "s1"),)
    )
    last = Reading(speakers=(Speaker("s1", "Brandt", "person"),), quotes=(quote("q1", "s1"),))
    story = merge([last, full])
    assert [(v.speaker.name, v.articles) for v in story.voices] == [("Ilse Brandt", (0, 1))]


def test_two_people_of_one_last_name_stay_two():
    both = Reading(
        speakers=(Speaker("s1", "Ilse Brandt", "person"), Speaker("s2", "Otto Brandt", "person")),
        quotes=(quote("q1", "s1"), quote("q2", "s2")),
    )
    assert (
        len(
            merge(
                [both, Reading(speakers=(Speaker("s1", "Brandt", "person"),), quotes=(quote("q1", "s1"),))]
            ).voices
        )
        == 3
    )


def test_the_timeline_is_one_with_a_year_before_its_months_and_the_undated_last():
    year = entry(date(2025, 1, 1), date(2025, 12, 31))
    story = merge([Reading(timeline=(entry(None), entry(date(2025, 1, 1)))), Reading(timeline=(year,))])
    assert [place for place, _ in story.timeline] == [1, 0, 0]
    assert story.timeline[-1][1].earliest is None
