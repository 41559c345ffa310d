"""The view of a Doc: made once, and gone with it."""

import gc
import weakref

import pytest

from reader.analysis.syntax.view import view_of


def test_a_view_is_made_once(parsed):
    doc = parsed("The boat sank.")
    assert view_of(doc) is view_of(doc)


def test_a_view_goes_with_its_doc(parsed):
    doc = parsed("The boat sank.")
    view, gone = view_of(doc), weakref.ref(doc)
    del doc
    gc.collect()
    assert gone() is None
    with pytest.raises(ReferenceError):
        view.doc  # noqa: B018


def test_sentences_marks_and_offsets_lie_over_the_tokens(parsed):
    doc = parsed("The boat sank. “It was old,” said Brandt.")
    view = view_of(doc)
    assert doc[slice(*view.sentence_of(1))].text == "The boat sank."
    assert [token.text for token in doc if view.is_marked(token)] == ["“", "It", "was", "old", ",", "”"]
    assert view.at(5).text == "boat" and view.after(8).text == "sank" and view.before(4).text == "The"
    assert view.word(1) == "boat" and view.span(1, 3) == (4, 13)
