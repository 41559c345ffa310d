"""Each component works in anyone's pipeline; where that says less of the text, less is found."""

import pytest
import spacy

from reader.analysis.defaults import DEFAULT_MODEL

TEXT = "“The bridge will reopen on Friday,” said Ilse Brandt. It cost £12m. Nine people died."
COMPONENTS = ("article_entities", "article_quotes", "article_timeline", "article_claims")


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("without", ["everything", "parser", "ner", "lemmatizer"])
def test_a_component_alone_in_a_pipeline_that_lacks_something(component, without):
    blank = without == "everything"
    nlp = spacy.blank("en") if blank else spacy.load(DEFAULT_MODEL, disable=[without])
    nlp.add_pipe(component)
    for text in (TEXT, "", " "):
        assert nlp(text).text == text


def test_without_a_parser_quotations_and_amounts_are_found_but_nobody_who_says_them():
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert [(quote.text, quote.speaker) for quote in doc._.article_quotes] == [
        ("“The bridge will reopen on Friday,”", None)
    ]
    assert "£12m" in [claim.text for claim in doc._.article_claims]


def test_spacy_tells_what_a_pipeline_lacks():
    nlp = spacy.blank("en")
    nlp.add_pipe("article_quotes")
    assert set(nlp.analyze_pipes()["problems"]["article_quotes"]) == {"token.dep", "token.tag"}
