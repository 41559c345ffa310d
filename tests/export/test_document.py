"""The export against its schema, on every sample."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from reader.analysis.model import Failure, Reading
from reader.analysis.pipeline import analyse
from reader.article import Article, open_article
from reader.article.model import Run
from reader.export.document import document, record
from reader.export.schema import schema
from reader.export.yaml_text import dump

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.*"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def exported(request, nlp):
    article = open_article(str(request.param))
    return article, document(article, analyse(nlp, article))


def test_every_sample_is_exported_as_the_schema_says(exported):
    jsonschema.Draft202012Validator(schema()).validate(exported[1])


def test_yaml_holds_exactly_what_was_exported(exported):
    assert yaml.safe_load(dump(exported[1])) == exported[1]


def test_every_item_is_the_text_at_its_offsets(exported):
    article, export = exported
    mentions = [m for entity in export["entities"] for m in entity["mentions"]]
    parts = [*export["quotes"], *export["claims"], *export["timeline"], *mentions]
    parts += [quote[part] for quote in export["quotes"] for part in ("mention", "cue") if quote[part]]
    assert parts
    for item in parts:
        assert article.text[item["start"] : item["end"]] == item["text"]


def test_ids_are_unique_and_every_reference_is_answered(exported):
    export = exported[1]
    ids = {
        part: [item["id"] for item in export[part]] for part in ("speakers", "quotes", "claims", "timeline")
    }
    assert all(len(set(found)) == len(found) for found in ids.values())
    assert {q["speaker"] for q in export["quotes"]} - {None} <= set(ids["speakers"])
    assert {q for s in export["speakers"] for q in s["quotes"]} <= set(ids["quotes"])
    by = [claim["by"] for claim in export["claims"] if claim["by"]]
    assert {b["speaker"] for b in by} - {None} <= set(ids["speakers"])
    assert {b["quote"] for b in by} - {None} <= set(ids["quotes"])


@pytest.mark.parametrize("lost", [("claims",), ("speakers", "quotes"), ("timeline",), ("entities",)])
def test_a_part_that_could_not_be_made_is_null_and_said_in_the_notices(exported, lost):
    article, whole = exported
    notices = (*article.notices, "it could not be made")
    export = document(article, Reading(failures=(Failure(lost, notices[-1]),)))
    jsonschema.Draft202012Validator(schema()).validate(export)
    assert export["article"]["notices"] == list(notices)
    assert {part for part in export if export[part] is None} == set(lost)
    assert export["article"] | {"notices": []} == whole["article"] | {"notices": []}


def test_a_json_lines_object_has_the_id_of_its_record_first(nlp, exported):
    article, export = exported
    line = record(article, analyse(nlp, article))
    assert next(iter(line)) == "id"
    assert {**export, "id": article.id} == line


def test_what_is_said_of_an_article_and_where_its_links_lead_is_exported():
    article = Article("The quay.", runs=(Run("link", 4, 8, "https://q.example/"),), notices=("two days",))
    stated = document(article, Reading())["article"]
    assert stated["notices"] == ["two days"]
    assert stated["links"] == [{"start": 4, "end": 8, "text": "quay", "url": "https://q.example/"}]
