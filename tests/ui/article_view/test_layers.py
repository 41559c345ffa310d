"""What is marked where."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.model import Span
from reader.ui.article_view.marks import NEVER_CLOSED, Places, layers_of
from reader.ui.items import KINDS
from tests.ui import desk

spans = st.lists(
    st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12)),
    max_size=12,
).map(lambda found: sorted(found, key=lambda span: (span.start, -span.end)))


@given(spans, st.integers(0, 50), st.integers(1, 12))
def test_a_stretch_is_overlapped_by_just_what_shares_a_character_with_it(found, start, length):
    end = start + length
    assert list(Places(found).over(start, end)) == [s for s in found if s.start < end and s.end > start]


def test_the_item_at_a_point_is_the_innermost():
    article = desk.article()
    layers = layers_of(desk.reading(article), frozenset(KINDS))
    friday = layers.at(article.text.index("Friday"))
    nobody = layers.at(article.text.index("Nobody"))
    assert friday is not None
    assert friday.id == "t1"
    assert nobody is not None
    assert nobody.id == "q1"


def test_a_layer_that_is_off_marks_nothing():
    article = desk.article()
    layers = layers_of(desk.reading(article), frozenset({"quote"}))
    assert list(layers.over("claim", 0, len(article.text))) == []
    assert len(list(layers.over("quote", 0, len(article.text)))) == 4


def test_each_kind_of_quote_has_its_bar():
    bars = layers_of(desk.reading(desk.article()), frozenset(KINDS)).bars
    assert bars["q1"] == "▌"
    assert bars["q2"] == "▏"


def test_a_quote_that_is_never_closed_has_a_bar_of_its_own():
    article = desk.article()
    reading = desk.reading(article)
    unclosed = replace(reading, quotes=(replace(reading.quotes[0], closed=False), *reading.quotes[1:]))
    bars = layers_of(unclosed, frozenset(KINDS)).bars
    assert bars["q1"] == NEVER_CLOSED
    assert NEVER_CLOSED not in (bars["q2"], bars["q3"])
