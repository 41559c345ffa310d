"""What relative expressions are counted from, and which way they look.

The publication day is Thursday 16 May 2024 where a test names no other.
"""

from collections.abc import Callable
from datetime import date

import pytest

from reader.analysis.model import TimelineEntry

Values = Callable[..., dict[str, str]]
Finder = Callable[..., list[TimelineEntry]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ms Pell resigned on Friday.", "2024-05-10"),
        ("Ms Pell will resign on Friday.", "2024-05-17"),
        ("Ms Pell resigned on Thursday.", "2024-05-16"),
        ("The two sides are to meet on Monday.", "2024-05-20"),
        ("The council meets on Monday.", "2024-05-20"),
        ("Ms Pell has an exam on Tuesday.", "2024-05-21"),
        ("The bridge is expected to open on Monday.", "2024-05-20"),
        ("The bridge may have opened on Monday.", "2024-05-13"),
        ("The road is closed until Monday.", "2024-05-20"),
        ("The lease had been due to expire on Monday.", "2024-05-13"),
        ("The dividend is payable Dec. 7.", "2024-12-07"),
        ("Ms Pell could not be reached on Friday.", "2024-05-10"),
        ("Neither twin could be found on Friday.", "2024-05-10"),
        ("The law could be signed on Friday.", "2024-05-17"),
        ("Ms Pell would not comment on Friday.", "2024-05-10"),
        ("Ms Pell would not sign on Friday.", "2024-05-17"),
        ("Banks in Orrin cut their rates on Friday.", "2024-05-10"),
        ("The town held a vigil to mark the flood on Friday.", "2024-05-10"),
        ("Both sides agreed to meet on Friday.", "2024-05-17"),
        ("Until Friday nobody had heard of her.", "2024-05-10"),
        ("A verdict is expected on Friday.", "2024-05-17"),
        ("A verdict had been expected on Friday.", "2024-05-10"),
        ("The union vowed on Friday to strike.", "2024-05-10"),
        ("The union vowed to strike on Friday.", "2024-05-17"),
        ("The union has called a strike for Friday.", "2024-05-17"),
        ("The offer was extended to Friday.", "2024-05-17"),
        ("Orvane has extended the loan through June.", "2024-06"),
        ("Orrin brushed aside stern warnings on Friday that the new law could do harm.", "2024-05-10"),
        ("Thousands marched ahead of Friday’s vote.", "2024-05-17"),
        ("Ms Pell will be sent on a mission in December.", "2024-12"),
    ],
)
def test_tense_says_which_weekday_is_meant(entries: Finder, text: str, value: str) -> None:
    assert [entry.value for entry in entries(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ms Pell resigned last Friday.", "2024-05-10"),
        ("Ms Pell resigned last Thursday.", "2024-05-09"),
        ("Ms Pell speaks next Thursday.", "2024-05-23"),
        ("Ms Pell resigned last August.", "2023-08"),
        ("Ms Pell resigned last April.", "2023-04"),
        ("The race returns this September.", "2024-09"),
        ("Ms Pell resigned last year.", "2023"),
        ("Ms Pell speaks this coming Sunday.", "2024-05-19"),
        ("Ms Pell sails the Monday after next.", "2024-05-27"),
        ("Ms Pell spoke the Sunday before last.", "2024-05-05"),
        ("Ms Pell resigned last week.", "2024-W19"),
        ("The race returns next month.", "2024-06"),
        ("The race returns next spring.", "2025-SP"),
        ("Ms Pell resigned earlier this month.", "2024-05"),
        ("Ms Pell spoke over the weekend.", "2024-W19-WE"),
        ("Ms Pell will speak at the weekend.", "2024-W20-WE"),
    ],
)
def test_words_say_which_one_is_meant(entries: Finder, text: str, value: str) -> None:
    assert [entry.value for entry in entries(text)] == [value]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The fair ran Monday through Friday.", ["2024-05-06", "2024-05-10"]),
        ("The fair ran Friday to Tuesday.", ["2024-05-10", "2024-05-14"]),
        ("The fair will run Friday through Monday.", ["2024-05-17", "2024-05-20"]),
    ],
)
def test_weekdays_of_one_stretch_lie_side_by_side(entries: Finder, text: str, days: list[str]) -> None:
    assert [entry.value for entry in entries(text)] == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ms Pell resigned two years ago.", "2022"),
        ("Ms Pell resigned two days ago.", "2024-05-14"),
        ("Ms Pell resigned three weeks ago.", "2024-W17"),
        ("Ms Pell resigned several years ago.", "PAST_REF"),
        ("The rock formed 104 million years ago.", "PAST_REF"),
        ("Ms Pell resigned a decade ago.", "201"),
        ("Ms Pell resigned yesterday.", "2024-05-15"),
        ("Ms Pell speaks tomorrow morning.", "2024-05-17TMO"),
        ("Ms Pell resigned last night.", "2024-05-15TNI"),
        ("Ms Pell resigned two weeks ago Friday.", "2024-05-03"),
        ("Ms Pell resigned a week ago Monday.", "2024-05-06"),
        ("Ms Pell will resign a week from Friday.", "2024-05-24"),
        ("Ms Pell resigned the week before last.", "2024-W18"),
        ("Ms Pell will resign the year after next.", "2026"),
        ("Ms Pell resigned a month ago today.", "2024-04-16"),
        ("Ms Pell resigned a year ago this month.", "2023-05"),
        ("Ms Pell resigned a year ago last April.", "2023-04"),
        ("Ms Pell resigned in April a year earlier.", "2023-04"),
        ("Ms Pell resigned two years ago this spring.", "2022-SP"),
        ("Ms Pell will resign in the coming year.", "P1Y"),
        ("Ms Pell resigned at this time last year.", "2023"),
        ("Ms Pell resigned on the 10th.", "2024-05-10"),
        ("Ms Pell resigned the Sunday before last.", "2024-05-05"),
        ("Ms Pell resigned the Friday before the vote.", "XXXX-WXX-5"),
        ("Ms Pell will resign a week from today.", "2024-05-23"),
        ("Ms Pell will resign by week’s end.", "2024-W20"),
        ("Ms Pell will resign on the 20th.", "2024-05-20"),
    ],
)
def test_a_step_keeps_its_granularity(entries: Finder, text: str, value: str) -> None:
    assert [entry.value for entry in entries(text)] == [value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burnt on 3 May 1991. It was sold the following day.", "the following day", "1991-05-04"),
        ("The mill burnt on 3 May 1991. It was sold three weeks later.", "three weeks later", "1991-W21"),
        ("The mill burnt in 1991. It was sold in August of that year.", "August of that year", "1991-08"),
        ("The mill burnt in 1991. It was sold the same year.", "the same year", "1991"),
        ("Shares fell on Friday. They had risen the previous Monday.", "the previous Monday", "2024-05-06"),
        ("The mill burnt in May 1991. It was sold the same day.", "the same day", "1991-05-XX"),
        ("The mill burnt in May 1991. It was sold two weeks later.", "two weeks later", "1991-WXX"),
        ("The mill burnt on 3 May 1991. On the 15th, it was sold.", "the 15th", "1991-05-15"),
        ("The mill burnt on 3 May 1991. By late afternoon it was gone.", "late afternoon", "1991-05-03TAF"),
        ("Schools stay shut until Friday. By noon it had sold 600.", "noon", "2024-05-16T12:00"),
        (
            "The assembly meets on 2 June. Ms Pell will be sworn in the following day.",
            "the following day",
            "2024-06-03",
        ),
    ],
)
def test_what_follows_is_counted_from_what_was_named(
    values: Values, text: str, words: str, value: str
) -> None:
    assert values(text)[words] == value


def test_a_narrative_goes_on_from_the_date_named_last(values: Values) -> None:
    text = (
        "The siege of Orrin began in March 1641. In July the wall fell, and on 9 August the town was taken. "
        "The duke came in December 1641 and left in January. By the end of 1642 nobody was left. "
        "In 1650 the town was rebuilt."
    )
    found = values(text, date(2009, 12, 19))
    assert found["July"] == "1641-07"
    assert found["9 August"] == "1641-08-09"
    assert found["January"] == "1642-01"


def test_a_year_named_in_passing_does_not_carry_a_narrative_off(values: Values) -> None:
    text = (
        "The estates met in May 1789. They had not met since 1614. In June they swore an oath. "
        "In July 1789 a prison fell. In 1790 and 1791 the king wavered."
    )
    assert values(text, date(2009, 12, 19))["June"] == "1789-06"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ms Pell resigned on Friday.", "XXXX-WXX-5"),
        ("Ms Pell resigned yesterday.", "XXXX-XX-XX"),
        ("Ms Pell resigned last year.", "XXXX"),
        ("Ms Pell resigned on 3 May.", "XXXX-05-03"),
        ("Ms Pell resigned in October.", "XXXX-10"),
        ("Ms Pell resigned two weeks ago.", "XXXX-WXX"),
        ("Ms Pell resigned in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_day_nothing_relative_gets_a_day(
    entries: Finder, text: str, value: str
) -> None:
    (entry,) = entries(text, None)
    assert (entry.value, entry.earliest, entry.latest, entry.anchor) == (value, None, None, None)


def test_a_publication_day_that_is_given_later_puts_it_right(nlp, entries: Finder) -> None:  # type: ignore[no-untyped-def]
    from reader.analysis.pipeline import prepare
    from reader.article import Article

    doc = nlp(prepare(nlp, Article("Ms Pell resigned on Friday and speaks on 3 June.")))
    doc._.published = date(2024, 5, 16)
    nlp.get_pipe("article_timeline")(doc)
    assert [entry.value for entry in doc._.article_timeline] == ["2024-05-10", "2024-06-03"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Profit rose in the first quarter.", "the first quarter", "2024-Q1"),
        ("Its third quarter was weak.", "third quarter", "2023-Q3"),
        ("Third-quarter profit was $3 million.", "Third-quarter", "2023-Q3"),
        ("Profit fell in the third quarter of 1990.", "the third quarter of 1990", "1990-Q3"),
        ("Profit fell in last year's third quarter.", "last year's third quarter", "2023-Q3"),
        (
            "First-quarter profit was $3 million, up from $2 million a year earlier.",
            "a year earlier",
            "2023-Q1",
        ),
        ("Profit rose in the second half of 2008.", "the second half of 2008", "2008-H2"),
        ("Profit will fall in the first two quarters of 2025.", "the first two quarters of 2025", "2025-H1"),
        ("Profit rose in the second half of the 1990s.", "the second half of the 1990s", "199"),
        ("Profit rose in the first half of the 19th century.", "the first half of the 19th century", "18"),
        ("Profit rose in the quarter ended July 31.", "the quarter", "2023-Q2"),
        ("Profit rose in the quarter ended July 31.", "July 31", "2023-07-31"),
        ("Profit rose in the quarter ended Jan. 31, 1990.", "the quarter", "1989-Q4"),
        ("Profit rose in the last quarter of 1989.", "the last quarter of 1989", "1989-Q4"),
        ("Profit rose in the latest fiscal year.", "the latest fiscal year", "2023"),
        ("First-quarter profit will probably be lower.", "First-quarter", "2024-Q1"),
        ("Orvane grew in fiscal 1989.", "fiscal 1989", "1989"),
        ("Orvane grew in the early 1990s.", "the early 1990s", "199"),
        ("Orvane grew in the nineties.", "the nineties", "199"),
        ("Orvane grew in the nineteen nineties.", "the nineteen nineties", "199"),
        ("Orvane grew in the 19th century.", "the 19th century", "18"),
        ("Orvane grew in the summer of 1990.", "the summer of 1990", "1990-SU"),
        ("Orvane grew through Q3 2019.", "Q3 2019", "2019-Q3"),
    ],
)
def test_periods(values: Values, text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The train left at 10 p.m. on 3 May.", "10 p.m.", "2024-05-03T22:00"),
        ("The train left at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2024-05-15T22:00"),
        ("The train left at noon Wednesday.", "noon Wednesday", "2024-05-15T12:00"),
        ("The train left on Wednesday evening.", "Wednesday evening", "2024-05-15TEV"),
        (
            "The train left on the morning of 31 January 1965.",
            "the morning of 31 January 1965",
            "1965-01-31TMO",
        ),
        ("The train left at 18:00 UTC.", "18:00 UTC", "2024-05-16T18:00Z"),
        ("The train left this morning.", "this morning", "2024-05-16TMO"),
        ("The train left in the morning.", "the morning", "2024-05-16TMO"),
        ("The train left at 4 in the morning.", "4 in the morning", "2024-05-16T04:00"),
        ("The train left at ten at night.", "ten at night", "2024-05-16T22:00"),
        ("The train left at ten o’clock this morning.", "ten o’clock this morning", "2024-05-16T10:00"),
        ("The train leaves at 7 o’clock tonight.", "7 o’clock tonight", "2024-05-16T19:00"),
        ("The train left shortly after midnight.", "shortly after midnight", "2024-05-16T00:00"),
        ("The train will leave at midnight.", "midnight", "2024-05-16T24:00"),
        ("The train left at midnight on 3 May.", "midnight", "2024-05-03T24:00"),
    ],
)
def test_times_of_day(values: Values, text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained for more than two years.", "more than two years", "P2Y"),
        ("It rained for two and a half years.", "two and a half years", "P2Y6M"),
        ("It rained for twenty-four hours.", "twenty-four hours", "PT24H"),
        ("It rained for weeks.", "weeks", "PXW"),
        ("It rained for weeks or months.", "weeks or months", "PXW"),
        ("It rained for a minute and a half.", "a minute and a half", "PT1M30S"),
        ("It rained for almost a hundred years.", "almost a hundred years", "P100Y"),
        ("It rained for two bloody weeks.", "two bloody weeks", "P2W"),
        ("They met over a three-year period.", "a three-year period", "P3Y"),
        ("The toll is $3 million a year.", "a year", "P1Y"),
        ("It rained for several days.", "several days", "PXD"),
        ("They signed a 10-year lease.", "10-year", "P10Y"),
        ("It rained in the past three months.", "the past three months", "P3M"),
        ("It rained over two decades.", "over two decades", "P20Y"),
        ("The trial is expected to last six weeks.", "six weeks", "P6W"),
        ("He meets her twice a week.", "twice a week", "P1W"),
        ("He meets her every other week.", "every other week", "P2W"),
        ("He meets her every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("He meets her on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("He meets her on Sunday mornings.", "Sunday mornings", "XXXX-WXX-7TMO"),
        ("The paper is printed daily.", "daily", "P1D"),
        ("Flights leave on Friday and Sunday nights.", "Friday", "XXXX-WXX-5TNI"),
        ("Profit for the year-earlier nine months included a gain.", "the year-earlier nine months", "P9M"),
        ("She cannot live in today’s world.", "today", "PRESENT_REF"),
        ("Many of today’s lorries run on gas.", "today", "PRESENT_REF"),
        ("She wrote to the voters of tomorrow.", "tomorrow", "FUTURE_REF"),
        ("Some of today’s talks were held in Orrin.", "today", "2024-05-16"),
        ("She read today’s editions.", "today", "2024-05-16"),
        ("He recently met her.", "recently", "PAST_REF"),
        ("They live in Orrin now.", "now", "PRESENT_REF"),
        ("They fear the future.", "the future", "FUTURE_REF"),
    ],
)
def test_durations_sets_and_references(values: Values, text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "The clerks are now told to wait.",
        "Now the boats left for Orrin.",
        "The train runs at 60 miles an hour.",
        "He bought three-quarters of the farm.",
        "She sings White Christmas.",
        "USA Today printed it.",
        "Ms Pell swims in the morning.",
        "The boy is a 6-year-old.",
        "She is in her 30s.",
        "Orvane cut its quarterly dividend.",
    ],
)
def test_words_of_time_that_place_nothing_in_time(values: Values, text: str) -> None:
    assert values(text) == {}


REPORTS = [
    ("First-quarter profit was $3 million. Sales were $9 million, up from $8 million a year earlier.", "2023-Q1"),
    ("First-quarter profit rose. In the nine months ended March 31, it was up from $8 million a year earlier.", "2023-03-31"),
    ("First-quarter profit rose. For the first nine months, it was up from $8 million a year earlier.", "2023"),
    ("Profit rose to $9 million from $8 million a year earlier.", "2023"),
    ("Second-quarter profit fell. Orvane earned $2 million, compared with $8 million a year earlier.", "2023-Q2"),
    ("Second-quarter profit will fall. Orvane earned $2 million, compared with $8 million a year earlier.", "2023"),
    ("Year-earlier results included a gain. For the nine months, Orvane lost $8 million, compared with $9 million a year earlier.", "2023"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), REPORTS)
def test_a_year_earlier_is_what_the_figures_are_for_in_the_year_before(
    values: Values, text: str, value: str
) -> None:
    assert values(text)["a year earlier"] == value


def test_every_figure_of_a_year_earlier_is_of_the_same_year(entries: Finder) -> None:
    found = entries("Profit rose from $8 million a year earlier. Sales rose from $9 million a year earlier.")
    assert [entry.value for entry in found] == ["2023", "2023"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("First-quarter profit was up from the year-earlier period.", "2023-Q1"),
        ("For the first six months, profit was up from the year-earlier period.", "2023"),
        ("For the first six months, profit was up from the year-ago quarter.", "2023-Q1"),
    ],
)
def test_a_period_is_what_a_report_is_on_and_a_quarter_is_a_quarter(
    entries: Finder, text: str, value: str
) -> None:
    assert value in [entry.value for entry in entries(text)]
