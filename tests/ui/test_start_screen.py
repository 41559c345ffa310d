"""What is offered where no article was named."""

import pytest
from textual.app import App

from reader.article import open_article
from reader.ui.choices import Choices
from reader.ui.screens.start import Entry, StartScreen, samples


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.source.rpartition("/")[2])
def test_a_sample_is_called_what_it_is_called_when_it_is_open(sample):
    assert sample.title == open_article(sample.source).title


async def test_a_sample_that_was_read_before_stands_there_once():
    first = samples()[0]
    app = App[None]()
    async with app.run_test() as pilot:
        await app.push_screen(StartScreen([Entry(first.source, first.title, "read")]))
        await pilot.pause()
        rows = [option.id for option in app.screen.query_one(Choices).options if option.id]
        assert rows.count(first.source) == 1
        assert len(rows) == len(samples())
