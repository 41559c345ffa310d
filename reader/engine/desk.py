"""Where articles are read: the pipeline, loaded once, and the last Doc, kept for a new publication day.

This is the only part of the engine that imports spaCy; it runs in the worker process.
"""

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import walls
from reader.analysis.long import Checkpoint
from reader.analysis.model import Reading
from reader.analysis.pipeline import DATED, analysed, collect, load
from reader.article import Article


class Desk:
    """Reads one article after another with one model."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._nlp: Language | None = None
        self._article: Article | None = None
        self._doc: Doc | None = None

    def read(self, article: Article, checkpoint: Checkpoint) -> Reading:
        """The Reading of an article.

        Raises:
            ModelError: the model cannot be used.
            BaseException: whatever ``checkpoint`` raises.
        """
        checkpoint(0.0)
        nlp = self._nlp = self._nlp or load(self._model)
        if self._doc is not None and self._same_text(article):
            self._redate(nlp, self._doc, article)
        else:
            self._article = self._doc = None  # let go of the last one before the next is made
            self._doc = analysed(nlp, article, checkpoint)
        self._article = article
        reading = collect(self._doc)
        if reading.failures:
            self._article = self._doc = None  # asked again, all of it is read again
        return reading

    def _same_text(self, article: Article) -> bool:
        last = self._article
        return last is not None and (article.text, article.blocks) == (last.text, last.blocks)

    @staticmethod
    def _redate(nlp: Language, doc: Doc, article: Article) -> None:
        """Make again only what depends on the publication day."""
        doc._.article, doc._.published = article, article.published
        walls.run(nlp, doc, DATED)
