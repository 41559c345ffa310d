"""Source -> Article: a path, an address or a stream becomes frozen text with its blocks and metadata."""

from reader.article.model import Article, Block, BlockKind

__all__ = ["Article", "Block", "BlockKind"]
