"""Markdown -> text and blocks: structure is kept, its syntax is not shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article.building import Builder
from reader.article.model import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token


def build(source: str) -> Builder:
    """The blocks of a Markdown document, in order."""
    from markdown_it import MarkdownIt

    builder = Builder()
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    open_blocks: list[str] = []
    for at, token in enumerate(tokens):
        if token.nesting > 0:
            open_blocks.append(token.type)
        elif token.nesting < 0:
            open_blocks.pop()
        elif token.type == "inline":
            kind, level = _kind(open_blocks, tokens[at - 1])
            builder.add(kind, plain(token.children or ()), level)
        elif token.type in {"fence", "code_block"}:
            builder.add("paragraph", token.content)
    return builder


def _kind(open_blocks: Sequence[str], opener: "Token") -> tuple[BlockKind, int]:
    if opener.type == "heading_open":
        depth = int(opener.tag[1])
        return ("headline", 0) if depth == 1 else ("subhead", depth - 1)
    if "blockquote_open" in open_blocks:
        return "blockquote", 0
    lists = sum(name in {"bullet_list_open", "ordered_list_open"} for name in open_blocks)
    return ("listitem", lists) if lists else ("paragraph", 0)


def plain(tokens: Sequence["Token"]) -> str:
    """The text of inline tokens: link texts and image descriptions, no addresses."""
    parts = []
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain(token.children or ()))
    return "".join(parts)
