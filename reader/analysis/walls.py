"""Walls between the components: one that fails costs what it finds, and nothing of what the others do."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from reader import mistakes
from reader.analysis.long import Checkpoint
from reader.analysis.model import Failure, Found

FINDS: dict[str, tuple[Found, ...]] = {
    "article_entities": ("entities",),
    "article_quotes": ("speakers", "quotes"),
    "article_timeline": ("timeline",),
    "article_claims": ("claims",),
}
"""What each component adds to a Doc, in the order in which they run: each reads only what those before it found."""

_IN_WORDS = {
    "article_entities": "names",
    "article_quotes": "speakers and quotes",
    "article_timeline": "times",
    "article_claims": "claims",
}


def run(
    nlp: Language, doc: Doc, names: Iterable[str] = FINDS, checkpoint: Checkpoint = lambda share: None
) -> Doc:
    """Run some components over a parsed Doc; what one of them fails to find counts as not there for the next.

    Args:
        checkpoint: told after each the share of them that have run; what it raises goes through.
    """
    names = tuple(names)
    for done, name in enumerate(names, 1):
        doc._.article_failures = [each for each in doc._.article_failures if each.lost != FINDS[name]]
        try:
            doc = nlp.get_pipe(name)(doc)
        except Exception as error:
            _record(doc, name, error)
        checkpoint(done / len(names))
    return doc


def _record(doc: Doc, name: str, error: Exception) -> None:
    for part in FINDS[name]:
        setattr(doc._, f"article_{part}", [])
    notice = _notice(_IN_WORDS[name], error, mistakes.keep(error, f"{name} of {_described(doc)}"))
    doc._.article_failures = [*doc._.article_failures, Failure(FINDS[name], notice)]


def _notice(things: str, error: Exception, log: str | None) -> str:
    where = f"; {log} says where" if log else ""
    return f"The {things} could not be found: a mistake in reader itself ({type(error).__name__}){where}"


def _described(doc: Doc) -> str:
    """Which text it was, by its source and its hash: enough to find it again, nothing of what it says."""
    article = doc._.article
    return "a text" if article is None else f"{article.source or 'a text'}, SHA-256 {article.sha256}"
