"""What the timeline's tests share: short ways to ask what it finds in a sentence."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from reader.analysis.model import TimelineEntry
from reader.analysis.pipeline import prepare
from reader.article import Article

THURSDAY = date(2024, 5, 16)  # the publication day of every sentence that names no other

Finder = Callable[..., list[TimelineEntry]]


@pytest.fixture(scope="session")
def entries(nlp: Language) -> Finder:
    """``entries(text, published)``: the timeline of a text."""

    def find(text: str, published: date | None = THURSDAY) -> list[TimelineEntry]:
        return list(nlp(prepare(nlp, Article(text, published=published)))._.article_timeline)

    return find


@pytest.fixture(scope="session")
def values(entries: Finder) -> Callable[..., dict[str, str]]:
    """``values(text, published)``: the value of each expression, by its words."""

    def find(text: str, published: date | None = THURSDAY) -> dict[str, str]:
        return {entry.text: entry.value for entry in entries(text, published)}

    return find
