"""What the tests of the panels are given."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.analysis.model import Reading
from reader.article import Article
from tests.ui.panels.paper_mill import ARTICLE, READING, PanelsApp


@pytest.fixture
def article() -> Article:
    return ARTICLE


@pytest.fixture
def reading() -> Reading:
    return READING


@pytest.fixture
def make_app() -> Callable[..., PanelsApp]:
    return PanelsApp


@pytest.fixture
def without_day() -> Article:
    return replace(ARTICLE, published=None)
