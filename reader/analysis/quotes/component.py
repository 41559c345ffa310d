"""The quotes component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions

extensions.register()


class Quotes:
    """Finds quotes and leaves them in ``doc._.article_quotes``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_quotes = []
        return doc


@Language.factory("article_quotes", assigns=["doc._.article_quotes"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """The factory spaCy calls for ``nlp.add_pipe("article_quotes")``."""
    return Quotes()
