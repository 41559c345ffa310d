"""The entities component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions
from reader.analysis.entities.document import entities

extensions.register()


class Entities:
    """Finds entities and leaves them in ``doc._.article_entities``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_entities = entities(doc)
        return doc


@Language.factory("article_entities", assigns=["doc._.article_entities"])
def make_entities(nlp: Language, name: str) -> Entities:
    """The factory spaCy calls for ``nlp.add_pipe("article_entities")``."""
    return Entities()
