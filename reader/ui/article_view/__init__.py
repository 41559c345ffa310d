"""The article, drawn line by line from a virtual view, with everything found in it marked."""

from reader.ui.article_view.view import ArticleView

__all__ = ["ArticleView"]
