"""The text of a Doc, put together once."""

from spacy.tokens import Doc

_KEPT = "article_text"


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy joins from all the tokens anew each time it is asked for.

    The text a Doc of an article was made from is that text already.
    """
    text = doc.user_data.get(_KEPT)
    if text is None:
        article = doc._.article
        text = doc.user_data[_KEPT] = doc.text if article is None else article.model_text
    return str(text)
