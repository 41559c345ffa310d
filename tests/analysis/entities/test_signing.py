"""Who wrote it is a person."""

import pytest

from reader.analysis.pipeline import analyse
from reader.article.opener import from_bytes

BODY = "The council of Tarn said on Tuesday that street number 5 had been closed after the storm."


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Odile Marsh", {"Odile Marsh"}),
        ("By Marsh Kolm and Ida Feld", {"Marsh Kolm", "Ida Feld"}),
        ("By Odile Marsh, Jonas Brack, Ida Feld", {"Odile Marsh", "Jonas Brack", "Ida Feld"}),
        ("By Odile Marsh, Tarn Press", {"Odile Marsh"}),
        ("By Odile Marsh, BBC News", {"Odile Marsh"}),
    ],
)
def test_those_named_in_a_byline_are_people(nlp, line, people):
    article = from_bytes(
        f"Storm leaves nine dead\n\n{line}\n\n{BODY}\n".encode(), source="a.txt", form=".txt"
    )
    assert {entity.name for entity in analyse(nlp, article).entities if entity.kind == "person"} == people
