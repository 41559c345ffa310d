"""Nothing that a terminal would obey is left; the text stays readable and its offsets hold."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.sanitise import clean, display, visible
from tests.article.hostile import HOSTILE, obeyed

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_harmless_in_every_form(text):
    assert not obeyed(display(text))
    assert not obeyed(clean(text))
    assert not obeyed(visible(text))
    assert len(display(text)) == len(text)


@given(ANY_TEXT)
def test_any_text_is_harmless_and_offsets_hold(text):
    assert not obeyed(display(text))
    assert len(display(text)) == len(text)
    assert not obeyed(clean(text))
    assert "\n" not in visible(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert display(clean(text)) == clean(text)


def test_every_control_and_format_character_there_is():
    assert not obeyed(display("".join(map(chr, range(sys.maxunicode + 1)))))


def test_control_characters_show_as_their_pictures():
    assert display("a\x1b[2Jb\x00\x7f") == "a␛[2Jb␀␡"


def test_ordinary_writing_is_left_alone():
    text = "“Café” – naïve, 15\xa0000 läns; Ελλάδα, Москва, 北京, हिन्दी\n\nHe said: ‘no’ 👍🏽 [sic]\n"
    assert clean(text) == text
    assert display(text) == text


def test_line_ends_become_one_kind():
    assert clean("a\r\nb\rc\x0bd\x85e\u2028f") == "a\nb\nc\nd\ne\nf"


def test_line_ends_that_must_keep_their_place_are_not_shown():
    assert display("a\r\nb\rc") == "a \nb␍c"


def test_a_tower_of_accents_is_cut_and_a_few_are_writing():
    assert clean("e\u0301\u0323") == "e\u0301\u0323"
    assert clean("e" + "\u0301" * 50) == "e" + "\u0301" * 4
    assert display("e" + "\u0301" * 6) == "e" + "\u0301" * 4 + "\ufffd" * 2


def test_one_line_of_bounded_length():
    assert visible("  The\n\tferry \x07 is  late ") == "The ferry ␇ is late"
    assert visible("a very long title", longest=8) == "a very…"
