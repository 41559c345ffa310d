"""Source -> Article: a path, an address or a stream becomes frozen text with its blocks and metadata."""

from reader.article.errors import ArticleError
from reader.article.model import Article, Block, BlockKind
from reader.article.opener import open_article, open_each

__all__ = ["Article", "ArticleError", "Block", "BlockKind", "open_article", "open_each"]
