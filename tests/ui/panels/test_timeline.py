"""The rail of the timeline, line by line."""

from dataclasses import replace
from datetime import date

import pytest

from reader.analysis.dates import for_people, label, time_of_day
from reader.analysis.model import Reading
from reader.ui.panels import timeline
from reader.ui.panels.view import View
from tests.ui.panels.paper_mill import (
    ARTICLE,
    READING,
    TIMELINE,
    VIEW,
    lines,
    words,
)


def test_the_timeline_is_a_rail_with_the_publication_day_in_its_place():
    assert lines(timeline.rows(VIEW)) == [
        " 1921        ├ the mill opened",
        "~winter 2023 ├ lost 4.5 million crowns",
        " Mar 2024    ├ We were told that nothing would change",
        " 6 May 2024  ├ said Hanne Brovold",
        " 7 May 2024  ◆ published",
        " 15 Jun 2024 ┆ a buyer is found",
        " no date 1",
        " every Friday ↻ Brovold wants talks",
    ]


def test_a_date_is_written_once_for_all_that_happened_on_it():
    twice = replace(TIMELINE[1], id="t9", event="the letter was sent")
    same_day = replace(TIMELINE[1], id="t10", event="the vote", value="2024-05-07")
    same_day = replace(same_day, earliest=ARTICLE.published, latest=ARTICLE.published)
    view = View(ARTICLE, Reading(timeline=(TIMELINE[1], twice, same_day)))
    assert lines(timeline.rows(view)) == [
        " 6 May 2024 ├ said Hanne Brovold",
        "            ├ the letter was sent",
        " 7 May 2024 ◆ published",
        "            ├ the vote",
    ]


@pytest.mark.parametrize(
    ("status", "sign"), [("happened", "├"), ("recurring", "↻"), ("planned", "┆"), ("uncertain", "?")]
)
def test_what_has_not_simply_happened_is_told_by_a_sign_of_its_own(status, sign):
    entry = replace(TIMELINE[2], status=status)
    assert (
        lines(timeline.rows(View(ARTICLE, Reading(timeline=(entry,)))))[0]
        == f" 1921       {sign} the mill opened"
    )


def test_the_time_of_day_stands_at_the_right_and_never_in_the_event():
    entry = replace(TIMELINE[1], value="2024-05-06TMO")
    assert lines(timeline.rows(View(ARTICLE, Reading(timeline=(entry,)))), 50)[0] == (
        " 6 May 2024 ├ said Hanne Brovold           morning"
    )


def test_a_date_set_right_by_hand_bears_a_sign():
    view = replace(VIEW, corrected=frozenset({("time", "t3"), ("time", "t6")}))
    assert [line.split()[0] for line in lines(timeline.rows(view)) if line.endswith("✓")] == ["1921", "every"]


def test_shown_whole_an_event_comes_with_the_words_of_its_date_and_what_they_count_from():
    entry = replace(TIMELINE[1], anchor="published")
    row = next(row for row in timeline.rows(View(ARTICLE, Reading(timeline=(entry,)))) if row.item)
    assert ["".join(piece.text for piece in line.left) for line in row.whole(60)] == [
        " 6 May 2024 ├ said Hanne Brovold",
        "            │ “Monday” from the publication day",
    ]
    plain = next(row for row in timeline.rows(VIEW) if row.item == ("time", "t3"))
    assert len(plain.whole(60)) == 1, "1921 is 1921"


def test_what_is_approximate_leans_too():
    rows = list(timeline.rows(VIEW))
    assert next(piece.emphasis for piece in rows[1].draw(60).left if piece.text.strip()) == "italic"
    assert all(piece.emphasis != "italic" for piece in rows[0].draw(60).left)


def test_an_expression_without_an_event_stands_for_itself():
    bare = replace(TIMELINE[2], event=None)
    assert lines(timeline.rows(View(ARTICLE, Reading(timeline=(bare,)))))[0] == " 1921       ├ 1921"


def test_without_a_publication_day_the_rail_says_so_first():
    view = View(replace(ARTICLE, published=None), READING)
    assert words(timeline.rows(view))[0] == "◇ publication day unknown d sets it"
    assert "◆" not in "".join(lines(timeline.rows(view)))


@pytest.mark.parametrize(
    ("value", "shown", "clock"),
    [
        ("2024-05-06", "2024-05-06", ""),
        ("2024-05", "2024-05", ""),
        ("2024", "2024", ""),
        ("2024-Q3", "2024-Q3", ""),
        ("2024-W18", "2024-W18", ""),
        ("2024-W18-WE", "2024-05-06", ""),
        ("199", "1990s", ""),
        ("2024-SP", "spring ’24", ""),
        ("2024-05-06T14:30", "2024-05-06", "14:30"),
        ("2024-05-06T24:00", "2024-05-06", "midnight"),
        ("2024-05-06TMO", "2024-05-06", "morning"),
        ("P3D", "2024-05-06", ""),
    ],
)
def test_a_date_is_as_exact_as_the_text(value, shown, clock):
    entry = replace(TIMELINE[1], value=value)
    assert (label(entry), time_of_day(entry)) == (shown, clock)
    assert len(label(entry)) <= 10


@pytest.mark.parametrize(
    ("value", "first", "last", "shown"),
    [
        ("2024-05-06", "2024-05-06", "2024-05-06", "6 May 2024"),
        ("2024-05-06T14:30", "2024-05-06", "2024-05-06", "6 May 2024"),
        ("2024-05", "2024-05-01", "2024-05-31", "May 2024"),
        ("2024", "2024-01-01", "2024-12-31", "2024"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "Q3 2024"),
        ("2017-W01", "2017-01-02", "2017-01-08", "2–8 Jan 2017"),
        ("2017-W05", "2017-01-30", "2017-02-05", "30 Jan–5 Feb 2017"),
        ("2015-W53", "2015-12-28", "2016-01-03", "28 Dec 2015–3 Jan 2016"),
        ("199", "1990-01-01", "1999-12-31", "1990s"),
        ("2024-SP", "2024-03-01", "2024-05-31", "spring 2024"),
    ],
)
def test_a_date_is_written_as_people_write_it(value, first, last, shown):
    entry = replace(
        TIMELINE[1], value=value, earliest=date.fromisoformat(first), latest=date.fromisoformat(last)
    )
    assert for_people(entry) == shown
