"""The timeline component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions

extensions.register()


class Timeline:
    """Finds timeline and leaves them in ``doc._.article_timeline``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_timeline = []
        return doc


@Language.factory("article_timeline", assigns=["doc._.article_timeline"])
def make_timeline(nlp: Language, name: str) -> Timeline:
    """The factory spaCy calls for ``nlp.add_pipe("article_timeline")``."""
    return Timeline()
