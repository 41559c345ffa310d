"""Where marks open and close."""

import pytest

from reader.analysis.syntax.marks import stretches


def marked(text: str) -> list[str]:
    return [text[s.start : s.end] for s in stretches(text, [(0, len(text))])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('“One,” said Ilse. "Two," she said. «Three» and „four“.', ["“One,”", '"Two,"', "«Three»", "„four“"]),
        ("‘I don’t row,’ said Ilse. ‘The ’90s were dry.’", ["‘I don’t row,’", "‘The ’90s were dry.’"]),
        ("the dogs' owner and the '70s boat", []),
        ('She is 5\'9" tall and "proud".', ['"proud"']),
        ("\"Ilse said 'no' to me,\" he said.", ["\"Ilse said 'no' to me,\""]),
        ("“He shouted “no” at us,” she said.", ["“He shouted “no” at us,”"]),
        ('<a href="boats.html">boats</a> are "dear"', ['"dear"']),
        ('boats" are dear', []),
        (
            "Ilse said: ''The boats are dear.'' ''Are they?'' he said.",
            ["''The boats are dear.''", "''Are they?''"],
        ),
        ("“One,’’ said Ilse. “Two.’’ ``Three,’’ she said.", ["“One,’’", "“Two.’’", "``Three,’’"]),
    ],
    ids=[
        "mixed",
        "apostrophes",
        "no_quotation",
        "inches",
        "single_in_double",
        "nested",
        "tags",
        "stray_closing",
        "two_single_for_a_double",
        "two_closing_for_a_double",
    ],
)
def test_stretches_in_one_paragraph(text, expected):
    assert marked(text) == expected


def test_an_unclosed_mark_runs_to_the_end_of_its_own_paragraph():
    text = "“The tide is late\nIlse said “no” twice."
    first, second = stretches(text, [(0, 17), (18, len(text))])
    assert [(s.end, s.closed) for s in first] == [(17, False)]
    assert [text[s.start : s.end] for s in second] == ["“no”"]


def test_a_reopened_mark_goes_on_with_the_quotation_of_the_paragraph_before():
    text = "“The tide is late.\n“And the boats are old.”"
    (first,), (second,) = stretches(text, [(0, 18), (19, len(text))])
    assert (first.closed, second.closed) == (True, True)


def test_a_text_without_paragraphs_has_no_stretches():
    assert stretches("\n", []) == []
