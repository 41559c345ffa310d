"""Those who are spoken to are not those who speak, and what is written speaks for itself."""

import pytest

HEARD = {
    "jury_heard": ("Nils Feld sold the keys, a jury heard on Monday.", None),
    "jurors_were_told": ("The keys were in the car, jurors were told.", None),
    "court_heard_before": ("The court heard that Feld had never been to Kolm.", None),
    "headline_told": ("Baker sold the keys, jury told", None),
    "marks": ("Ilse Brandt wept. “I sold the keys,” the court heard.", None),
    "one_who_prosecutes": (
        "Helen Brandt, prosecuting, spoke first. Nils Feld sold the keys, the court heard.",
        "Helen Brandt",
    ),
    "one_who_hears_of_it": ("Helen Brandt heard that the pier was old.", "Helen Brandt"),
}
WRITTEN = {
    "citation": (
        "Judge Ada Moss wept. “A neighbour who never complained,” the citation read.",
        "citation",
    ),
    "plaque": ("“A neighbour who never once complained,” the plaque read.", "plaque"),
    "notice": ("Helen Brandt left. “Closed until May,” a handwritten notice says.", "notice"),
    "before": ("Helen Brandt left. A notice reads: “Closed until May.”", "notice"),
}
ANSWERS = {
    "no": ("Asked whether he would stand again, Nils Feld said no.", ("no", "Nils Feld")),
    "yes": ("Asked if she would stay, Helen Brandt replied yes.", ("yes", "Helen Brandt")),
}


@pytest.mark.parametrize(("text", "expected"), HEARD.values(), ids=HEARD.keys())
def test_who_hears_is_not_who_says(said, text, expected):
    ((_, name),) = said(text)
    assert name == expected


@pytest.mark.parametrize(("text", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_document_is_its_own_source(said, text, expected):
    ((_, name),) = said(text)
    assert name is not None
    assert name.split()[-1] == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_bare_answer_is_reported(said, text, expected):
    assert said(text) == [expected]


def test_a_title_before_the_name_is_no_part_of_the_role(speaker):
    assert speaker("Police chief Dr Helen Brandt said the pier was safe.").role == "Police chief"


def test_an_honour_after_the_name_is_no_role(speaker):
    assert speaker("“It is old,” Helen Brandt KC told the court.").role is None
