"""What a careful reader finds in each sample, as written down in samples/*.yaml beside this file.

Keys are how an item begins: the words of a quotation, of a claim, of a date. What the analysis is known
to get wrong there is listed in ``KNOWN``; a line that comes right must leave the list.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse, load
from reader.analysis.stance import lead
from reader.article import Article, open_article

GOLD = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
KNOWN: set[tuple[str, str, str]] = set()


@cache
def read(name: str) -> tuple[Article, Reading]:
    """A sample and its Reading; where it states no day, the one its gold file opens it with."""
    gold = yaml.safe_load((Path(__file__).parent / "samples" / f"{name}.yaml").read_text("utf-8"))
    day = gold["published"] if gold["published_from"] == "option" else None
    article = open_article(str(next(SAMPLES.glob(f"{name}.*"))), published=day)
    return article, analyse(load(), article)


def expectations() -> Iterator[Any]:
    for path in GOLD:
        gold = yaml.safe_load(path.read_text("utf-8"))
        for part in ("speakers", "claims", "timeline", "leads", "by"):
            for key, value in gold.get(part, {}).items():
                known = (path.stem, part, str(key)) in KNOWN
                marks = [pytest.mark.xfail(strict=True, reason="known to be wrong")] if known else []
                yield pytest.param(
                    path.stem, part, str(key), value, id=f"{path.stem}-{part}-{key}", marks=marks
                )


@pytest.mark.parametrize(("name", "part", "key", "value"), expectations())
def test_a_sample_says_what_a_careful_reader_finds(name, part, key, value):
    {"speakers": speaker, "claims": claim, "timeline": when, "leads": leads, "by": by}[part](
        *read(name), key, value
    )


def begins(text: str, key: str) -> bool:
    return " ".join(text.split()).lstrip("“\"'‘ ").startswith(key.lstrip("“\"'‘ ").rstrip("”\"'’"))


def speaker(article: Article, reading: Reading, key: str, name: str | None) -> None:
    names = {s.id: s.name for s in reading.speakers}
    said = [q for q in reading.quotes if begins(q.text, key) or key.strip('“”"') in q.text]
    assert said, "no such quotation"
    best = min(said, key=lambda q: (not begins(q.text, key), q.end - q.start))
    found = names.get(best.speaker or "")
    if name is None:
        assert found is None
    else:
        assert found and (name.casefold() in found.casefold() or found.casefold() in name.casefold())


def leads(article: Article, reading: Reading, key: str, wanted: str) -> None:
    """What is shown before the words of a report, so that they are not taken for what they are not."""
    found = [lead(quote).removesuffix(": ") for quote in reading.quotes if begins(quote.text, key)]
    assert wanted in found


def by(article: Article, reading: Reading, key: str, name: str | None) -> None:
    names = {s.id: s.name for s in reading.speakers}
    at = " ".join(article.text.split("\n")).index(key)
    found = [c for c in reading.claims if c.start < at + len(key) and at < c.end]
    assert [names.get(c.by.speaker or "") if c.by else None for c in found] == [name]


def claim(article: Article, reading: Reading, key: str, wanted: dict[str, Any]) -> None:
    text = " ".join(article.text.split("\n"))
    at = text.index(key)
    found = [c for c in reading.claims if c.start < at + len(key) and at < c.end]
    assert found, "no such claim"
    values = [{name: _plain(getattr(c, name)) for name in wanted} for c in found]
    assert any(_same(value, wanted) for value in values), values


def when(article: Article, reading: Reading, key: str, value: str) -> None:
    found = [t.value for t in reading.timeline if key in " ".join(t.text.split())]
    assert str(value) in found


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _same(value: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(
        wanted[name] in str(value[name])
        if name == "unit" and value[name]
        else value[name] == pytest.approx(wanted[name])
        if name == "value"
        else value[name] == wanted[name]
        for name in wanted
    )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_people_of_a_sample_are_found_as_people(path):
    gold = yaml.safe_load(path.read_text("utf-8"))
    people = {e.name for e in read(path.stem)[1].entities if e.kind == "person"}
    assert set(gold["people"]) - people == set()
    assert people & set(gold.get("no_people", [])) == set()


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_what_is_no_claim_is_none_and_what_is_set_aside_is(path):
    gold = yaml.safe_load(path.read_text("utf-8"))
    article, reading = read(path.stem)
    assert [c.text for c in reading.claims if c.text in gold.get("not_claims", [])] == []
    aside = [article.text[b.start : b.end] for b in article.blocks if b.kind in {"boilerplate", "caption"}]
    for line in gold.get("set_aside", []):
        assert any(line in each for each in aside), line


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_publication_day_of_a_sample_is_known_with_its_origin(path):
    gold = yaml.safe_load(path.read_text("utf-8"))
    article = read(path.stem)[0]
    assert (str(article.published) if article.published else None) == (
        str(gold["published"]) if gold.get("published") else None
    )
    assert article.published_from == gold.get("published_from")
