"""Builds the spaCy pipeline and runs it: Article in, Reading out."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import blocks, confidence, extensions, rules, supply, walls
from reader.analysis.claims import component as _claims
from reader.analysis.defaults import DEFAULT_MODEL
from reader.analysis.entities import component as _entities
from reader.analysis.long import Checkpoint, is_long, read_in_pieces
from reader.analysis.model import Reading
from reader.analysis.quotes import component as _quotes
from reader.analysis.timeline import component as _timeline
from reader.analysis.tokenising import doc_of
from reader.article import Article

COMPONENTS = tuple(walls.FINDS)
MODEL_SHARE = 0.9  # of the time that a long text takes; the components take the rest
# What has to be made again when the publication day changes.
DATED = ("article_timeline",)
# Importing them registers the factories, for a checkout that was never installed.
REGISTERED = (blocks, _entities, _quotes, _timeline, _claims)


class ModelError(Exception):
    """The pipeline that was asked for cannot be used; the text says what to do."""


def load(model: str = DEFAULT_MODEL) -> Language:
    """The model with the four components on top.

    Raises:
        ModelError: there is no such model, it has no parser or no English, or it is the default one and altered.
    """
    try:
        nlp = spacy.load(supply.default_model() or model) if model == DEFAULT_MODEL else spacy.load(model)
    except supply.AlteredError as error:
        raise ModelError(str(error)) from error
    except OSError as error:
        raise ModelError(f"no spaCy pipeline called {model!r} is installed; try {DEFAULT_MODEL}") from error
    except (
        Exception
    ) as error:  # a package that is no pipeline, or one of another spaCy: any code may run here
        raise ModelError(f"{model!r} cannot be loaded as a spaCy pipeline; try {DEFAULT_MODEL}") from error
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names or nlp.lang != "en":
        raise ModelError(f"{model!r} is not an English pipeline with a parser and names; try {DEFAULT_MODEL}")
    nlp.add_pipe("article_blocks", before="parser")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """The article as a Doc that has not been analysed yet."""
    doc = doc_of(nlp, article.model_text)
    doc._.article, doc._.published = article, article.published
    return doc


def analysed(nlp: Language, article: Article, checkpoint: Checkpoint = lambda share: None) -> Doc:
    """The article as a Doc with everything found in it; ``checkpoint`` is told how far that is."""
    if not is_long(article):
        doc = walls.run(nlp, nlp(prepare(nlp, article), disable=COMPONENTS))
        checkpoint(1.0)
        return doc
    doc = read_in_pieces(nlp, article, COMPONENTS, lambda share: checkpoint(MODEL_SHARE * share))
    return walls.run(nlp, doc, checkpoint=lambda share: checkpoint(MODEL_SHARE + (1 - MODEL_SHARE) * share))


def collect(doc: Doc) -> Reading:
    """The Reading that the components left on the Doc."""
    found = {name: tuple(getattr(doc._, f"article_{name}")) for name in extensions.RESULTS}
    named = {name for items in found.values() for item in items for name in getattr(item, "why", ())}
    return confidence.rated(doc, Reading(**found, rules=rules.lines(named)))


def analyse(nlp: Language, article: Article) -> Reading:
    """Everything the pipeline finds in one article; nothing in one that is ``foreign``."""
    if article.foreign:
        return Reading()
    return collect(analysed(nlp, article))


def analyse_many(nlp: Language, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Reading]:
    """A Reading for each article, in order."""
    for alone, run in groupby(articles, key=lambda article: article.foreign or is_long(article)):
        if alone:
            yield from (analyse(nlp, article) for article in run)
        else:
            docs = (prepare(nlp, article) for article in run)
            parsed = nlp.pipe(docs, batch_size=batch_size, disable=COMPONENTS)
            yield from (collect(walls.run(nlp, doc)) for doc in parsed)
