"""Who wrote an article: names, and nothing that runs on from them."""

import pytest

from reader.article.bylines import names_in


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Odile Marsh March 10, 2026", "Odile Marsh"),
        ("Odile Marsh May", "Odile Marsh"),
        ("Odile Marsh Monday, February", "Odile Marsh"),
        ("Theresa May", "Theresa May"),
        ("June Brandt", "June Brandt"),
        ("Odile Marsh Follow @odile", "Odile Marsh"),
        ("Odile Marsh | The Tarn Post", "Odile Marsh"),
        ("Odile Marsh, Harbour Correspondent", "Odile Marsh"),
        ("Odile Marsh Games Editor", "Odile Marsh"),
        ("Odile Marsh, Tarn News", "Odile Marsh"),
        ("Odile Marsh in Tarn", "Odile Marsh"),
        ("ODILE MARSH, JONAS BRACK and ARNE LIND", "ODILE MARSH, JONAS BRACK, ARNE LIND"),
        ("ODILE MARSH, JONAS BRACK Associated Press", "ODILE MARSH, JONAS BRACK, Associated Press"),
        ("Odile Marsh & Jonas Brack", "Odile Marsh, Jonas Brack"),
        ("Written by: Odile Marsh", "Odile Marsh"),
        ("Jean-Paul O’Neil", "Jean-Paul O’Neil"),
        ("Nelson D. Brandt", "Nelson D. Brandt"),
        ("Reuters", "Reuters"),
        ("Brandt, Michiel de", "Brandt, Michiel de"),
        ("Odile Marsh Edited by Jonas Brack", "Odile Marsh"),
        ("Organisation for Small Harbours", "Organisation for Small Harbours"),
        ("Last Updated: January 7, 2025", None),
        ("odile_m7", None),
        ("Username", None),
        ("admin", None),
        ("", None),
    ],
)
def test_only_names_are_kept(said, names):
    assert names_in(said) == names
