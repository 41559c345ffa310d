"""The bundled samples, read end to end and held against what a careful reader finds in them.

Each file in tests/samples/ is one sample's gold. An item that is known to fail is named under
``known_failures`` there, and has to be taken off that list when it comes right.
"""

import functools
from datetime import date
from pathlib import Path

import pytest
import yaml

from reader.analysis.pipeline import analyse
from reader.article import open_article
from reader.resources import folder

GOLD = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in Path(__file__).parent.glob("samples/*.yaml")
}


def items(part):
    """(sample, key, wanted) of one part of every gold file, known failures marked as such."""
    for name, gold in sorted(GOLD.items()):
        wanted = gold[part]
        pairs = wanted.items() if isinstance(wanted, dict) else [(key, True) for key in wanted]
        for key, want in pairs:
            failing = key in gold.get("known_failures", {}).get(part, [])
            marks = [pytest.mark.xfail(strict=True, reason="known failure")] if failing else []
            yield pytest.param(name, key, want, marks=marks, id=f"{name}-{key[:30]}")


@pytest.fixture(scope="session")
def sample(nlp):
    @functools.cache
    def read(name):
        path = next(folder("samples").glob(f"{name}.*"))
        gold = GOLD[name]
        given = gold["published"] if gold["published_from"] == "option" else None
        article = open_article(str(path), published=given)
        return article, analyse(nlp, article)

    return read


def covering(found, text, key):
    """The items that overlap a place where ``key`` stands in the article, the closest in extent first."""
    at = text.find(key)
    assert at >= 0, f"the article does not hold {key!r}"
    end = at + len(key)
    hits = [item for item in found if item.start < end and at < item.end]
    return sorted(hits, key=lambda item: abs(item.start - at) + abs(item.end - end))


@pytest.mark.parametrize("name", sorted(GOLD))
def test_the_publication_day_and_where_it_was_found(sample, name):
    article, _ = sample(name)
    assert isinstance(article.published, date)
    assert (article.published, article.published_from) == (
        GOLD[name]["published"],
        GOLD[name]["published_from"],
    )


@pytest.mark.parametrize(("name", "key", "speaker"), items("speakers"))
def test_who_said_it(sample, name, key, speaker):
    article, reading = sample(name)
    names = {s.id: s.name for s in reading.speakers}
    at = article.text.find(key)
    assert at >= 0, f"the article does not hold {key!r}"
    quotes = [q for q in covering(reading.quotes, article.text, key) if q.start <= at + 2]
    assert quotes, "no quotation was found here"
    found = names.get(quotes[0].speaker)
    assert (speaker is None) == (found is None)
    assert speaker is None or speaker.split()[-1].lower() in found.lower()


@pytest.mark.parametrize(("name", "key", "wanted"), items("claims"))
def test_a_claim(sample, name, key, wanted):
    article, reading = sample(name)
    claims = covering(reading.claims, article.text, key)
    assert claims, "no claim was found here"
    claim = claims[0]
    value = list(claim.value) if isinstance(claim.value, tuple) else claim.value
    assert value == pytest.approx(wanted["value"], rel=1e-4)
    assert claim.comparator == wanted.get("comparator", claim.comparator)
    assert claim.change == wanted.get("change", claim.change)
    assert wanted.get("unit", "").rstrip("s") in (claim.unit or "").lower()


@pytest.mark.parametrize(("name", "key", "wanted"), items("not_claims"))
def test_no_claim(sample, name, key, wanted):
    article, reading = sample(name)
    assert not covering(reading.claims, article.text, key)


@pytest.mark.parametrize(("name", "key", "value"), items("timeline"))
def test_when(sample, name, key, value):
    _, reading = sample(name)
    entries = [t for t in reading.timeline if key in t.text or t.text in key]
    assert value in {t.value for t in entries}, [(t.text, t.value) for t in reading.timeline]


@pytest.mark.parametrize(("name", "key", "wanted"), items("people"))
def test_a_person(sample, name, key, wanted):
    _, reading = sample(name)
    assert key in {e.name for e in reading.entities if e.kind == "person"}


@pytest.mark.parametrize(("name", "key", "wanted"), items("set_aside"))
def test_set_aside(sample, name, key, wanted):
    article, _ = sample(name)
    blocks = [b for b in article.blocks if article.text[b.start : b.end].startswith(key)]
    assert blocks
    assert blocks[0].kind in {"boilerplate", "caption"}
