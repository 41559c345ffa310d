"""The claims component."""

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from reader.analysis import extensions, sentences
from reader.analysis.claims import steps
from reader.analysis.claims.attribution import Sources
from reader.analysis.claims.quantity import Quantity
from reader.analysis.claims.tokens import Tokens
from reader.analysis.model import Claim, Span

extensions.register()


class Claims:
    """Finds claims and leaves them in ``doc._.article_claims``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        sentences.part(doc)
        text, tokens = doc._.article.text if doc._.article is not None else doc.text, Tokens(doc)
        sources = Sources(doc, tokens)
        found = sorted(steps.find(doc, tokens), key=lambda pair: pair[1].start)
        doc._.article_claims = [
            _claim(f"c{number}", text, quantity, _around(sentence, quantity), sources)
            for number, (sentence, quantity) in enumerate(found, 1)
        ]
        doc._.article_speakers = sources.speakers
        return doc


def _around(sentence: SpacySpan, quantity: Quantity) -> Span:
    """The sentence, made to hold the claim where the model parts the two."""
    return Span(min(sentence.start_char, quantity.start), max(sentence.end_char, quantity.end))


def _claim(identifier: str, text: str, quantity: Quantity, sentence: Span, sources: Sources) -> Claim:
    return Claim(
        id=identifier,
        text=text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        comparator=quantity.comparator,
        change=quantity.change,
        kind=quantity.kind or ("ratio" if quantity.form in ("fraction", "multiple") else "count"),
        unit=quantity.unit,
        of=quantity.of,
        by=sources.of(quantity),
        sentence=sentence,
        why=tuple(dict.fromkeys(quantity.why)),
    )


@Language.factory(
    "article_claims",
    requires=["token.dep", "token.tag"],
    assigns=["doc._.article_claims", "doc._.article_speakers"],
)
def make_claims(nlp: Language, name: str) -> Claims:
    """The factory spaCy calls for ``nlp.add_pipe("article_claims")``."""
    return Claims()
