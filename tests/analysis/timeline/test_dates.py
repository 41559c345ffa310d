"""Dates by day, month, year, weekday and holiday: their spans and values."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from reader.analysis.pipeline import prepare
from reader.article import Article
from reader.article.model import Block

Values = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge at Orrin opened on 12 March 1987.", {"12 March 1987": "1987-03-12"}),
        ("The bridge at Orrin opened on March 12, 1987.", {"March 12, 1987": "1987-03-12"}),
        ("The bridge at Orrin opened on Thursday, 12 March 1987.", {"Thursday, 12 March 1987": "1987-03-12"}),
        ("The bridge at Orrin opened on the 3rd of May 1991.", {"the 3rd of May 1991": "1991-05-03"}),
        ("The bridge at Orrin opened in late August 1990.", {"late August 1990": "1990-08"}),
        ("The bridge at Orrin opened in early 1990.", {"early 1990": "1990"}),
        ("The bridge at Orrin opened at the end of 1990.", {"the end of 1990": "1990"}),
        (
            "Orrin was burnt in 480 BC and again in the 4th century BC.",
            {"480 BC": "BC0480", "the 4th century BC": "BC03"},
        ),
        ("The report is dated 2023-11-04.", {"2023-11-04": "2023-11-04"}),
        ("The fair ran from 3 to 5 May 2019.", {"3": "2019-05-03", "5 May 2019": "2019-05-05"}),
        ("The fair ran from May 3 to 5.", {"May 3": "2024-05-03", "5": "2024-05-05"}),
        ("Ms Pell led the union in 2019–21.", {"2019": "2019", "21": "2021"}),
        ("Ms Pell led the union from 2019 to 2021.", {"2019": "2019", "2021": "2021"}),
        ("The driver wrote so in the daily Orrin Post.", {}),
        ("The money went to his wife, June, who died in 2004.", {"2004": "2004"}),
        ("They will strike on Tuesday and Thursday.", {"Tuesday": "2024-05-21", "Thursday": "2024-05-23"}),
        ("It sold 600, against 150 on a normal Monday.", {}),
        ("It holds 160 watt-hours.", {}),
        ("The late-night bus is gone.", {}),
        (
            "It fell in May 1950, and that summer the army left.",
            {"May 1950": "1950-05", "that summer": "1950-SU"},
        ),
        ("The mayor said that winter is hard.", {"winter": "2023-WI"}),
        ("Fires fell from 27 in 2019 to 21 last year.", {"2019": "2019", "last year": "2023"}),
        (
            "The siege lasted from 26 June – 4 August 1952.",
            {"26 June": "1952-06-26", "4 August 1952": "1952-08-04"},
        ),
        ("The siege lasted from November to May 1952.", {"November": "1951-11", "May 1952": "1952-05"}),
        ("The mill closed in nineteen ninety-six.", {"nineteen ninety-six": "1996"}),
        ("The mill closed in nineteen hundred and six.", {"nineteen hundred and six": "1906"}),
        ("The mill closed in nineteen hundred.", {"nineteen hundred": "1900"}),
        ("The mill closed in two thousand and four.", {"two thousand and four": "2004"}),
        ("The shop was shut on Easter Monday.", {"Easter Monday": "2024-04-01"}),
        ("The shop was shut the day after Christmas.", {"the day after Christmas": "2023-12-26"}),
        ("The shop was shut the day before 1 March 2020.", {"the day before 1 March 2020": "2020-02-29"}),
        ("The shop was shut the day before yesterday.", {"the day before yesterday": "2024-05-14"}),
        ("The shop was shut the day after tomorrow.", {"the day after tomorrow": "2024-05-18"}),
        ("The shop was shut the day before the vote.", {}),
        ("The shop was shut in the week of March 6.", {"the week of March 6": "2024-W10"}),
        ("The shop was shut in the week of 6 March 2019.", {"the week of 6 March 2019": "2019-W10"}),
        ("The shop was robbed last Oct. 23.", {"last Oct. 23": "2023-10-23"}),
        ("The shop was shut on the first of May.", {"the first of May": "2024-05-01"}),
        ("The shop was shut on March twenty third.", {"March twenty third": "2024-03-23"}),
        ("The shop was shut on the twenty-third of March.", {"the twenty-third of March": "2024-03-23"}),
        (
            "The shop was shut on May fourth, nineteen seventy.",
            {"May fourth, nineteen seventy": "1970-05-04"},
        ),
        ("The shop was shut on the first Monday in May.", {"the first Monday in May": "2024-05-06"}),
        ("The shop was shut on the last Sunday of May 1990.", {"the last Sunday of May 1990": "1990-05-27"}),
        ("The shop was shut on the fifth Friday of May 1990.", {"the fifth Friday of May 1990": "1990-05"}),
        ("The shop was shut for the month of May.", {"the month of May": "2024-05"}),
        ("The shop was shut on the weekend of 11-12 May.", {"the weekend of 11-12 May": "2024-W19-WE"}),
        ("The shop was shut in the week ending 12 May.", {"the week": "P1W", "12 May": "2024-05-12"}),
        ("The shop was shut in the noughties.", {"the noughties": "200"}),
        ("The shop was shut in the small hours of 3 May.", {"the small hours of 3 May": "2024-05-03TDT"}),
        ("The shop was shut at 9am.", {"9am": "2024-05-16T09:00"}),
        ("The shop was shut over Memorial Day weekend.", {"Memorial Day weekend": "2024-W21-WE"}),
        ("The shop was shut in Easter week 2010.", {"Easter week": "2024-W13", "2010": "2010"}),
        (
            "The shop was shut in the spring and summer of 1990.",
            {"the spring": "1990-SP", "summer of 1990": "1990-SU"},
        ),
        ("The shop was shut at year-end 1989.", {"year-end 1989": "1989-12-31"}),
        ("Orvane will have sold the mill by year-end.", {"year-end": "2024-12-31"}),
        ("Orvane has lost a tenth of its value since year-end.", {"year-end": "2023-12-31"}),
        ("In nineteen ninety-one Orvane closed.", {"nineteen ninety-one": "1991"}),
        (
            "The mill closed in the winter of nineteen ninety-four.",
            {"the winter of nineteen ninety-four": "1994-WI"},
        ),
        ("The feast is on Sunday, May nineteenth.", {"Sunday, May nineteenth": "2024-05-19"}),
        ("Today is the eighth day of the strike.", {"Today": "2024-05-16", "the eighth day": "2024-05-16"}),
        ("She was born on the first day of May.", {"the first day of May": "2024-05-01"}),
        ("The lease ends on the last day of June 1990.", {"the last day of June 1990": "1990-06-30"}),
        ("A year-end party drew hundreds.", {"year-end": "2023-12-31"}),
        ("This is the third day of the strike.", {"the third day": "2024-05-16"}),
        ("It’s the second day of their talks in Orrin.", {"the second day": "2024-05-16"}),
        ("The shop was shut on Christmas Day 2011.", {"Christmas Day 2011": "2011-12-25"}),
    ],
)
def test_a_date_has_its_span_and_value(values: Values, text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The court may decide in favour of Mr Odell.",
        "Residents march through Orrin with candles.",
        "The firm sold 1950 bicycles to the army.",
        "The lamps in two thousand homes went out.",
        "They paid $2000 for room 1987 of site-1990.",
        "A second attack on the depot failed.",
        "The Boeing 737 belonged to Orrin Air.",
        "The ladder will fall.",
        "The fall of the mayor surprised Orrin.",
        "Ms Pell was on the roof before the fall.",
        "Ms Pell saw a doctor after the fall.",
        "Ms Pell survived the fall.",
        "The spring of the gate broke, and then the spring broke.",
        "Three quarters of the voters stayed at home.",
        "The desk is open 24/7 and the score was 3-2.",
        "source site-13",
        "The final is on 30 February.",
        "The final was on 31 April 2019.",
        "The final was on Feb. 29, 2023.",
        "The final was on 2023-02-30.",
        "Ms Pell was seen at this march.",
        "Ms Pell led the annual March for Peace.",
        "Mr. May sold the mill to Mr. August.",
        "Mr. Spring ran the mill.",
        "Ms Pell won gold at the Winter Olympics.",
        "Ms Pell sells Christmas trees and winter coats.",
        "Ms Pell drives her 1987 Delgado.",
        "The index stood at 1989.",
        "The house passed HR 1990.",
        "Orrin scored a touchdown in the fourth quarter.",
        "The day brought temperatures in the 80s.",
        "It is high noon for the mayor.",
        "Ms Pell left later in the day.",
        "Ms Pell was born in the year of the flood.",
        "Ms Pell lives on the 15th floor.",
    ],
)
def test_what_only_looks_like_a_date_is_none(values: Values, text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms Pell won gold at the 1998 Winter Games.", {"1998": "1998"}),
        ("Ms Pell fell at the 1989 World Cup.", {"1989": "1989"}),
        ("Ms Pell cited a 1989 Orrin court ruling.", {"1989": "1989"}),
        ("Flats are sold at 1988 prices.", {"1988": "1988"}),
        ("Ms Pell spoke in March for the first time.", {"March": "2024-03"}),
        ("Ms Pell left in the winter.", {"the winter": "2023-WI"}),
        ("The mill will open before the fall.", {"the fall": "2024-FA"}),
        ("Ms Pell spent the fall at sea.", {"the fall": "2023-FA"}),
        ("Ms Pell left before the fall of 2019.", {"the fall of 2019": "2019-FA"}),
        ("Ms Pell sang in the 80s.", {"the 80s": "198"}),
        ("Ms Pell left at noon.", {"noon": "2024-05-16T12:00"}),
    ],
)
def test_what_looks_like_a_name_or_a_thing_may_be_a_date(
    values: Values, text: str, expected: dict[str, str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The form is dated 7/1/2022.", "2022-07-01"),
        ("The form is dated 7/1/2022 and was sent on 3 February.", "2022-01-07"),
        ("The form is dated 7/1/2022 and was sent on 31/1/2022.", "2022-01-07"),
        ("The form is dated 7/1/2022 and was sent on February 3.", "2022-07-01"),
        ("The form is dated 7.1.2022.", "2022-01-07"),
    ],
)
def test_the_text_tells_whether_the_day_comes_first(values: Values, text: str, value: str) -> None:
    assert next(found for words, found in values(text).items() if words.startswith("7")) == value


def test_a_leap_day_that_the_year_does_not_have_gets_no_month_instead(values: Values) -> None:
    assert values("The final was on 29 February last year.") == {"29 February last year": "XXXX-02-29"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ORRIN, 12 March 2026 — The mill burnt on 3 May 1991.", {"3 May 1991": "1991-05-03"}),
        ("ORRIN, 3 June", {}),
        ("PORT ALDER (3 June) - The mill burnt down.", {}),
        ("In Orrin, 3 June – a holiday – was wet.", {"3 June": "2024-06-03"}),
        ("ORRIN, 3 June was wet, they say.", {"3 June": "2024-06-03"}),
    ],
)
def test_the_day_of_a_dateline_is_no_entry(nlp: Language, text: str, expected: dict[str, str]) -> None:
    article = Article(text, (Block("paragraph", 0, len(text)),), published=date(2024, 5, 16))
    found = nlp(prepare(nlp, article))._.article_timeline
    assert {entry.text: entry.value for entry in found} == expected


def test_a_list_of_days_is_no_longer_than_a_month(values: Values) -> None:
    """Without an end, a page of figures between commas would be looked through anew from each of them."""
    days = [str(day % 28 + 1) for day in range(60)]
    found = values(f"The court at Orrin sat on {', '.join(days)} May 2019.")
    assert {day.split()[0] for day in found} <= set(days)
    assert found["4 May 2019"] == "2019-05-04"
