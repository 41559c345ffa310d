"""The samples: whom a careful reader hears, as written down in tests/samples."""

from pathlib import Path

import pytest
import yaml

from reader.analysis.pipeline import analyse
from reader.article import open_article

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "gold", sorted((ROOT / "tests" / "samples").glob("*.yaml")), ids=lambda path: path.stem
)
def test_each_quotation_has_the_speaker_a_careful_reader_hears(nlp, gold):
    (sample,) = (ROOT / "samples").glob(f"{gold.stem}.*")
    reading = analyse(nlp, open_article(str(sample)))
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    wrong = {}
    for opening, name in yaml.safe_load(gold.read_text("utf-8"))["speakers"].items():
        found = [quote for quote in reading.quotes if opening in quote.text]
        exact = [quote for quote in found if quote.text.startswith(opening)] or found
        got = names.get(exact[0].speaker or "") if exact else "not found"
        if (name or "").split()[-1:] != (got or "").split()[-1:]:
            wrong[opening] = got
    assert not wrong
