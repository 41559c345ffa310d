"""Who is quoted, line by line."""

from dataclasses import replace

from reader.analysis.model import Cue, Reading, Speaker
from reader.ui.panels import speakers
from reader.ui.panels.lines import wrapped
from reader.ui.panels.view import View
from tests.ui.panels.paper_mill import (
    ARTICLE,
    READING,
    VIEW,
    words,
)

ALL = frozenset({"s1", "s2", "s3", speakers.NOBODY, speakers.SCARE})


def test_speakers_come_with_their_role_and_number_of_quotes_and_the_unattributed_last():
    assert words(speakers.rows(VIEW, frozenset())) == [
        "▸ Hanne Brovold spokeswoman · paper workers’ union 1",
        "▸ Oskar Lindqvist chief executive · letter 2",
        "▸ Bram Oduya councillor 1",
        "▸ Scare quotes 1",
        "▸ Unattributed 1",
    ]


def test_an_open_speaker_shows_role_and_quotes_beneath():
    assert words(speakers.rows(VIEW, frozenset({"s2"})))[1:5] == [
        "▾ Oskar Lindqvist 2",
        "chief executive · letter",
        "▌“The market has fallen by 30 percent,”",
        "▏up to 300 jobs could be saved if a buyer is found by 15…",
    ]


def test_a_quotation_the_article_never_closes_says_so():
    assert words(speakers.rows(VIEW, ALL))[-1] == "╏“Nobody has seen it. not closed"


def test_what_a_speaker_denies_stands_behind_its_cue():
    quote = READING.quotes[2]
    denied = replace(quote, cue=Cue(quote.start - 7, quote.start - 1, "denied", "deny"))
    reading = replace(READING, quotes=(denied,))
    assert words(speakers.rows(View(ARTICLE, reading), ALL))[4].startswith("▏denied: up to 300 jobs")


def test_a_quote_given_another_speaker_by_hand_says_so():
    view = replace(VIEW, corrected=frozenset({("quote", "q2"), ("quote", "q5")}))
    shown = words(speakers.rows(view, ALL))
    assert [line for line in shown if line.endswith("✓")] == [
        "▌“The market has fallen by 30 percent,” ✓",
        "╏“Nobody has seen it. not closed ✓",
    ]


def test_a_quote_shown_whole_goes_on_behind_its_bar():
    row = next(row for row in speakers.rows(VIEW, ALL) if row.item == ("quote", "q1"))
    assert ["".join(piece.text for piece in line.left).rstrip() for line in wrapped(row.draw(30), 30, 9)] == [
        "  ▌“We were told in March that",
        "  ▌nothing would change,”",
    ]


def test_a_speaker_without_any_quote_left_is_still_listed():
    lonely = replace(READING, quotes=())
    assert words(speakers.rows(View(ARTICLE, lonely), ALL))[0].startswith("▾ Hanne Brovold 0")


def test_names_are_shown_literally_and_harmlessly():
    bad = Reading(speakers=(Speaker("s1", "[bold]Ann[/] \x1b]0;x\x07\u202eReed", "person"),))
    assert words(speakers.rows(View(ARTICLE, bad), frozenset())) == ["▸ [bold]Ann[/] ␛]0;x␇�Reed 0"]
