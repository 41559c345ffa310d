"""Read news closely: who said what, which numbers are claimed, what happened when."""

__version__ = "0.1.0"

TYPE_CHECKING = False  # typing itself may lie in the current folder, which is left out later
if TYPE_CHECKING:
    import os
    from datetime import date

    from reader.analysis.model import Reading
    from reader.article import Article

__all__ = ["__version__", "read"]


def read(
    source: "Article | os.PathLike[str] | str",
    *,
    published: "date | str | None" = None,
    model: str | None = None,
) -> "Reading":
    """Everything found in one article.

    Args:
        source: an :class:`~reader.article.Article`, a path, an http(s) address, or the text itself
            (a string with white space in it that names no file).
        published: the publication day ("2026-03-12"), against which relative dates are resolved;
            it goes before what the source states.
        model: an installed English spaCy pipeline; the default one when None.

    Raises:
        reader.article.ArticleError: the source cannot be read.
        reader.analysis.pipeline.ModelError: the model cannot be used.
        ValueError: ``published`` is no day.
    """
    from reader.api import read as read_now

    return read_now(source, published=published, model=model)
