"""Whatever the text, an answer: mentions in the text, sorted, never overlapping."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.pipeline import COMPONENTS

PARTS = st.sampled_from(
    [
        "Ilse Brandt", "BRANDT", "Norvik Inc.", "the", "of", "and", "(", ")", ",", "’s", "'", "-", "–", "\n", "\n\n", " ",
        "Arvil", "ARVIL", "AHB", "(AHB)", "Norway", "U.S.", "747", "Boeing", "Mr", "President", "said", ".", "“", "”", "É",
        "İ", "ß", "𝒳", "\u200b", "iPod", "Dar es Salaam", "ST LOUIS", "2", "1", "\t", "German",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=40).map(" ".join))


@pytest.fixture(scope="module")
def alone(nlp):
    """The entities of a bare text, from the model and this component alone."""

    def find(text):
        with nlp.select_pipes(disable=[name for name in COMPONENTS if name != "article_entities"]):
            return nlp(text)._.article_entities

    return find


def check(text, found):
    mentions = [mention for entity in found for mention in entity.mentions]
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
    for entity in found:
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda m: m.start)
        assert entity.name.strip()
    ordered = sorted(mentions, key=lambda m: m.start)
    assert all(a.end <= b.start for a, b in itertools.pairwise(ordered))


@settings(max_examples=80, deadline=None)
@given(text=TEXTS)
def test_mentions_lie_in_the_text_sorted_and_apart(alone, text):
    check(text, alone(text))


@settings(max_examples=150, deadline=None)
@given(
    parts=st.lists(
        st.tuples(PARTS, st.sampled_from(["", "PERSON", "ORG", "GPE", "DATE", "PRODUCT"])), max_size=40
    )
)
def test_any_spans_of_the_model_are_borne(marked, parts):
    texts = [f"{{{label}:{part}}}" if label and part.strip() else part for part, label in parts]
    check(" ".join(part for part, _ in parts), marked(" ".join(texts)))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "...", "?!—“”", "12 34", "(", "’s"])
def test_a_text_without_names_has_no_entities(alone, text):
    assert alone(text) == []


def test_a_list_of_five_thousand_names_is_read(marked):
    names = [f"{{PERSON:Ilse {'ABCDEFGHIJ'[n % 10]}{n // 10}x Brandt{n}}}" for n in range(5000)]
    assert len(marked("\n".join(names))) > 4000


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_a_text_in_one_case_is_read(alone, change):
    text = change("Ilse Brandt met Tomas Veling in Norway. The Norvik Harbour Board said so.")
    check(text, alone(text))
