"""Sentences begin where paragraphs do, whatever the parser thinks."""

import pytest
import spacy
from spacy.tokens import Doc

from reader.analysis.blocks import article_blocks


def starts(text: str) -> list[str]:
    doc = article_blocks(spacy.blank("en")(text))
    return [token.text for token in doc if token.is_sent_start]


def test_a_sentence_starts_at_each_paragraph():
    assert starts("The pier\n\nFares rise at noon") == ["The", "Fares"]


def test_it_starts_at_the_first_word_not_at_the_space_before_it():
    assert starts("The pier\n \u00a0 Fares rise") == ["The", "Fares"]


def test_what_is_said_of_other_words_stays():
    doc = Doc(spacy.blank("en").vocab, words=["Fares", "rise", "now"], sent_starts=[True, False, True])
    assert [token.is_sent_start for token in article_blocks(doc)] == [True, False, True]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_text_without_words_is_left_as_it_is(text):
    assert article_blocks(spacy.blank("en")(text)).text == text


def test_a_doc_that_is_parsed_already_is_refused():
    doc = Doc(spacy.blank("en").vocab, words=["Fares", "rise"], heads=[1, 1], deps=["nsubj", "ROOT"])
    with pytest.raises(ValueError, match="before the parser"):
        article_blocks(doc)
