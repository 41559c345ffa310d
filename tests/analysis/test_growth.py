"""What is done for a text grows with its length, whatever the text: counted, not timed."""

from cProfile import Profile
from datetime import date

import pytest

from reader.analysis import walls
from reader.analysis.blocks import LONGEST
from reader.analysis.pipeline import COMPONENTS, prepare
from reader.analysis.tokenising import LONGEST as LONGEST_STRETCH
from reader.analysis.tokenising import doc_of
from reader.article import Article
from tests.growing import GROWING

WORDS = 700  # so many that each is parted at least once by the limits on a sentence


def work(nlp, text):
    """How many functions the components call for a text that the model has read."""
    doc = nlp(prepare(nlp, Article(text, published=date(2026, 3, 12))), disable=COMPONENTS)
    profile = Profile()
    profile.runcall(walls.run, nlp, doc)
    assert not doc._.article_failures
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("kind", GROWING)
def test_twice_the_text_is_about_twice_the_work(nlp, kind):
    work(nlp, GROWING[kind](100))  # rules are compiled when they are first tried
    once, twice = (work(nlp, GROWING[kind](words)) for words in (WORDS, 2 * WORDS))
    assert twice < 2.5 * once + 5_000


@pytest.mark.parametrize("stretch", ["x" * 5000, "a-b" * 2000, "weir,mill;" * 500, "\ufffdx" * 3000])
def test_the_tokenizer_is_never_given_a_long_stretch_without_spaces(nlp, monkeypatch, stretch):
    text, given = f"The weir {stretch} held.", []
    make = nlp.make_doc
    monkeypatch.setattr(nlp, "make_doc", lambda part: (given.append(part), make(part))[1], raising=False)
    assert doc_of(nlp, text).text == text
    assert max(map(len, given)) <= LONGEST_STRETCH + len("The weir ")


def test_a_text_of_ordinary_words_is_given_to_the_tokenizer_whole(nlp):
    text = "“The weir held,” said Ilse Brandt of harn.example/a/long/way/" + "to/" * 40
    assert [token.text for token in doc_of(nlp, text)] == [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "text",
    ["Ilse Brandt, " * 400, "weir " * 900, "5% " * 600, "Up it went and down it came " * 90],
    ids=["with commas", "without", "with numbers", "of clauses"],
)
def test_no_sentence_is_longer_than_any_sentence_is(nlp, text):
    doc = nlp(prepare(nlp, Article(text)), disable=COMPONENTS)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST + 1


def test_a_long_list_is_parted_after_a_comma(nlp):
    doc = nlp(prepare(nlp, Article("Ilse Brandt and Jonas Feld, " * 100)), disable=COMPONENTS)
    assert all(doc[s.start - 1].text == "," for s in list(doc.sents)[1:])


SIGNS = {
    "one": "\ufffd" * 9000,
    "dashes": "— " * 5000,
    "rules": "_" * 300,
    "pairs": "“”" * 900,
    "emoji": "👍🏽" * 99,
}


@pytest.mark.parametrize("signs", SIGNS.values(), ids=SIGNS)
def test_of_a_run_of_signs_the_first_are_read_and_all_else_where_it_stands(nlp, signs):
    article = Article(f"The weir held.\n\n{signs}\n\nIlse Brandt said 40 boats sank.")
    assert len(article.model_text) == len(article.text)
    assert len(article.model_text.split()) < 20
    doc = walls.run(nlp, nlp(prepare(nlp, article), disable=COMPONENTS))
    assert [article.text[c.start : c.end] for c in doc._.article_claims] == ["40 boats"]


@pytest.mark.parametrize(
    "signs", ["* * *", "—" * 40, ". . . . . . . . . . . . . . . . .", "?!" * 12, "=" * 60]
)
def test_the_signs_of_ordinary_texts_are_read_as_they_are(signs):
    assert Article(f"a {signs} b").model_text == f"a {signs} b"
