"""The dateline that opens a report: where it ends, the places in it, and its day."""

from datetime import date

import pytest

from reader.article.dateline import dateline_of, places_in, read
from reader.article.jsonl import from_record
from reader.article.opener import from_bytes
from reader.article.plain import blocks_of

GOES_ON = "ferry will run again from Thursday, the operator said on Wednesday."
DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("dateline", "places", "day"),
    [
        ("TARN, 12 March 2026 — ", ["TARN"], DAY),
        ("TARN, March 12, 2026 – ", ["TARN"], DAY),
        ("TARN (12 March 2026) - ", ["TARN"], DAY),
        ("TARN, 2026-03-12 (Newswire) — ", ["TARN"], DAY),
        ("TARN, England, March 12th, 2026 /Newswire/ -- ", ["TARN"], DAY),
        ("TARN, Jan 7 - ", ["TARN"], None),
        ("TARN, Jan. 7 (Island Press) — ", ["TARN"], None),
        ("TARN, Wed., March 12 — ", ["TARN"], None),
        ("TARN, Thursday – ", ["TARN"], None),
        ("TARN (Thursday) – ", ["TARN"], None),
        ("TARN, 12/03/2026 - ", ["TARN"], None),
        ("TARN, March 12, Newswire — ", ["TARN"], None),
        ("TARN, March 12: ", ["TARN"], None),
        ("TARN (IP) - ", ["TARN"], None),
        ("TARN, England (AP)_ ", ["TARN"], None),
        ("TARN--(ISLAND WIRE)--", ["TARN"], None),
        ("(TARN) — ", ["TARN"], None),
        ("(TARN, March 12) — ", ["TARN"], None),
        ("TARN – ", ["TARN"], None),
        ("TARN. — ", ["TARN"], None),
        ("TARN—", ["TARN"], None),
        ("TARN --- ", ["TARN"], None),
        ("NEW TARN, Ohio — ", ["NEW TARN"], None),
        ("NEW TARN, N.Y. – ", ["NEW TARN"], None),
        ("ST. OTTILIE'S – ", ["ST. OTTILIE'S"], None),
        ("L'OTTILIE, France — ", ["L'OTTILIE"], None),
        ("McBRACK, Texas — ", ["McBRACK"], None),
        ("TARN-SUR-KELDA, France — ", ["TARN-SUR-KELDA"], None),
        ("TARN DE LA MAR — ", ["TARN DE LA MAR"], None),
        ("SØRVÆR — ", ["SØRVÆR"], None),
        ("TARN/KELDA — ", ["TARN", "KELDA"], None),
        ("TARN and KELDA, March 12 — ", ["TARN", "KELDA"], None),
        ("Tarn/Kelda – ", ["Tarn", "Kelda"], None),
        ("Tarn, 7 January - ", ["Tarn"], None),
        ("Tarn (Island Press) — ", ["Tarn"], None),
        ("Tarn, Ore. – ", ["Tarn"], None),
        ("Tarn, New Zealand – ", ["Tarn"], None),
        ("Geneva – ", ["Geneva"], None),
        ("NEW DELHI: ", ["NEW DELHI"], None),
        ("March 12 (Newswire) - ", [], None),
        ("12 March 2026 (Newswire) - ", [], DAY),
        ("(Reuters) - ", [], None),
        ("Tarn ", ["Tarn"], None),
    ],
)
def test_datelines(dateline, places, day):
    found = read(f"{dateline}The {GOES_ON}")
    assert found is not None
    assert found.end == len(dateline)
    assert [dateline[start:end] for start, end in found.places] == places
    assert found.day == day


@pytest.mark.parametrize(
    "opening",
    [
        "NATO - the alliance",
        "NATO - The alliance",
        "BREAKING: The ferry",
        "UPDATE - The ferry",
        "BRACK: The ferry",
        "BRACK--Jonas",
        "WHY IT MATTERS — The ferry",
        "WHAT HAPPENED — The ferry",
        "WHO'S ON BOARD – The crew",
        "THE BACKGROUND — The ferry",
        "FERRY FOUND SUNK OFF TARN — The",
        "Updated Thursday - The ferry",
        "Published 12 March 2026 - The ferry",
        "Last Friday – The ferry",
        "A - level",
        "A – B",
        "US – The ferry",
        "AP — The ferry",
        "TARN - the ferry",
        "Tarn – Kelda",
        "Berlin–Paris trains",
        "Tarn United - The club",
        "Odile Marsh (Labour) – The member",
        "Odile Marsh, Director – The ferry",
        "(Odile Marsh) – The ferry",
        "12 March 2026 – The ferry",
        "The ferry - late again - was",
        "Odile Marsh, who",
        "When The Ottilie sailed",
        "If The crew",
        "TARN (12 March - The ferry",
        "12 March, TARN - The ferry",
    ],
)
def test_what_only_looks_like_one(opening):
    assert read(f"{opening} {GOES_ON}") is None


def test_a_sentence_after_a_day_or_an_agency_may_begin_small():
    assert read(f"TARN, March 12 (IP) - the {GOES_ON}") is not None


def test_one_that_stands_by_itself_and_one_that_is_wrapped():
    assert read("TARN —") is not None
    wrapped = "TARN, England,\n12 March 2026 —\nThe ferry is late."
    found = read(wrapped)
    assert found is not None
    assert (wrapped[found.end :], found.day) == ("The ferry is late.", DAY)


def test_it_may_open_one_of_the_first_paragraphs():
    teaser = "Nobody has sailed for nine days, and nobody knows for how much longer that will be so."
    text = f"{teaser}\n\nTARN, 12 March 2026 — The {GOES_ON}\n\n{teaser}"
    start, end = dateline_of(text, blocks_of(text)) or (0, 0)
    assert text[start:end] == "TARN, 12 March 2026 — "
    assert [text[slice(*place)] for place in places_in(text, start)] == ["TARN"]
    late = "\n\n".join([teaser] * 3 + [f"TARN — The {GOES_ON}"])
    assert dateline_of(late, blocks_of(late)) is None


@pytest.mark.parametrize("form", [".txt", ".md", ".jsonl", ".html"])
def test_its_whole_date_is_the_publication_day_where_no_other_is_known(form):
    body = f"TARN, 12 March 2026 — The {GOES_ON} " + f"The {GOES_ON} " * 3
    text = (
        f"<html><body><article><h1>Late</h1><p>{body}</p></article></body></html>"
        if form == ".html"
        else body
    )
    if form == ".jsonl":
        article = from_record({"text": text})
        stated = from_record({"text": text, "published": "2026-03-13"})
        assert (stated.published, stated.published_from) == (date(2026, 3, 13), "metadata")
    else:
        article = from_bytes(text.encode(), source="a" + form, form=form)
    assert (article.published, article.published_from) == (DAY, "dateline")


def test_a_day_without_a_year_is_no_publication_day():
    article = from_bytes(f"TARN, March 12 — The {GOES_ON}".encode(), source="a.txt")
    assert article.published is None
    assert article.dateline
