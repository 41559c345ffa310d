"""Which words are English words, and what follows for names among words that all have a capital."""

import pytest
import spacy
from spacy.tokens import Doc

from reader.analysis import dictionary
from reader.analysis.dictionary import Dictionary
from reader.analysis.entities.component import entities


@pytest.fixture(scope="module")
def words(nlp) -> Dictionary:
    dictionary.learn(nlp)
    return Dictionary(nlp.vocab)


@pytest.mark.parametrize("word", ["harbour", "tributes", "hosting", "hosted", "clockwise", "cities"])
def test_words_are_known_with_their_endings(words, word):
    assert words.is_word(word) and not words.is_strange(word)


@pytest.mark.parametrize("word", ["kostrovan", "osric", "brandtner"])
def test_names_that_are_no_words_are_strange(words, word):
    assert words.is_strange(word)


def test_a_noun_in_ing_is_no_participle(words):
    assert words.is_participle("hosting") and not words.is_participle("building")


def test_without_a_list_nothing_is_strange():
    assert not Dictionary(spacy.blank("en").vocab).is_strange("kostrovan")


def headed(nlp, text: str, *spans: str) -> dict[str, str]:
    """Name -> kind in a text of which the model is made to see these spans as bodies."""
    doc: Doc = nlp.make_doc(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[:1].isupper() else "NOUN" if token.is_alpha else "PUNCT"
    starts = [text.index(span) for span in spans]
    doc.set_ents([doc.char_span(at, at + len(span), "ORG") for at, span in zip(starts, spans, strict=True)])
    return {entity.name: entity.kind for entity in entities(doc)}


def test_plain_words_of_a_headline_are_no_name(nlp, words):
    assert headed(nlp, "How Hidden Heroines Changed Weather Forever\n\nIt rained.", "Hidden Heroines") == {}


def test_of_a_stretch_of_a_headline_the_name_of_the_text_stays(nlp, words):
    text = "Council Lifts Osrica Sanctions After Debate\n\nIn public, they praised Osrica."
    assert list(headed(nlp, text, "Lifts Osrica Sanctions", "Osrica.")) == ["Osrica"]


def test_an_unknown_word_keeps_a_name_of_a_headline(nlp, words):
    text = "Council Praises Kostrovan Treaties Again\n\nIt rained."
    assert list(headed(nlp, text, "Kostrovan Treaties")) == ["Kostrovan Treaties"]
