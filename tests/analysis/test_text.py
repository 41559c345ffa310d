"""The text of a Doc, put together once."""

from reader.analysis.text import text_of


def test_it_is_the_same_text_and_the_same_object_each_time(nlp):
    doc = nlp.make_doc("The quay at Marenby is shut.")
    assert text_of(doc) == doc.text
    assert text_of(doc) is text_of(doc)
