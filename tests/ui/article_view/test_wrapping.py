"""Text set at a width of so many cells."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reader.ui.article_view.wrapping import _NOT_NARROW, wrap


def rows(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in pairwise([*wrap(text, width), len(text)])]


def test_rows_break_at_blanks_which_hang():
    assert rows("The ferry stops when winds rise", 10) == ["The ferry ", "stops when ", "winds rise"]


def test_line_breaks_of_the_source_count_as_blanks():
    assert rows("The ferry\nstops when", 20) == ["The ferry\nstops when"]


def test_rows_break_behind_hyphens_and_dashes_but_not_before_them():
    assert rows("a well-known—and old—boat", 11) == ["a well-", "known—and ", "old—boat"]


def test_a_no_break_blank_holds_its_words_together():
    assert rows("costs 12\u00a0000 here", 10) == ["costs ", "12\u00a0000 ", "here"]


def test_a_word_longer_than_a_row_is_broken_to_fit():
    assert rows("Donaudampfschiff", 6) == ["Donaud", "ampfsc", "hiff"]


def test_wide_characters_fill_two_cells():
    assert rows("漢字仮名交じり", 4) == ["漢字", "仮名", "交じ", "り"]


def test_no_row_of_ideographs_starts_with_a_closing_mark():
    assert rows("漢字。仮名", 4) == ["漢", "字。", "仮名"]


def test_a_base_and_what_combines_with_it_stay_together():
    accented = "e\u0301" * 5
    assert rows(accented, 2) == ["e\u0301" * 2, "e\u0301" * 2, "e\u0301"]


def test_a_joined_emoji_is_never_broken():
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert rows(f"{family}{family}", 3) == [family, family]


def test_empty_text_is_one_empty_row():
    assert rows("", 10) == [""]


texts = st.text(
    st.one_of(
        st.sampled_from(" \n-—“”'é漢字。🙂\u0301\u200d\ufe0f\u00a0한글ffi"),
        st.characters(codec="utf-8"),
        st.just("a"),
    ),
    max_size=120,
)


@given(texts, st.integers(2, 30))
def test_every_character_is_in_one_row_and_offsets_hold(text, width):
    starts = wrap(text, width)
    assert starts[0] == 0
    assert all(a < b for a, b in pairwise(starts))
    assert "".join(rows(text, width)) == text


@given(texts, st.integers(2, 30))
def test_no_row_is_wider_than_the_measure(text, width):
    assert all(cell_len(row.rstrip().replace("\n", " ")) <= width for row in rows(text, width))


@given(st.text(st.sampled_from("ab -—\n“é"), max_size=80), st.integers(1, 12))
def test_the_quick_way_for_narrow_text_breaks_as_the_slow_one_does(text, width):
    from reader.ui.article_view.wrapping import _wrap_cells

    assert wrap(text, width) == _wrap_cells(text, width)


def test_what_counts_as_narrow_takes_one_cell():
    narrow = [chr(code) for code in range(0x20, 0x3000) if not _NOT_NARROW.match(chr(code))]
    assert len(narrow) > 1000
    assert {get_character_cell_size(c) for c in narrow} == {1}
