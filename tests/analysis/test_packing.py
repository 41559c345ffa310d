"""What the components found goes with a Doc wherever spaCy takes it."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from reader.analysis.defaults import DEFAULT_MODEL
from reader.article import Article

TEXT = "“The bridge will reopen on Friday,” said Mayor Ilse Brandt in Marenby. It cost £12m to £14m."
FOUND = ("article_entities", "article_speakers", "article_quotes", "article_timeline", "article_claims")


@pytest.fixture(scope="module")
def anyones():
    nlp = spacy.load(DEFAULT_MODEL)
    for name in ("article_entities", "article_quotes", "article_timeline", "article_claims"):
        nlp.add_pipe(name)
    return nlp


@pytest.fixture
def doc(anyones):
    made = anyones.make_doc(TEXT)
    made._.published, made._.article = date(2026, 3, 12), Article(TEXT, steps=("made up",))
    return anyones(made)


def same(one, other):
    assert all(getattr(one._, name) for name in FOUND)
    lists = all(
        list(getattr(one._, name)) == list(getattr(other._, name)) for name in FOUND
    )  # a DocBin has tuples
    return lists and (one._.published, one._.article) == (other._.published, other._.article)


def test_bytes_hold_everything(doc):
    assert same(doc, Doc(doc.vocab).from_bytes(doc.to_bytes()))


def test_a_docbin_with_user_data_holds_everything(doc):
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(packed).get_docs(doc.vocab)
    assert same(doc, back)


def test_several_processes_give_what_one_does(anyones):
    one, several = (list(anyones.pipe([TEXT] * 2, n_process=n)) for n in (1, 2))
    assert all(map(same, one, several))
