"""Markdown -> text and blocks: structure is kept, its syntax is not shown."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article.building import Builder
from reader.article.effort import MOST, effort
from reader.article.model import BlockKind

AS_IT_STANDS = "there is too much Markdown in this to take apart, so its signs are shown as they stand"
if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_DEEPEST = 40  # blocks in blocks; what lies deeper is left out without a word
_ROW_PARTS = frozenset({"th_open", "td_open"})


def build(source: str) -> Builder | None:
    """The blocks of a Markdown document, in order; its first heading of the first level is the headline.

    None where it would take too long, or where what lies deepest in it would be lost.
    """
    tokens = _tokens(source) if effort(source) <= MOST else []
    if not tokens or max(token.level for token in tokens) >= _DEEPEST - 1:
        return None
    return _built(tokens)


def _tokens(source: str) -> "list[Token]":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    setattr(parser, "normalizeLink", str)  # noqa: B010  (a method, says mypy; addresses are not shown)
    parser.options["maxNesting"] = _DEEPEST
    return parser.parse(source)


def _built(tokens: Sequence["Token"]) -> Builder:
    builder = Builder()
    open_blocks: list[str] = []
    cells: list[str] = []
    for at, token in enumerate(tokens):
        if token.nesting > 0:
            open_blocks.append(token.type)
        elif token.nesting < 0:
            open_blocks.pop()
            if token.type == "tr_close":
                builder.add("listitem", " | ".join(filter(None, cells)), 1)
                cells.clear()
        elif token.type == "inline" and open_blocks[-1] in _ROW_PARTS:
            cells.append(plain(token.children or ()))
        elif token.type == "inline":
            _add_inline(builder, token, _kind(open_blocks, tokens[at - 1]))
        elif token.type in {"fence", "code_block"}:
            builder.add("paragraph", token.content)
        elif token.type == "html_block":
            _add_html(builder, token.content)
    return builder


def _add_inline(builder: Builder, token: "Token", kind: tuple[BlockKind, int]) -> None:
    """One block; a picture that stands by itself gives its description as a caption."""
    children = [child for child in token.children or () if child.type != "softbreak"]
    if kind[0] == "paragraph" and children and all(child.type == "image" for child in children):
        kind = ("caption", 0)
    if kind[0] == "headline" and any(block.kind == "headline" for block in builder.blocks):
        kind = ("subhead", 1)
    builder.add(kind[0], plain(token.children or ()), kind[1])


def _add_html(builder: Builder, markup: str) -> None:
    """The text of HTML that stands in the document."""
    if not _COMMENT.sub("", markup).strip():
        return
    from reader.article.html.markup import readied
    from reader.article.html.visible import visible_text

    shown = visible_text(readied(markup))
    for block in shown.blocks:
        builder.add(block.kind, shown.text[block.start : block.end], block.level)


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
