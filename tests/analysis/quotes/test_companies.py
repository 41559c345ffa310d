"""Which organisation "the company", "the airline" or "the authority" is."""

import pytest

from reader.analysis.pipeline import analyse
from reader.article import Article
from reader.article.model import Block

HEADLINE = "Havelock Foods Ltd cuts its forecast"
UNDER_THE_HEADLINE = {
    "rival_named_last": (
        "The board of Havelock Foods Ltd met on Monday. It competes with Brennick Ltd.\n\n"
        "“They sell less,” said Ilse Brandt. The company said it would close two plants.",
        "Havelock Foods Ltd",
    ),
    "rival_as_subject_two_sentences_before": (
        "Havelock Foods Ltd met on Monday.\n\nBrennick Ltd sold more last year. Rain is expected. "
        "The company said it would close two plants.",
        "Havelock Foods Ltd",
    ),
    "subject_of_the_sentence_before": (
        "Havelock Foods Ltd met on Monday.\n\nBrennick Ltd sold more last year. The company said it was pleased.",
        "Brennick Ltd",
    ),
    "by_its_trade": (
        "The board met on Monday. It competes with Brennick Ltd. The retailer said it would close two plants.",
        "Havelock Foods Ltd",
    ),
    "another_described_so": (
        "The airline Brennick Air lost money. Rain is expected. The airline said it would go on.",
        "Brennick Air",
    ),
    "the_one_with_the_noun_in_its_name": (
        "The Kolm Harbour Authority met on Monday.\n\nHavelock Foods Ltd was late.\n\nRain fell.\n\n"
        "The bridge was old.\n\nThe authority said it would look.",
        "Kolm Harbour Authority",
    ),
    "no_company_is_a_council": ("The Kolm Council met. The company said it was late.", "Havelock Foods Ltd"),
}


@pytest.mark.parametrize(("text", "expected"), UNDER_THE_HEADLINE.values(), ids=UNDER_THE_HEADLINE.keys())
def test_who_the_company_is(nlp, text, expected):
    at = len(HEADLINE) + 2
    blocks = (Block("headline", 0, len(HEADLINE)), *_paragraphs(text, at))
    reading = analyse(nlp, Article(f"{HEADLINE}\n\n{text}", blocks=blocks))
    last = reading.quotes[-1]
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert last.text.startswith("it w")
    assert names.get(last.speaker or "") == expected


def test_two_of_whom_the_article_is_about_neither_stay_the_company(said):
    text = "Havelock Ltd and Brennick Ltd met on Monday. The company said it was late."
    assert said(text) == [("it was late", "The company")]


def _paragraphs(text: str, at: int) -> list[Block]:
    blocks = []
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    return blocks
