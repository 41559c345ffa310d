"""The reports left for claims and timeline: the accepted ones, and those that are nobody's with the reason."""

import pytest

from reader.analysis.pipeline import analysed
from reader.analysis.reports import report_at
from reader.article import Article


@pytest.fixture
def reports(nlp):
    def find(text):
        return analysed(nlp, Article(text))._.article_reports

    return find


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Neither company said the bill would exceed £40m.", "nobody"),
        ("No minister said that 40 boats sank.", "nobody"),
        ("No one at Norvik Energi said that 40 jobs would go.", "nobody"),
        ("Not one councillor said that 40 boats sank.", "nobody"),
        ("Norvik Energi never estimated the cost at £4m.", "denied"),
        ("It proves that 40 boats sank.", "pointing"),
        ("They put the cost at £4m.", "pronoun"),
    ],
)
def test_a_report_that_is_nobodys_says_why(reports, text, reason):
    assert reason in {report.turned_down for report in reports(text)}


def test_an_accepted_report_names_its_quote_and_its_speaker(nlp):
    doc = analysed(nlp, Article("Ilse Brandt said that 40 boats sank."))
    (quote,) = doc._.article_quotes
    report = report_at(doc._.article_reports, quote.start)
    assert (report.quote, report.speaker, report.turned_down) == (quote.id, quote.speaker, None)
    assert doc[report.source].text == "Brandt" and doc[report.cue].text == "said"


def test_a_report_keeps_who_else_might_have_said_it(nlp):
    doc = analysed(nlp, Article("Helen Brandt met Nils Arvo. He said that 40 boats sank."))
    report = next(report for report in doc._.article_reports if report.quote)
    assert [doc[at].text for at in report.passed] == ["Brandt"] and report.settled == "only_one"
    (quote,) = doc._.article_quotes
    assert [(other.text, other.start) for other in quote.passed] == [("Helen Brandt", 0)]


def test_a_report_by_name_passes_nobody_over(reports):
    found = reports("Helen Brandt met Nils Arvo. Arvo said that 40 boats sank.")
    report = next(report for report in found if report.quote)
    assert report.passed == () and report.settled is None


def test_a_figure_has_its_source_where_nothing_is_quoted(nlp):
    text = "Norvik put the cost at £4m."
    doc = analysed(nlp, Article(text))
    report = report_at(doc._.article_reports, text.index("£"))
    assert doc[report.source].text == "Norvik" and report.quote is None


def test_of_reports_inside_one_another_the_innermost_is_found(reports):
    text = "The mayor said that the union believed that 40 boats sank."
    found = report_at(reports(text), text.index("40"))
    assert text[found.start : found.end].startswith("that 40")


@pytest.mark.parametrize(
    "text",
    [
        "Neither company said the bill would exceed £40m.",
        "No minister said on Friday that the bill would exceed £40m.",
        "No one at Norvik Energi said that the bill would exceed £40m.",
        "Nobody said the bill would exceed £40m.",
        "Norvik Energi never estimated the bill at £40m.",
    ],
)
def test_a_claim_that_nobody_makes_is_nobodys(read_text, text):
    reading = read_text(text)
    (claim,) = reading.claims
    assert (claim.by.speaker, claim.by.quote) == (None, None)
    assert reading.speakers == ()
