"""What many tests share: the pipeline, loaded once a process."""

import functools
from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.article import Article


@functools.cache
def _pipeline() -> Language:
    return load()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return _pipeline()


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Reading]:
    """``read_text(text, published=None)``: the Reading of a bare text."""

    def read(text: str, published: date | None = None) -> Reading:
        return analyse(_pipeline(), Article(text, published=published))

    return read
