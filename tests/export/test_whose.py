"""Reports and claims are shown with what makes them honest, from a Reading made by hand."""

from dataclasses import replace

import pytest

from reader.analysis.model import Attribution, Claim, Cue, Quote, Reading, Span, Speaker
from reader.article import Article
from reader.export.briefing import briefing
from reader.export.html import html
from reader.export.markdown import markdown
from reader.export.plain import plain_text

TEXT = "Ilse Brandt denied that 60 men had died."
QUOTE = Quote("q1", "indirect", TEXT[19:39], 19, 39, speaker="s1", cue=Cue(12, 18, "denied", "deny"))
CLAIM = Claim(
    "c1", "60 men", 24, 30, 60, "=", None, "count", "men", None, Attribution(None, "q1"), Span(0, 40)
)
READING = Reading(
    speakers=(Speaker("s1", "Ilse Brandt", "person", quotes=("q1",)),), quotes=(QUOTE,), claims=(CLAIM,)
)
ARTICLE = Article(TEXT)
FORMS = {
    "plain": plain_text,
    "markdown": lambda article, reading: markdown(briefing(article, reading)),
    "html": lambda article, reading: html(briefing(article, reading)),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_a_denial_is_shown_as_one(form):
    assert "denied: that 60 men had died" in form(ARTICLE, READING)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_an_amount_that_is_denied_is_neither_theirs_nor_the_article_s(form):
    assert "unattributed; Ilse Brandt: denied" in form(ARTICLE, READING)


def test_the_article_says_what_nobody_else_does():
    reading = replace(READING, claims=(replace(CLAIM, by=None),))
    assert "60 men - the article" in plain_text(ARTICLE, reading)
