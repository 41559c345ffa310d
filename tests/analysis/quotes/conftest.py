"""Reading quotations in tests: what was found, in the shape in which an example is written."""

from collections.abc import Callable

import pytest

from reader.analysis.model import Quote, Reading, Speaker

Said = list[tuple[str, str | None]]


@pytest.fixture
def said(read_text: Callable[..., Reading]) -> Callable[[str], Said]:
    """``said(text)``: the text of each quote and the name of its speaker."""

    def find(text: str) -> Said:
        reading = read_text(text)
        names = {speaker.id: speaker.name for speaker in reading.speakers}
        return [(quote.text, names.get(quote.speaker or "")) for quote in reading.quotes]

    return find


@pytest.fixture
def quote(read_text: Callable[..., Reading]) -> Callable[[str], Quote]:
    """``quote(text)``: the only quote of a text."""

    def find(text: str) -> Quote:
        (only,) = read_text(text).quotes
        return only

    return find


@pytest.fixture
def speaker(read_text: Callable[..., Reading]) -> Callable[[str], Speaker]:
    """``speaker(text)``: the only speaker of a text."""

    def find(text: str) -> Speaker:
        (only,) = read_text(text).speakers
        return only

    return find
