"""The quotes component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions, sentences
from reader.analysis.quotes.finding import find

extensions.register()


class Quotes:
    """Finds who said what; leaves it in ``doc._.article_speakers``, ``doc._.article_quotes`` and ``doc._.article_reports``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extensions and give the Doc back."""
        sentences.part(doc)
        found = find(doc)
        doc._.article_speakers, doc._.article_quotes = found.speakers, found.quotes
        doc._.article_reports = found.reports
        return doc


@Language.factory(
    "article_quotes",
    requires=["token.dep", "token.tag"],
    assigns=["doc._.article_speakers", "doc._.article_quotes", "doc._.article_reports"],
)
def make_quotes(nlp: Language, name: str) -> Quotes:
    """The factory spaCy calls for ``nlp.add_pipe("article_quotes")``."""
    return Quotes()
