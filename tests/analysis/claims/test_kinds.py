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


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        # Carried from the right place, and only from there.
        ("Rents brought £70 million. Freight cost 40 million more.", 40_000_000, "pound"),
        (
            "Profit fell to 41 million euros ($44 million) in the three months to May from 56 million.",
            56_000_000,
            "euro",
        ),
        (
            "The ward treated 61 patients in the 12 months to May, compared with 38 a year earlier.",
            38,
            "patients",
        ),
        ("We had 14 thefts in May, compared with an average of 9 per month.", 9, "thefts per month"),
        ("More than 3 million flats, including 400,000 in the capital, lost power.", 400_000, "flats"),
        ("The new pump makes 150 kW, less than the old pump's 180.", 180, "kilowatt"),
        ("The tax brings 4 million euros ($4.3 million) a year.", 4_000_000, "euro per year"),
        ("The number of missing stood at 130.", 130, "missing"),
        ("The number is 1.2 million, or 31 percent.", 1_200_000, None),
        # Ages, tolls, ranges, one of a unit.
        ("He will be 52 in May.", 52, "year"),
        ("He turns 52 on Friday.", 52, "year"),
        ("Life expectancy in Ostby is around 81.", 81, "year"),
        ("The mayor had given a toll of 26.", 26, None),
        ("The ward expects between five and ten more.", (5, 10), None),
        ("The ship was almost a mile off course.", 1, "mile"),
        ("The prize is 900 Keldan crowns.", 900, "Keldan crown"),
    ],
)
def test_a_unit_is_carried_from_the_right_place(brief, text, value, unit):
    assert (value, unit) in brief(text)


@pytest.mark.parametrize(
    ("text", "amount", "change"),
    [
        ("The euro slipped 0.3% to $1.03 and sterling 0.4% to $1.24.", "0.4%", "down"),
        ("Kelda closed 0.4% higher and Ostby's blue chips 0.6%.", "0.6%", "up"),
        ("Sales were down 9% at 4.9 billion euros, or 7% in crowns.", "7%", "down"),
        ("Net rose 10% to $313 million, or $3.89 a share.", "$3.89 a share", None),
        ("Kelda crude gained $1.74 to $74.90.", "$1.74", "up"),
        ("The crown was 0.8 percent weaker.", "0.8 percent", "down"),
        ("The motion fell by eight votes to five.", "eight votes", None),
        ("Up to 60 mm could fall in six hours.", "Up to 60 mm", None),
    ],
)
def test_a_change_goes_on_to_what_stands_in_its_place(claims_of, text, amount, change):
    assert {claim.text: claim.change for claim in claims_of(text)}[amount] == change


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("The bill has since passed £210m.", ">"),
        ("Patients must be treated within 24 hours.", "<="),
        ("It took not even eight weeks.", "<"),
    ],
)
def test_how_exact_other_words_say_it_is(claims_of, text, comparator):
    assert [claim.comparator for claim in claims_of(text)] == [comparator]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The trade of the 21st century is fish.", []),
        ("They sailed off Ninety Mile Beach.", []),
        ("She chose one boat over another.", []),
        ("He runs one of four century-old boats.", [(4, "century-old boats")]),
        ("A fish may grow to 500 pounds and fetch $90.", [(500, "pound-mass"), (90, "US dollar")]),
        ("A fish may fetch 500 pounds.", [(500, "pound")]),
    ],
)
def test_what_only_looks_like_a_measure(brief, text, found):
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        ("Gunmen killed 19 people.", "19 people", None),
        ("A gunman opened fire, killing two people.", "two people", None),
        (
            "People saw a flash over the town, 360 kilometres (220 miles) east of Orrin.",
            "360 kilometres",
            None,
        ),
        ("The mill hired 19 people.", "19 people", "mill"),
    ],
)
def test_who_does_it_has_no_number_of_those_it_is_done_to(claims_of, text, amount, of):
    assert {claim.text: claim.of for claim in claims_of(text)}[amount] == of


def test_what_is_racked_up_did_not_rise(claims_of):
    assert [claim.change for claim in claims_of("The brand racked up $6 million.")] == [None]
