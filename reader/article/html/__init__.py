"""HTML -> Article. Nothing here is imported until a page is read: trafilatura and lxml take their time."""

from reader.article.html.page import parse, whole

__all__ = ["parse", "whole"]
