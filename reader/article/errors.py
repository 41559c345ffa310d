"""What is raised when a source cannot be read as an article."""


class ArticleError(Exception):
    """One clear line that says what is wrong with the source and what to do."""
