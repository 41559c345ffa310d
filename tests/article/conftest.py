"""What the tests of opening share."""

import pytest

from tests.article.server import serving


@pytest.fixture
def server():
    """A web server that answers as it is told to, for one test."""
    with serving() as one:
        yield one


@pytest.fixture(autouse=True)
def cache_folder(tmp_path, monkeypatch):
    """Nothing is kept outside the test's own folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("READER_CACHE_DIR", str(folder))
    return folder
