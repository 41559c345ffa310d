"""The claims component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions

extensions.register()


class Claims:
    """Finds claims and leaves them in ``doc._.article_claims``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_claims = []
        return doc


@Language.factory("article_claims", assigns=["doc._.article_claims"])
def make_claims(nlp: Language, name: str) -> Claims:
    """The factory spaCy calls for ``nlp.add_pipe("article_claims")``."""
    return Claims()
