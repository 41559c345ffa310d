"""The pipeline as a whole."""

import pytest

from reader.analysis.pipeline import COMPONENTS, ModelError, load


def test_components_stand_in_the_order_in_which_they_read_each_other(nlp):
    assert [name for name in nlp.pipe_names if name in COMPONENTS] == list(COMPONENTS)


def test_a_sentence_never_runs_over_two_paragraphs(nlp):
    doc = nlp("the quiet harbour town\n\nthe mayor Ilse Brandt spoke there")
    assert next(s.text.strip() for s in doc.sents) == "the quiet harbour town"


def test_an_unknown_model_is_named_in_the_error():
    with pytest.raises(ModelError, match="no_such_model"):
        load("no_such_model")
