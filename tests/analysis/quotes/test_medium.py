"""Where something was said."""

import pytest

MEDIA = {
    "platform": ("“It is safe,” Helen Brandt wrote on Facebook on Sunday.", "Facebook"),
    "outlet": ("“It is safe,” Helen Brandt told the Kolm Gazette.", "Kolm Gazette"),
    "statement": ("“It is safe,” Helen Brandt said in a statement.", "statement"),
    "none": ("“It is safe,” Helen Brandt said in Kolm.", None),
}


@pytest.mark.parametrize(("text", "medium"), MEDIA.values(), ids=MEDIA.keys())
def test_medium(quote, text, medium):
    assert quote(text).medium == medium
