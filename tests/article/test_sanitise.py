"""Nothing that a terminal would obey is left; the text stays readable and its offsets hold."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

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


COMBINING = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c).startswith("M")]


def test_so_is_one_of_any_character_that_combines_and_its_width_is_that_of_what_is_drawn():
    assert len(COMBINING) > 2_000
    towers = [mark for mark in COMBINING if clean("e" + mark * 50) != clean("e" + mark * 4)]
    assert towers == []
    assert [mark for mark in COMBINING if display("e" + mark * 9)[5:] != "\ufffd" * 5] == []
    assert {cell_len(display("e" + mark * 9)) for mark in COMBINING} == {1 + 5}


def test_a_tower_of_many_kinds_of_marks_is_one_too():
    tower = "".join(COMBINING[at] for at in range(0, 1_000, 7))
    assert len(clean(f"e{tower}x{tower}")) <= 2 + 8
    assert len(display(f"e{tower}x")) == len(tower) + 2


@pytest.mark.parametrize(
    "word", ["हिन्दी", "ကြွေးမြို့", "བསྒྲུབས", "ภาษาไทย", "Tiếng Việt", "שָׁלוֹם", "👩‍👩‍👧‍👦", "“—”…”"]
)
def test_what_is_written_with_marks_stays_as_it_is(word):
    assert clean(word) == display(word) == word


def test_one_line_of_bounded_length():
    assert visible("  The\n\tferry \x07 is  late ") == "The ferry ␇ is late"
    assert visible("a very long title", longest=8) == "a very…"
