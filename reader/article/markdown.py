"""Markdown -> text and blocks: structure is kept, its syntax is not shown."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.article.building import Builder, Words
from reader.article.effort import MOST, effort
from reader.article.model import BlockKind, RunKind
from reader.article.webaddress import web_address

AS_IT_STANDS = "there is too much Markdown in this to take apart, so its signs are shown as they stand"
if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_DEEPEST = 40  # blocks in blocks; what lies deeper is left out without a word
_ROW_PARTS = frozenset({"th_open", "td_open"})
_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_CALL_OUT = re.compile(r"\[!(\w{1,20})\][+-]?[ \t]*")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z]{1,6})\b[^>]*>", re.I)
_ADDRESS = re.compile(r"""\shref\s*=\s*["']?([^"'\s>]+)""", re.I)
_STRUCK = frozenset({"s", "del", "strike"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def build(source: str) -> Builder | None:
    """The blocks of a Markdown document, in order; its first heading of the first level is the headline.

    None where it would take too long, or where what lies deepest in it would be lost.
    """
    tokens = _tokens(source) if effort(source) <= MOST else []
    if not tokens or max(token.level for token in tokens) >= _DEEPEST - 1:
        return None
    return _Building(tokens).builder


def _tokens(source: str) -> "list[Token]":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    setattr(parser, "normalizeLink", str)  # noqa: B010  (a method, says mypy; addresses are shown as they are)
    parser.options["maxNesting"] = _DEEPEST
    return parser.parse(source)


class _Building:
    """Goes through the tokens of a document once."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self.builder = Builder()
        self._open: list[Token] = []
        self._row: list[str] = []
        self._rows: list[list[str]] = []
        self._heads = 0
        self._mark = ""  # what begins the next block: the number of its item, the mark of its footnote
        for at, token in enumerate(tokens):
            self._take(token, tokens[at - 1])

    def _take(self, token: "Token", before: "Token") -> None:
        if token.nesting > 0:
            self._opened(token)
        elif token.nesting < 0:
            self._open.pop()
            self._closed(token.type)
        elif token.type == "inline" and self._open[-1].type in _ROW_PARTS:
            self._row.append(plain(token.children or ()))
        elif token.type == "inline":
            self._add_inline(token, before)
        elif token.type in {"fence", "code_block"}:
            self.builder.add_lines("code", token.content)
        elif token.type == "html_block":
            _add_html(self.builder, token.content)

    def _opened(self, token: "Token") -> None:
        self._open.append(token)
        if token.type == "list_item_open":
            self._mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "footnote_open":
            self._mark = f"{_number(token)} "

    def _closed(self, kind: str) -> None:
        if kind == "tr_close":
            self._rows.append(self._row)
            self._row = []
        elif kind == "thead_close":
            self._heads = len(self._rows)
        elif kind == "table_close":
            from reader.article.tables import drawn

            self.builder.add_lines("table", drawn(self._rows, self._heads))
            self._rows, self._heads = [], 0

    def _add_inline(self, token: "Token", opener: "Token") -> None:
        """One block; a picture that stands by itself gives its description as a caption."""
        children = [child for child in token.children or () if child.type != "softbreak"]
        kind, level = self._kind(opener)
        if kind == "paragraph" and children and all(child.type == "image" for child in children):
            kind = "caption"
        if kind == "headline" and any(block.kind == "headline" for block in self.builder.blocks):
            kind, level = "subhead", 1
        words = Words()
        self._begin(words, kind)
        for said in _said(token.children or (), self._is_in("blockquote_open")):
            _write(words, said)
        self.builder.add(kind, words, level)

    def _begin(self, words: Words, kind: BlockKind) -> None:
        """The number of a list's item, or the mark of a footnote, which nothing is looked for in."""
        if kind == "footnote" and self._mark:
            words.begin("mark")
            words.add(self._mark)
            words.end()
        else:
            words.add(self._mark)
        self._mark = ""

    def _kind(self, opener: "Token") -> tuple[BlockKind, int]:
        if opener.type == "heading_open":
            depth = int(opener.tag[1])
            return ("headline", 0) if depth == 1 else ("subhead", depth - 1)
        if self._is_in("footnote_open"):
            return "footnote", 0
        if self._is_in("blockquote_open"):
            return "blockquote", 0
        lists = sum(token.type in _LISTS for token in self._open)
        return ("listitem", lists) if lists else ("paragraph", 0)

    def _is_in(self, kind: str) -> bool:
        return any(token.type == kind for token in self._open)


def _add_html(builder: Builder, markup: str) -> None:
    """The text of HTML that stands in the document."""
    if not _COMMENT.sub("", markup).strip():
        return
    from reader.article.html.markup import readied
    from reader.article.html.visible import visible_text

    shown = visible_text(readied(markup))
    for block in shown.blocks:
        builder.add(block.kind, shown.text[block.start : block.end], block.level)


def _said(tokens: Sequence["Token"], quoted: bool) -> "Iterator[Token]":
    """The inline tokens, the head of a call-out ("[!NOTE]") as a word with a line of its own."""
    for at, token in enumerate(tokens):
        head = _CALL_OUT.match(token.content) if quoted and not at and token.type == "text" else None
        if head is None:
            yield token
            continue
        yield token.copy(content=token.content[head.end() :] or f"{head[1].capitalize()}:")


def _write(words: Words, token: "Token") -> None:
    """Add what an inline token says."""
    kind = token.type
    if kind in {"text", "code_inline"}:
        words.add(token.content)
    elif kind == "softbreak":
        words.add(" ")
    elif kind == "hardbreak":
        words.line()
    elif kind == "image":
        words.add(plain(token.children or ()))
    elif kind == "footnote_ref":
        words.begin("mark")
        words.add(_number(token))
        words.end()
    elif kind == "html_inline":
        _write_tag(words, token.content)
    elif kind == "s_open":
        words.begin("struck")
    elif kind == "link_open":
        if address := web_address(str(token.attrs.get("href", ""))):
            words.begin("link", address)
    elif kind in {"s_close", "link_close"}:
        words.end_of("link" if kind == "link_close" else "struck")


def _write_tag(words: Words, tag: str) -> None:
    """What an HTML tag in a line is to the text; other tags leave their words as they are."""
    found = _TAG.match(tag)
    name = found["name"].lower() if found else ""
    if name == "br":
        words.line()
    elif found and (name in _STRUCK or name == "a"):
        stated = _ADDRESS.search(tag)
        address = web_address(stated[1]) if stated else None
        kind: RunKind = "link" if name == "a" else "struck"
        if found["end"]:
            words.end_of(kind)
        elif kind == "struck" or address:
            words.begin(kind, address if kind == "link" else None)
    elif found and name in {"sup", "sub"}:
        words.turn(None if found["end"] else _RAISED if name == "sup" else _LOWERED)


def _number(token: "Token") -> str:
    """The mark of a footnote, raised."""
    label = str(token.meta.get("label") or "")
    return (label if label.isdecimal() and label.isascii() else str(token.meta["id"] + 1)).translate(_RAISED)


def plain(tokens: Sequence["Token"]) -> str:
    """The text of inline tokens: link texts and image descriptions, no addresses."""
    words = Words()
    for token in tokens:
        _write(words, token)
    return words.text.replace("\n", " ")
