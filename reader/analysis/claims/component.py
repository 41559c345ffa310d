"""The claims component."""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import extensions
from reader.analysis.claims import attribution, finding
from reader.analysis.claims.quantity import Quantity
from reader.analysis.model import Claim, Span

extensions.register()


class Claims:
    """Finds claims and leaves them in ``doc._.article_claims``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        source = doc._.article.text if doc._.article is not None else doc.text
        found = sorted(finding.find(doc), key=lambda pair: pair[1].start)
        doc._.article_claims = [
            _claim(f"c{number}", source, quantity, Span(sentence.start_char, sentence.end_char), doc)
            for number, (sentence, quantity) in enumerate(found, 1)
        ]
        return doc


def _claim(identifier: str, source: str, quantity: Quantity, sentence: Span, doc: Doc) -> Claim:
    return Claim(
        id=identifier,
        text=source[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        comparator=quantity.comparator,
        change=quantity.change,
        kind=quantity.kind or ("ratio" if quantity.form in ("fraction", "multiple") else "count"),
        unit=quantity.unit,
        of=quantity.of,
        by=attribution.by(doc._.article_quotes, quantity.start, quantity.end),
        sentence=sentence,
    )


@Language.factory("article_claims", assigns=["doc._.article_claims"])
def make_claims(nlp: Language, name: str) -> Claims:
    """The factory spaCy calls for ``nlp.add_pipe("article_claims")``."""
    return Claims()
