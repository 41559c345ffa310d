"""Long texts, read in pieces of whole paragraphs."""

from datetime import date
from itertools import pairwise

import pytest

from reader.analysis.long import PIECE, pieces, read_in_pieces
from reader.analysis.pipeline import COMPONENTS, analyse, analyse_many, analysed, prepare
from reader.article import Article, Block
from reader.article.jsonl import from_record

PARAGRAPHS = (
    "“The ferry will sail again in May,” said harbour master Ilse Brandt on Tuesday.",
    "Some 400 people had signed the petition, which the council of Marenby turned down twice.",
    "Tomasz Wirth, who owns two boats, told the Marenby Courier that he would not wait.",
)


def article_of(paragraphs: int) -> Article:
    text = "\n\n".join(f"{PARAGRAPHS[n % 3]} It was hour {n}." for n in range(paragraphs)) + "\n"
    return from_record({"text": text, "published": "2026-03-14"})


def never(share: float) -> None:
    pass


def test_pieces_cover_the_text_and_begin_where_paragraphs_do():
    article = article_of(60)
    spans = pieces(article, size=1000)
    assert len(spans) > 3
    assert (spans[0][0], spans[-1][1]) == (0, len(article.text))
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    assert {start for start, _ in spans} <= {block.start for block in article.blocks}
    assert all(end - start <= 1000 for start, end in spans)


def test_a_paragraph_that_does_not_fit_is_cut_after_a_sentence():
    article = Article(" ".join(PARAGRAPHS * 20))
    cuts = [start for start, _ in pieces(article, size=1000)[1:]]
    assert cuts
    assert all(article.text[at - 2 : at] in {". ", "” "} for at in cuts)


def test_a_text_without_sentences_or_spaces_is_cut_all_the_same():
    assert pieces(Article("x" * 2500), size=1000) == [(0, 1000), (1000, 2000), (2000, 2500)]


@pytest.mark.parametrize("text", ["", "one line", "\n\n\n"])
def test_a_short_text_is_one_piece(text):
    assert pieces(Article(text)) == [(0, len(text))]


def test_pieces_are_parsed_as_they_would_be_in_place(nlp, monkeypatch):
    article = article_of(30)
    monkeypatch.setattr("reader.analysis.long.pieces", lambda article: pieces(article, size=1000))
    whole = nlp(prepare(nlp, article), disable=COMPONENTS)
    put_together = read_in_pieces(nlp, article, (), never)
    assert put_together.text == whole.text

    def parsed(doc):
        return [(t.text, t.idx, t.tag_, t.dep_, t.lemma_, t.is_sent_start) for t in doc]

    assert parsed(put_together) == parsed(whole)
    assert [c.text for c in put_together.noun_chunks] == [c.text for c in whole.noun_chunks]


def test_components_see_the_whole_article_with_its_day(nlp):
    article = article_of(300)
    assert len(article.text) > PIECE
    doc = analysed(nlp, article)
    assert doc._.article is article
    assert doc._.published == date(2026, 3, 14)


def test_a_dateline_ends_a_sentence_in_its_piece_too(nlp, monkeypatch):
    text = "MARENBY, Mar 14 - Boats stayed in the harbour.\n\n" + "\n\n".join(PARAGRAPHS * 3)
    article = Article(text, blocks=from_record({"text": text}).blocks, dateline=(0, 18))
    monkeypatch.setattr("reader.analysis.long.pieces", lambda article: pieces(article, size=100))
    doc = read_in_pieces(nlp, article, (), never)
    assert "Boats" in {sentence[0].text for sentence in doc.sents}


def test_what_is_set_aside_stays_set_aside(nlp, monkeypatch):
    text = "Photo: Ilse Brandt on the quay\n\n" + "\n\n".join(PARAGRAPHS * 3)
    blocks = (Block("caption", 0, 30), *(b for b in from_record({"text": text}).blocks if b.start > 30))
    monkeypatch.setattr("reader.analysis.long.pieces", lambda article: pieces(article, size=100))
    doc = read_in_pieces(nlp, Article(text, blocks=blocks), (), never)
    assert "Photo" not in doc.text
    assert len(doc.text) == len(text)


def test_progress_rises_to_one(nlp):
    shares = []
    analysed(nlp, article_of(500), shares.append)
    assert len(shares) > len(COMPONENTS)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


def test_what_the_checkpoint_raises_gives_the_reading_up(nlp):
    seen = []

    def give_up(share):
        seen.append(share)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analysed(nlp, article_of(500), give_up)
    assert len(seen) == 1


def test_long_and_short_articles_keep_their_order(nlp):
    articles = [article_of(3), article_of(300), article_of(2), article_of(1)]
    assert list(analyse_many(nlp, articles)) == [analyse(nlp, article) for article in articles]


def test_a_text_beyond_what_spacy_takes_at_once_is_read(nlp, monkeypatch):
    monkeypatch.setattr(nlp, "max_length", PIECE)
    assert len(analysed(nlp, article_of(300)).text) > PIECE
