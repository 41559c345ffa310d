"""An amount in a column: short, and never other than what the article says."""

import pytest

from reader.analysis.amounts import amount, counted, size
from reader.analysis.model import Claim, Span


def claim(text, value, kind, unit=None, comparator="=", change=None) -> Claim:
    return Claim("c1", text, 0, len(text), value, comparator, change, kind, unit, None, None, Span(0, 9))


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        # counts: the number alone, what is counted has a column of its own
        (claim("up to 15 small boats", 15, "count", "small boats", "<="), "≤ 15"),
        (claim("two ferries", 2, "count", "ferries"), "2"),
        (claim("Some 63000 Type 3 pumps", 63000, "count", "Type 3 pumps", "~"), "~ 63,000"),
        (claim("half a million letters", 500_000, "count", "letters"), "500,000"),
        (claim("2.5 million birds", 2_500_000, "count", "birds"), "2.5m"),
        (claim("2⅜ million birds", 2_375_000, "count", "birds"), "2⅜m"),
        (claim("12 lakh birds", 1_200_000, "count", "birds"), "12 lakh"),
        (claim("40 thousand birds", 40_000, "count", "birds"), "40,000"),
        (claim("1,500,000 birds", 1_500_000, "count", "birds"), "1,500,000"),
        (claim("40 or more bakers", 40, "count", "bakers", ">="), "≥ 40"),
        (claim("dozens of gardeners", (12, 120), "count", "gardeners"), "dozens"),
        (claim("Tens of thousands of hens", (10_000, 100_000), "count", "hens"), "tens of thousands"),
        (claim("between 30 and 40 boats", (30, 40), "count", "boats"), "30–40"),
        (claim("1 to 2 thousand hens", (1000, 2000), "count", "hens"), "1,000–2,000"),
        # money
        (claim("£42 million", 42_000_000, "money", "pound"), "£42m"),
        (claim("about £240,000", 240_000, "money", "pound", "~"), "~ £240,000"),
        (claim("€1.10 a share", 1.1, "money", "euro per share"), "€1.10/share"),
        (claim("4.5 million crowns a month", 4_500_000, "money", "crown per month"), "4.5m crowns/month"),
        (claim("between £2 million and £6 million", (2e6, 6e6), "money", "pound"), "£2m–£6m"),
        (claim("$500 to $1,000", (500, 1000), "money", "US dollar"), "$500–$1,000"),
        (claim("A$3bn", 3e9, "money", "Australian dollar"), "A$3bn"),
        (claim("four cents", 4, "money", "cent"), "4 cents"),
        (claim("68p", 68, "money", "penny"), "68 pence"),
        (claim("half a million pounds", 500_000, "money", "pound"), "500,000 pounds"),
        (claim("millions of euros", (1e6, 1e7), "money", "euro"), "millions of euros"),
        # percent
        (claim("up to 6.3 per cent", 6.3, "percent", "percent", "<=", "up"), "↑ ≤ 6.3%"),
        (claim("1.2 percentage points", 1.2, "percent", "percentage point", change="down"), "↓ 1.2 %-points"),
        (claim("40 basis points", 40, "percent", "basis point"), "40 basis points"),
        (claim("5% to 10%", (5, 10), "percent", "percent"), "5–10%"),
        (claim("69.5", 69.5, "percent", "percent"), "69.5%"),
        # measures, ages, rates
        (claim("eighteen months", 18, "measure", "month"), "18 months"),
        (claim("one week", 1, "measure", "week"), "1 week"),
        (claim("nearly six kilometres", 6, "measure", "kilometre", "~"), "~ 6 km"),
        (claim("100 million years", 100_000_000, "measure", "year"), "100m years"),
        (claim("6 million metres", 6_000_000, "measure", "metre"), "6 million metres"),
        (claim("37m", 37, "measure", "metre"), "37 metres"),
        (claim("58", 58, "measure", "year"), "58 years"),
        (claim("19-year-old", 19, "measure", "year"), "19 years old"),
        (claim("44-year", 44, "measure", "year"), "44 years"),
        (claim("two to three feet", (2, 3), "measure", "foot", change="up"), "↑ 2–3 feet"),
        (claim("minus 12 degrees Celsius", -12, "measure", "degree Celsius"), "−12°C"),
        (claim("300 barrels a day", 300, "measure", "barrel per day"), "300 barrels/day"),
        (claim("1/128 of a gallon", 1 / 128, "measure", "gallon"), "1/128 of a gallon"),
        # shares and multiples
        (claim("one in five", 0.2, "ratio"), "one in five"),
        (claim("one in every 400", 0.0025, "ratio"), "one in 400"),
        (claim("more than a third", 1 / 3, "ratio", None, ">"), "> a third"),
        (claim("nearly half", 0.5, "ratio", None, "~", "up"), "↑ ~ half"),
        (claim("more than doubled", 2, "ratio", None, ">", "up"), "> doubled"),
        (claim("halved", 0.5, "ratio", change="down"), "halved"),
        (claim("two and a half times", 2.5, "ratio", "times"), "2.5 times"),
        (claim("sevenfold", 7, "ratio", change="up"), "↑ sevenfold"),
    ],
    ids=lambda made: made.text if isinstance(made, Claim) else "",
)  # fmt: skip
def test_an_amount_is_short_and_says_what_the_article_says(made, shown):
    assert amount(made) == shown


def test_digits_that_do_not_come_to_the_value_give_way_to_it():
    assert amount(claim("1.200 boats", 1200, "count", "boats")) == "1,200"


def test_a_range_is_sorted_by_its_lower_end():
    assert size(claim("5 to 10 boats", (5, 10), "count", "boats")) == 5


def test_only_of_a_count_it_is_said_what_is_counted():
    assert counted(claim("15 boats", 15, "count", "boats")) == "boats"
    assert counted(claim("15 km", 15, "measure", "kilometre")) == ""
