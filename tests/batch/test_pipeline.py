"""A batch with the pipeline itself."""

import json

from reader.analysis.pipeline import analyse
from reader.article.jsonl import from_record
from reader.batch import run_batch
from reader.export.document import record
from reader.shelf import Correction, Shelf

TEXTS = (
    "“The ferry sails again in May,” said harbour master Ilse Brandt on Tuesday.",
    "Some 400 people had signed the petition, the council of Marenby said.",
    "Tomasz Wirth told the Marenby Courier that he would not wait. " * 400,
)


def test_each_line_is_what_the_pipeline_finds_in_the_document(nlp, tmp_path):
    documents = [{"id": str(n), "text": text, "published": "2026-03-14"} for n, text in enumerate(TEXTS)]
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(document) + "\n" for document in documents))
    run_batch([str(source)], output, workers=1)
    articles = [from_record(document) for document in documents]
    wanted = [json.loads(json.dumps(record(article, analyse(nlp, article)))) for article in articles]
    assert [json.loads(line) for line in output.read_text().splitlines()] == wanted


def test_what_a_person_corrected_is_corrected_in_the_line_of_its_article_and_told_there(nlp, tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    documents = [{"id": str(n), "text": text} for n, text in enumerate(TEXTS[:2])]
    source.write_text("".join(json.dumps(document) + "\n" for document in documents))
    shelf, article = Shelf(tmp_path / "state"), from_record(documents[0])
    quote = analyse(nlp, article).quotes[0]
    shelf.correct(article, Correction(quote.start, quote.end, "speaker", "Jonas Feld", "2026-03-14T10:00:00"))
    run_batch([str(source)], output, workers=1, kept=shelf.written())
    mended, other = (json.loads(line) for line in output.read_text().splitlines())
    assert [(s["name"], s["quotes"]) for s in mended["speakers"]][-1] == ("Jonas Feld", ["q1"])
    assert [(n["change"], n["value"]) for n in mended["notes"]] == [("speaker", "Jonas Feld")]
    assert other["notes"] == []
