"""A headline's words belong to whoever says them below."""

import pytest

from reader.analysis.pipeline import analyse
from reader.article import Article
from reader.article.model import Block

ECHOES = {
    "same_words": (
        "Firm ‘saw the cracks in May’",
        "Helen Brandt said the firm “saw the cracks in May” and told no one.",
        "Helen Brandt",
    ),
    "without_small_words": (
        "Firm ‘saw cracks in May’",
        "“They saw the cracks in May,” Helen Brandt said.",
        "Helen Brandt",
    ),
    "reported_without_marks": (
        "Firm ‘saw the cracks in May’",
        "Helen Brandt said that the firm saw the cracks in May.",
        "Helen Brandt",
    ),
    "pronoun": (
        "Bridge ‘sways in the wind’",
        "Helen Brandt looked up. “It sways in the wind,” she said.",
        "Helen Brandt",
    ),
    "other_words": ("Firm ‘knew nothing’", "Helen Brandt said the firm saw the cracks in May.", None),
    "one_word_of_many": ("A ‘trap’ for all", "“The bridge is a trap,” said Helen Brandt.", None),
    "nobody_below": ("Firm ‘saw the cracks in May’", "The bridge fell in June.", None),
}


@pytest.mark.parametrize("kind", ["headline", "subhead"])
@pytest.mark.parametrize(("heading", "below", "expected"), ECHOES.values(), ids=ECHOES.keys())
def test_a_heading_lends_its_speaker_from_the_text(nlp, kind, heading, below, expected):
    at = len(heading) + 2
    blocks = (Block(kind, 0, len(heading)), Block("paragraph", at, at + len(below)))
    reading = analyse(nlp, Article(f"{heading}\n\n{below}", blocks=blocks))
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    quote = reading.quotes[0]
    assert quote.start < len(heading)
    assert names.get(quote.speaker or "") == expected
