"""The claims a careful reader finds in each of samples/, as tests/samples says."""

from pathlib import Path

import pytest
import yaml

from reader.analysis.pipeline import analyse
from reader.article import open_article
from reader.resources import folder

EXPECTED = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))


def as_listed(claim, want):
    """Whether a claim is as the sample's list has it; a list names no more than it needs."""
    value = list(claim.value) if isinstance(claim.value, tuple) else claim.value
    unit = (claim.unit or "").split(" per ")[0].split()[-1:]
    return (
        value == pytest.approx(want["value"], rel=1e-5)
        and claim.comparator == want.get("comparator", claim.comparator)
        and claim.change == want.get("change", claim.change)
        and ("unit" not in want or claim.unit == want["unit"] or unit == want["unit"].split()[-1:])
    )


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_every_listed_claim_is_found_and_nothing_listed_as_none(path, nlp):
    expected = yaml.safe_load(path.read_text("utf-8"))
    (source,) = folder("samples").glob(f"{path.stem}.*")
    article = open_article(str(source), published=expected["published"])
    claims = analyse(nlp, article).claims

    def touching(words):
        start = article.text.index(words)
        return [claim for claim in claims if claim.start < start + len(words) and start < claim.end]

    missing = [
        words
        for words, want in expected.get("claims", {}).items()
        if not any(as_listed(claim, want) for claim in touching(words))
    ]
    assert missing == []
    assert [words for words in expected.get("not_claims", ()) if touching(words)] == []
