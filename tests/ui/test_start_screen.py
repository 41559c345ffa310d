"""What is offered where no article was named."""

import pytest

from reader.article import open_article
from reader.ui.screens.start import samples


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.source.rpartition("/")[2])
def test_a_sample_is_called_what_it_is_called_when_it_is_open(sample):
    assert sample.title == open_article(sample.source).title
