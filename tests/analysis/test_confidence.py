"""How sure a reading says it is: a word on every item, from weights that are data, robust against rules that come and go."""

import pytest

from reader import mistakes
from reader.analysis import confidence, lexicon, pipeline
from reader.analysis.confidence import PARTS, Model, Seen, Weights, fitted, flat, rated
from reader.article import Article
from tests.conftest import _pipeline

TEXT = (
    "Harbour master Nils Oster said on Tuesday that 40 boats sank in the storm.\n\n"
    "“We lost 12 of them in an hour,” said Mr Oster. He put the damage at £3m.\n\n"
    "Some say more than a third, whatever, 2019, of it. Oster Marine denies it."
)


@pytest.fixture(scope="module")
def doc():
    return pipeline.analysed(_pipeline(), Article(TEXT))


@pytest.fixture(scope="module")
def reading(doc):
    return pipeline.collect(doc)


def items(reading):
    return [(panel, item) for panel in PARTS for item in getattr(reading, panel)]


def test_every_quote_claim_time_and_name_says_how_sure_it_is(reading):
    assert {panel for panel, _ in items(reading)} == set(PARTS)
    assert {item.confidence for _, item in items(reading)} <= {"sure", "likely", "unsure"}


def test_a_plain_attribution_is_surer_than_a_pronoun_that_two_may_be_meant_by():
    text = "“It sank,” said Nils Oster.\n\nPaul Brandt met Karl Munk, whom Ove Lind knows, and, later, he said it was late."
    doc = pipeline.analysed(_pipeline(), Article(text))
    quotes = pipeline.collect(doc).quotes
    seen = Seen(doc, pipeline.collect(doc))
    first, *_, last = (fitted().chance("quotes", seen.of(quote)) for quote in quotes)
    assert len(quotes) == 2 and first > last


def test_what_is_read_again_is_as_sure_as_before(doc, reading):
    assert pipeline.collect(doc) == reading


def weights(bias=0.0, **signs):
    return Weights(bias, {name.replace("__", "."): weight for name, weight in signs.items()})


def test_an_item_is_as_likely_right_as_all_its_parts_are():
    even, sure = weights(), weights(40.0)
    model = Model(
        {"quotes": {"speaker": even, "words": even}, "entities": {"kind": sure, "mentions": sure}},
        0.9,
        {"quotes": 0.3, "entities": 0.3},
    )
    assert model.chance("quotes", {}) == pytest.approx(0.25)
    assert model.word("quotes", {}) == "unsure"
    assert model.word("entities", {}) == "sure"


def test_a_sign_moves_the_chance_by_what_it_weighs():
    says = weights(who__pronoun=-2.0)
    assert says.chance({"who": {"pronoun": 1.0}}, ("who",)) < says.chance({"who": {}}, ("who",)) == 0.5


def test_a_rule_without_a_weight_counts_as_a_rare_one():
    known = {"rule.quotes.right_behind": 1.0}
    made = {"rule": {"quotes.right_behind": 1.0, "quotes.made_up_since": 1.0, "rules>1": 1.0}}
    assert dict(flat(made, ("rule",), known)) == {
        "rule.quotes.right_behind": 1.0,
        "rule.rare": 1.0,
        "rule.rules>1": 1.0,
    }


def test_a_mistake_in_it_costs_no_item(doc, reading, monkeypatch):
    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(confidence.Seen, "of", breaks)
    kept = []
    monkeypatch.setattr(mistakes, "keep", lambda error, doing: kept.append(error))
    bare = pipeline.Reading(quotes=reading.quotes)
    assert rated(doc, bare) == bare
    assert [type(error) for error in kept] == [ZeroDivisionError]


def test_a_weight_that_is_no_number_is_told_with_its_place(tmp_path, monkeypatch):
    spoilt = (
        (lexicon.HERE / "confidence.json").read_bytes().replace(b'"bias": ', b'"bias": "a lot", "was": ', 1)
    )
    (tmp_path / "confidence.json").write_bytes(spoilt)
    monkeypatch.setattr(lexicon, "HERE", tmp_path)
    with pytest.raises(ValueError, match=r"confidence\.json: Expected `float`, got `str` - at `\$\.parts"):
        fitted.__wrapped__()


def test_the_weights_cover_every_part_and_the_bounds_are_in_order():
    model = fitted()
    assert {panel: set(parts) for panel, parts in model.parts.items()} == {
        panel: set(parts) for panel, parts in PARTS.items()
    }
    assert 0 < model.sure <= 1 and all(0 <= model.unsure[panel] < 1 for panel in PARTS)
