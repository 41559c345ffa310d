"""The text of a Doc, put together once."""

from spacy.tokens import Doc

_KEPT = "article_text"


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy joins from all the tokens anew each time it is asked for."""
    text = doc.user_data.get(_KEPT)
    if text is None:
        text = doc.user_data[_KEPT] = doc.text
    return str(text)
