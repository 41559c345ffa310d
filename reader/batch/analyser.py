"""What makes the Readings of a batch, in a worker: the pipeline, renewed now and then."""

from spacy.language import Language

from reader.analysis.model import Reading
from reader.analysis.pipeline import analyse_many, load
from reader.article import Article

# A pipeline never forgets a word it has seen; a new one begins with those of the model alone.
RENEW_AFTER = 20_000


class Analyser:
    """The pipeline of ``model``; called with articles, it gives their Readings in order."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._nlp: Language = load(model)
        self._read = 0

    def __call__(self, articles: list[Article]) -> list[Reading]:
        """The Reading of each article.

        Raises:
            Exception: one of them cannot be read; the caller finds out which.
        """
        if self._read >= RENEW_AFTER:
            self._nlp, self._read = load(self._model), 0
        self._read += len(articles)
        return list(analyse_many(self._nlp, articles, batch_size=len(articles)))
