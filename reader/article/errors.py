"""What is raised when a source cannot be read as an article."""


class ArticleError(Exception):
    """One clear line that says what is wrong with the source and what to do."""


class UnreachableError(ArticleError):
    """The page could not be had now; a copy of it kept from before may serve."""


class CancelledError(ArticleError):
    """What a ``progress`` callback raises to give up a fetch."""


def missing(what: str) -> str:
    """What to do where the extra is not installed."""
    return f"this is {what}; to read it, install reader with the extra documents: pip install 'article-reader[documents]'"
