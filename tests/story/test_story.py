"""Several articles as one story: speakers and days."""

from datetime import date

from reader.analysis.model import Entity, Mention, Quote, Reading, Span, Speaker, TimelineEntry
from reader.article import Article
from reader.story import merge


def says(name, kind="person", **fields):
    """A Reading in which somebody is quoted."""
    return Reading(
        speakers=(Speaker("s1", name, kind, **fields),),
        quotes=(Quote("q1", "direct", "“So”", 0, 4, speaker="s1"),),
    )


def entry(day, latest=None):
    return TimelineEntry(
        "t1", "x", 0, 1, "DATE", "x", day, latest or day, None, False, "happened", None, Span(0, 1)
    )


def story(*readings):
    return merge([Article(f"Text {n}") for n in range(len(readings))], readings)


def voices(*readings):
    return [(voice.speaker.name, voice.articles) for voice in story(*readings).voices]


def test_a_speaker_of_two_articles_is_one_voice_under_the_fuller_name():
    assert voices(says("Vance"), says("Gregor Vance", role="manager")) == [("Gregor Vance", (0, 1))]


def test_a_title_or_a_possessive_makes_no_other_voice():
    assert voices(says("Ms Sayle"), says("Imogen Sayle")) == [("Imogen Sayle", (0, 1))]


def test_an_organisation_is_one_voice_with_its_short_name():
    found = voices(says("Brackwater", "organisation"), says("Brackwater Holdings", "organisation"))
    assert found == [("Brackwater Holdings", (0, 1))]


def test_two_people_of_one_last_name_stay_two():
    both = Reading(
        speakers=(Speaker("s1", "Ilse Brandt", "person"), Speaker("s2", "Otto Brandt", "person")),
        quotes=(
            Quote("q1", "direct", "“So”", 0, 4, speaker="s1"),
            Quote("q2", "direct", "“No”", 5, 9, speaker="s2"),
        ),
    )
    assert len(voices(both, says("Brandt"))) == 3


def test_a_namesake_who_is_only_mentioned_keeps_a_last_name_open_too():
    mentioned = Reading(entities=(Entity("Otto Brandt", "person", (Mention(0, 1, "x"),)),))
    assert len(voices(says("Ilse Brandt"), says("Brandt"), mentioned)) == 2


def test_the_timeline_is_one_with_a_year_before_its_months_and_the_undated_last():
    year = entry(date(2025, 1, 1), date(2025, 12, 31))
    told = story(Reading(timeline=(entry(None), entry(date(2025, 1, 1)))), Reading(timeline=(year,)))
    assert [place for place, _ in told.timeline] == [1, 0, 0]
    assert told.timeline[-1][1].earliest is None


def test_a_claim_names_who_makes_it_in_its_own_article(read_text):
    texts = ("Nine people were killed, the harbour police said.", "Eleven people were killed, doctors said.")
    told = merge([Article(text) for text in texts], [read_text(text) for text in texts])
    assert [told.said_by(*sourced) for sourced in told.matters[0].claims] == ["the harbour police", "doctors"]
