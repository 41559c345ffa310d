"""Turns of news prose: times in which, exchange rates, ages, expectations, hyphened words."""

import pytest

DURING = [
    ("The clerk stole £90,000 over six years.", "six years", "="),
    ("Rainfall rose 3 per cent over six years.", "six years", "="),
    ("The trees were felled over six years.", "six years", "="),
    ("Over six years, the clerk took £90,000.", "six years", "="),
    ("The tower is over six years old.", "over six years old", ">"),
    ("The work lasted over six years.", "over six years", ">"),
    ("A career of over six years ended.", "over six years", ">"),
    ("Over six years have passed.", "Over six years", ">"),
    ("Osric Hale lived there for over six years.", "over six years", ">"),
]


@pytest.mark.parametrize(("text", "span", "sign"), DURING)
def test_over_a_time_is_during_it_after_a_deed_or_a_sum(claims_of, text, span, sign):
    (claim,) = [claim for claim in claims_of(text) if claim.unit == "year"]
    assert (claim.text, claim.comparator) == (span, sign)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Orders were a third less than last year.", "down"),
        ("Orders were 12 per cent more than in the same month of 2019.", "up"),
        ("Men earn a third more than women.", None),
    ],
)
def test_less_than_at_an_earlier_time_is_a_change(claims_of, text, change):
    assert claims_of(text)[0].change == change


def test_closer_to_is_about(claims_of):
    (claim,) = claims_of("The crowd was closer to 40,000.")
    assert (claim.text, claim.comparator) == ("closer to 40,000", "~")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The krona slid to 11.30 to the dollar.", 11.3, "krona per US dollar"),
        ("The rupee traded at 83.20 per euro.", 83.2, "rupee per euro"),
        ("The loan is in dollars ($1 = 0.8640 euros).", 0.864, "euro per US dollar"),
    ],
)
def test_a_rate_of_exchange_is_one_claim(brief, text, value, unit):
    assert brief(text) == [(value, unit)]


@pytest.mark.parametrize("text", ["The 150-strong choir of Lemwerder won.", "The choir is 150 strong."])
def test_how_strong_something_is(claims_of, text):
    (claim,) = claims_of(text)
    assert (claim.value, claim.kind, claim.of and claim.of.split()[0]) == (150, "count", "choir")


def test_the_age_of_a_relative(brief):
    assert brief("His mother, 83, wept.") == [(83, "year")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Ex-treasurer stole £90,000", "Ex-treasurer"),
        ("Cross-examined by Tamm, Brandt admitted taking £3,000.", "Brandt"),
        ("The mother-in-law paid £300.", "mother-in-law"),
        ("The court ordered Dunmore Foods to pay £90,000.", "Dunmore Foods"),
        ("Forecasters do not expect winds to exceed 60mph.", "winds"),
        ("Helen Brandt thinks the bill will exceed £40m.", "bill"),
        ("Analysts had predicted a 3 per cent fall.", "fall"),
    ],
)
def test_what_has_it_is_a_whole_word(claims_of, text, of):
    (claim,) = claims_of(text)
    assert claim.of == of


@pytest.mark.parametrize(
    "text", ["Analysts had expected $1.45 a share.", "Analysts were expecting revenue of $3.1bn."]
)
def test_what_is_expected_is_the_claim_of_who_expects_it(read_text, text):
    reading = read_text(text)
    (claim,) = reading.claims
    assert {s.id: s.name for s in reading.speakers}[claim.by.speaker] == "Analysts"
    assert claim.of in (None, "revenue")


def test_a_fraction_behind_a_fall_is_no_end_of_a_range(claims_of):
    claims = claims_of("Burglaries fell by almost a fifth to 3,210 last year.")
    assert [(claim.value, claim.change) for claim in claims] == [(0.2, "down"), (3210, None)]


def test_plus_or_minus_is_no_sign(brief):
    assert brief("The margin of error is plus or minus 3 points.") == [(3, "point")]


@pytest.mark.parametrize(
    "text", ["The index closed 132 points, or 1.7 per cent, lower.", "The index was 132 points (1.7%) lower."]
)
def test_a_change_is_shared_with_what_it_restates(claims_of, text):
    assert [claim.change for claim in claims_of(text)] == ["down", "down"]


def test_a_level_after_a_restated_change_is_of_its_first_unit(claims_of):
    claims = claims_of("The index closed 132 points, or 1.7 per cent, lower at 7,541.")
    assert [claim.unit for claim in claims] == ["point", "percent", "point"]
