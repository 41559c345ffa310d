"""The steps in their order: each reads what was written before it, writes what it says, and is taken once or says why."""

import sys

import pytest

from reader.analysis.claims.component import FIELDS, STEPS
from reader.analysis.claims.quantity import Quantity, Tokens
from reader.article import Article

TEXT = (
    "More than 40 boats or so sank, the harbour master said, and between five and seven crews, some 30 others among"
    " them, were lost over six years. Costs rose 3% to $2.80, or 2.40 euros. Ilse Brandt, 41, will not spend more than"
    " £4m. Turnout doubled in 2019, three times the usual share. The krona stood at 11.30 to the dollar ($1 = 0.8640"
    " euros). Complaints rose from 120 to 310. It hired 30 drivers. It wanted 22. The Big Four met 20 years ago.  She saw 40 or more, and about"
    " a dozen geese or so. The price rose 3% to 280, and the index by about 12."
)
PARTS = {field: part for part, fields in FIELDS.items() for field in fields}
# Copying and comparing quantities reads all of them, and says nothing.
COPIES = {str(sys.modules["dataclasses"].__file__), "<string>"}


def test_no_step_reads_what_none_before_it_has_written():
    written: set[str] = set()
    for step in STEPS:
        early = set(step.reads) - written - {*step.writes}
        assert not early, f"{step.does}: reads {early}, which nothing has written yet"
        written.update(step.writes)


def test_every_part_of_a_quantity_is_written_by_some_step():
    assert {part for step in STEPS for part in step.writes} == set(FIELDS)


def test_a_step_that_is_taken_again_says_why():
    seen: set[str] = set()
    for step in STEPS:
        assert bool(step.again) == (step.does in seen), step.does
        seen.add(step.does)


@pytest.fixture
def tokens(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.article = Article(text=TEXT)
    for name, component in nlp.pipeline:
        if name != "article_claims":
            doc = component(doc)
    return Tokens(doc)


def test_a_step_writes_and_reads_the_parts_it_names(tokens, monkeypatch):
    reads: set[str] = set()

    def noted(quantity: Quantity, name: str) -> object:
        if name in PARTS and sys._getframe(1).f_code.co_filename not in COPIES:
            reads.add(PARTS[name])
        return object.__getattribute__(quantity, name)

    found: list[Quantity] = []
    for step in STEPS:
        before = {quantity.at: quantity for quantity in found}
        reads.clear()
        with monkeypatch.context() as patch:
            patch.setattr(Quantity, "__getattribute__", noted, raising=False)
            found = step.run(tokens, found)
        changed = {
            PARTS[field]
            for quantity in found
            if (earlier := before.get(quantity.at)) is not None
            for field in PARTS
            if getattr(earlier, field) != getattr(quantity, field)
        }
        assert reads - {*step.writes} == {*step.reads} - {*step.writes}, step.does
        assert changed <= set(step.writes), step.does
