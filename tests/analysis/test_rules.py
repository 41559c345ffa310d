"""Every rule decides its examples, leaves its counter-examples alone, and is missed when it is switched off."""

import functools
from dataclasses import replace
from datetime import date

import pytest
from spacy.tokens import Doc

from reader.analysis import pipeline, rules
from reader.analysis.entities.component import entities
from reader.analysis.model import Quote, Reading, Speaker
from reader.analysis.rules import Example, Order, Rule, faults, no, quote, reads
from reader.article import Article
from reader.article.opener import from_bytes
from tests.conftest import _pipeline
from tests.marked import has_marks, marked_doc

RULES = rules.all_rules()
EXAMPLES = [
    pytest.param(row, example, id=f"{row.name}-{at}")
    for row in RULES
    for at, example in enumerate(row.decides)
]
COUNTERS = [
    pytest.param(row, example, id=f"{row.name}-{at}")
    for row in RULES
    for at, example in enumerate(row.leaves)
]
# Kinds of items that say which rules made them.
TRACED = {"quotes", "claims", "timeline", "entities"}


@functools.cache
def parsed(text: str) -> bytes:
    """What the model makes of a text, before any component has read it."""
    nlp = _pipeline()
    with nlp.select_pipes(disable=pipeline.COMPONENTS):
        return nlp(pipeline.prepare(nlp, article_of(text))).to_bytes(exclude=["user_data"])


def article_of(text: str, published: date | None = None) -> Article:
    """An example as an article; one that begins as a table of Markdown does is one."""
    if text.startswith("|"):
        return replace(from_bytes(text.encode(), source="table.md", form=".md"), published=published)
    return Article(text, published=published)


def reading_of(example: Example) -> Reading:
    """The reading of an example by the rules that are switched on; of one with ``{ORG:…}`` only its names."""
    if has_marks(example.text):
        return Reading(entities=tuple(entities(marked_doc(example.text))))
    nlp = _pipeline()
    doc = Doc(nlp.vocab).from_bytes(parsed(example.text))
    doc._.article, doc._.published = article_of(example.text, example.published), example.published
    for name in pipeline.COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    return pipeline.collect(doc)


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.name)
def test_a_rule_says_in_one_line_when_it_holds_and_has_both_kinds_of_examples(row: Rule):
    assert row.says.endswith(".") and "\n" not in row.says and len(row.says) < 200
    assert row.decides and row.leaves


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_a_rule_decides_its_example_and_is_named_by_what_it_made(row: Rule, example: Example):
    reading = reading_of(example)
    assert faults(example, reading) == []
    traced = [item for item in example.expected if item.panel in TRACED and not item.absent]
    named = [row.name in made.why for item in traced for made in rules.found(item, reading)]
    assert any(named) or not traced


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_without_the_rule_its_example_comes_out_otherwise(row: Rule, example: Example):
    with rules.without(row.name):
        assert faults(example, reading_of(example))


@pytest.mark.parametrize(("row", "example"), COUNTERS)
def test_a_rule_leaves_its_counter_example_alone(row: Rule, example: Example):
    reading = reading_of(example)
    assert faults(example, reading) == []
    items = [made for item in example.expected if item.panel in TRACED for made in rules.found(item, reading)]
    assert all(row.name not in made.why for made in items)


SAID = Quote("q1", "direct", "“No,”", 0, 5, speaker="s1", why=("quotes.right_behind",))
BRANDT = Speaker("s1", "Anna Brandt", "person", quotes=("q1",))
READING = Reading(speakers=(BRANDT,), quotes=(SAID,))


def test_an_example_says_what_is_missing_and_what_is_otherwise():
    assert faults(reads("", quote("“No,”", speaker="Anna Brandt", kind="direct")), READING) == []
    assert faults(reads("", quote("“No,”", speaker="Nils Arvo")), READING) == [
        "quotes '“No,”' has {'speaker': 'Anna Brandt'}"
    ]
    assert faults(reads("", quote("“Yes,”")), READING) == ["quotes '“Yes,”' is missing; there is '“No,”'"]
    assert faults(reads("", no(quote("“No,”", kind="direct"))), READING) == ["quotes '“No,”' is there"]


def test_the_first_rule_of_an_order_that_knows_an_answer_decides(monkeypatch):
    monkeypatch.setattr(rules, "_rules", {})
    even = rules.rule("made.even", "Even.", decides=[], leaves=[])(lambda n: "even" if n % 2 == 0 else None)
    small = rules.rule("made.small", "Small.", decides=[], leaves=[])(lambda n: "small" if n < 9 else None)
    order = Order("What is it?", even, small)
    assert [(one.answer, one.rule) for one in order.answers(4)] == [
        ("even", "made.even"),
        ("small", "made.small"),
    ]
    assert order.first(11) is None
    with rules.without("made.even"):
        decision = order.first(4)
    assert decision is not None and decision.rule == "made.small" and even.is_on


def test_two_rules_of_one_name_and_a_name_without_a_room_are_refused(monkeypatch):
    monkeypatch.setattr(rules, "_rules", {})
    rules.rule("made.one", "One.", decides=[], leaves=[])(lambda: None)
    with pytest.raises(ValueError, match=r"two rules are called 'made\.one'"):
        rules.rule("made.one", "One.", decides=[], leaves=[])(lambda: None)
    with pytest.raises(ValueError, match=r"room\.what_it_is, not 'One'"):
        rules.rule("One", "One.", decides=[], leaves=[])(lambda: None)
    with pytest.raises(KeyError), rules.without("made.two"):
        pass


def test_a_day_is_worded_as_iso():
    assert rules._value("published", Article("", published=date(2026, 3, 12)), READING) == "2026-03-12"
