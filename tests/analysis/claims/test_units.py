"""Canonical units, one sentence a pattern."""

import pytest

from reader.analysis.claims.units import unit_table


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The vase went for $40.", 40, "US dollar"),
        ("The vase went for US$40.", 40, "US dollar"),
        ("A ticket is A$12.", 12, "Australian dollar"),
        ("A ticket is RM79.", 79, "ringgit"),
        ("A ticket is EUR15.", 15, "euro"),
        ("The kiosk takes 80 pence.", 80, "penny"),
        ("The toll is 60 cents.", 60, "cent"),
        ("The fine was 300 Turkish liras.", 300, "Turkish lira"),
        ("The grant is 900 Kenyan shillings.", 900, "Kenyan shilling"),
        ("Turnover was 30 million won.", 30_000_000, "won"),
        ("The baby weighed eight pounds.", 8, "pound-mass"),
        ("He was eight pounds too heavy.", 8, "pound-mass"),
        ("The book cost eight pounds.", 8, "pound"),
        ("Bonds yield 30 bps more.", 30, "basis point"),
        ("Support is at 41 per cent.", 41, "percent"),
        ("Support is 3 percentage points lower.", 3, "percentage point"),
        ("The wall is 5m high.", 5, "metre"),
        ("The wall is 12ft high.", 12, "foot"),
        ("The farm has 90 hectares.", 90, "hectare"),
        ("The flat has 45 sq m.", 45, "square metre"),
        ("The sack holds 25kg.", 25, "kilogram"),
        ("The tank holds 60 litres.", 60, "litre"),
        ("It was 38°C in Ostby.", 38, "degree Celsius"),
        ("Gusts reached 90 mph.", 90, "mile per hour"),
        ("Gusts reached 140 kilometres an hour.", 140, "kilometre per hour"),
        ("The turbine yields 8.5 MW.", 8.5, "megawatt"),
        ("The battery stores 40 kWh.", 40, "kilowatt hour"),
        ("The file has 700 MB.", 700, "megabyte"),
        ("The line carries 30Mbps.", 30, "megabit per second"),
        ("The sample held 400 parts per million.", 400, "part per million"),
        ("Petrol is $3.50 a gallon.", 3.5, "US dollar per gallon"),
        ("The rent is £900 per month.", 900, "pound per month"),
        ("It is a $400-million-a-year trade.", 400_000_000, "US dollar per year"),
        ("A 6.4-magnitude quake struck.", 6.4, "magnitude"),
        ("A quake of magnitude 6.4 struck.", 6.4, "magnitude"),
        ("Rates may rise by a quarter point.", 0.25, "point"),
        ("They work 38 hours a week.", 38, "hour per week"),
        ("The pipe leaks 2 litres/minute.", 2, "litre per minute"),
        ("A ten-year-old found it.", 10, "year"),
        ("The pore is a tenth of a micrometre wide.", 0.1, "micrometre"),
        ("The film lasts half an hour.", 0.5, "hour"),
        ("It lasted a couple of years.", 2, "year"),
        ("It will last 20 more years.", 20, "year"),
        ("They took 90 pounds of flour.", 90, "pound-mass"),
        ("They took 90 pounds of public money.", 90, "pound"),
        ("The debt is dlrs 40 million.", 40_000_000, "US dollar"),
    ],
)
def test_a_unit_by_its_canonical_name(brief, text, value, unit):
    assert brief(text) == [(pytest.approx(value), unit)]


def test_a_currency_is_carried_over_a_list(brief):
    assert brief("It costs about 8 or $9.") == [(8, "US dollar"), (9, "US dollar")]


def test_units_of_a_hyphenated_list_come_from_its_end(brief):
    assert brief("They sell 4- and 6-inch nails.") == [(4, "inch"), (6, "inch")]


def test_a_level_does_not_take_the_percent_of_its_change(brief):
    assert brief("The index gained 0.7 percent to 3,005.4.")[1] == (3005.4, None)


def test_a_level_takes_the_points_of_its_change(brief):
    assert brief("The index rose 64 points, or 1.4%, to 4,577.1.")[2] == (4577.1, "point")


def test_a_count_is_carried_over_a_list_of_places(brief):
    text = "It cut 4,300 jobs in Ostby, 370 in Varnholm and 40 at sea."
    assert brief(text) == [(4300, "jobs"), (370, "jobs"), (40, "jobs")]


def test_a_day_after_is_no_rate(brief):
    assert brief("He paid $5 million a day after the trial.") == [(5_000_000, "US dollar")]


def test_no_way_of_writing_names_two_units():
    assert unit_table().called("%") is not None  # the lexicon loads, so its check for doubles passed


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The tunnel cost NKr3.2bn.", "Norwegian krone"),
        ("The tunnel cost SKr3.2bn.", "Swedish krona"),
        ("The tunnel cost DKr3.2bn.", "Danish krone"),
    ],
)
def test_a_currency_is_written_in_letters_that_touch_the_number(brief, text, unit):
    assert brief(text) == [(3.2e9, unit)]


@pytest.mark.parametrize(
    ("text", "age"),
    [("She is 41 and lives in Ostby.", 41), ("Jonas Feld was 19.", 19), ("He was nine when it shut.", 9)],
)
def test_a_number_that_a_person_is_is_an_age(brief, text, age):
    assert brief(text) == [(age, "year")]


@pytest.mark.parametrize("text", ["It is 41.", "The answer is 41.", "She is 41 points ahead."])
def test_a_number_that_no_person_is_is_no_age(brief, text):
    assert (41, "year") not in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "They asked for 30 ferries. They wanted 22.",
        "The board ordered 30 ferries, but the town wanted 22.",
    ],
)
def test_an_object_without_its_noun_counts_what_the_object_before_it_did(brief, text):
    assert brief(text) == [(30, "ferries"), (22, "ferries")]


def test_an_object_without_its_noun_is_not_of_an_earlier_subject(brief):
    assert brief("Thirty members wrote to the board. They wanted 22.") == [(30, "members")]


@pytest.mark.parametrize(
    "text",
    ["Four men were held; two of the four were freed.", "Four men were held. Two of the four were freed."],
)
def test_a_part_of_a_number_counts_what_that_number_did(brief, text):
    assert brief(text) == [(4, "men"), (2, "men")]


def test_an_object_without_its_noun_is_not_of_a_count_before_another_amount(brief):
    text = "The bank cut 40 jobs. It paid $30 and kept 12."
    assert (12, "jobs") not in brief(text)


def test_an_age_is_told_of_who(brief):
    assert brief("Ms Lind, who is 53, left.") == [(53, "year")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two coalition lawmakers have left the party.", [(2, "coalition lawmakers")]),
        ("The fund lost £40m, out of 95m.", [(40_000_000, "pound"), (95_000_000, "pound")]),
        ("The fund lost £40m of 95m.", [(40_000_000, "pound"), (95_000_000, "pound")]),
        ("It cost £40m to move a city of two million.", [(40_000_000, "pound"), (2_000_000, None)]),
    ],
)
def test_a_part_has_the_unit_of_its_whole_and_the_size_of_a_city_none(brief, text, found):
    assert brief(text) == found
