"""Source -> Article: a path, an address or a stream becomes frozen text with its blocks and metadata."""

from reader.article.errors import ArticleError
from reader.article.model import Article, Block, BlockKind
from reader.article.opener import open_article, open_each, open_one
from reader.article.options import Options

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "BlockKind",
    "Options",
    "open_article",
    "open_each",
    "open_one",
]
