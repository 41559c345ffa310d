"""What many tests share: the pipeline, loaded once a process."""

import functools
import signal
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from spacy.language import Language

from reader import mistakes
from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.article import Article

# A run in the background, or under nohup, ignores signals that the programs it starts are to hear.
for _number, _usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _usual)


@functools.cache
def _pipeline() -> Language:
    return load()


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, cache and what is kept between runs lie in a folder of the test run."""
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE", "CACHE"):
            patch.setenv(f"READER_{name}_DIR", str(folder / name.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_mistakes() -> Iterator[None]:
    """What the walls between the components would hide from a person ends a test."""

    def keep(error: BaseException, about: str) -> None:
        raise AssertionError(f"a mistake in {about}") from error

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mistakes, "keep", keep)
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    return _pipeline()


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Reading]:
    """``read_text(text, published=None)``: the Reading of a bare text."""

    def read(text: str, published: date | None = None) -> Reading:
        return analyse(_pipeline(), Article(text, published=published))

    return read
