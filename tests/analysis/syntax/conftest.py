"""Asking the language layer in tests: a parsed sentence, and a word of it by what is written."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from reader.analysis.pipeline import analysed
from reader.article import Article


@pytest.fixture
def parsed(nlp: Language) -> Callable[[str], Doc]:
    """``parsed(text)``: the text as the model reads it."""

    def parse(text: str) -> Doc:
        return analysed(nlp, Article(text))

    return parse


@pytest.fixture
def word(parsed: Callable[[str], Doc]) -> Callable[[str, str], Token]:
    """``word(text, "sank")``: the last such word of a text."""

    def find(text: str, written: str) -> Token:
        return [token for token in parsed(text) if token.text == written][-1]

    return find
