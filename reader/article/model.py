"""An article as the rest of reader knows it: frozen text, its blocks, and what the source states about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, Self

from reader.late import late

BlockKind = Literal[
    "headline",
    "subhead",
    "byline",
    "paragraph",
    "listitem",
    "blockquote",
    "footnote",
    "table",
    "code",
    "caption",
    "boilerplate",
]
RunKind = Literal["link", "struck", "mark"]
PublishedFrom = Literal["option", "metadata", "address", "front matter", "dateline"]

# Shown on screen, but nothing is ever looked for in them.
SET_ASIDE: frozenset[BlockKind] = frozenset({"caption", "boilerplate", "table", "code"})
# Inside a block too there is what is shown and not read: what was struck out, and the mark of a footnote.
_NOT_READ: frozenset[RunKind] = frozenset({"struck", "mark"})
# They say what the text below them is about.
HEADINGS: frozenset[BlockKind] = frozenset({"headline", "subhead"})
_SURROGATES = late("[\ud800-\udfff]")
_PIECE = 1 << 16  # characters
_SIGNS = late(
    r"(?:[^\w\s]|_)(?:  ?(?:[^\w\s]|_)|[^\w\s]|_){63,}"
)  # a tokenizer takes one by one off such a run
_SIGNS_LEFT = 8
_BLANKS = dict.fromkeys(
    (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "
)  # that do not break, or are wide
_SIGNS_ALONE = late(r"(?<!\S)[^\w\s]+(?!\S)")


Told = date | Literal["unknown"] | None


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the article, half-open code point offsets into ``Article.text``.

    Blocks are in text order, do not overlap, and leave out the blank space between them.
    ``level`` is the depth of a subhead or list item (1 is the outermost), else 0. ``page`` is the page of a
    document it begins on, from 1, else 0. With ``lines`` its line breaks are its own, to be drawn as such
    (a table, code, a verse); without, they only wrap it. ``by`` is where the text names whose words a block
    quote is, where the source says so: in a mail message. ``told`` is the day its words are of, where that is another than
    the article's; ``"unknown"`` where the source does not give it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    page: int = 0
    lines: bool = False
    by: tuple[int, int] | None = None
    told: Told = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch inside a block that is more than plain text, half-open code point offsets into ``Article.text``.

    ``address`` is where a ``link`` leads, None where :func:`web_address` does not let it be kept. What is ``struck`` is shown struck out, and a ``mark`` points to a
    footnote: nothing is looked for in either.
    """

    kind: RunKind
    start: int
    end: int
    address: str | None = None

    def __post_init__(self) -> None:
        """As with an article's own address."""
        if self.address is not None:
            from reader.article.webaddress import web_address

            object.__setattr__(self, "address", web_address(self.address))


@dataclass(frozen=True)
class Article:
    """A text and what its source says about it. Every offset anywhere points into ``text``.

    Args:
        text: the frozen text, never re-flowed and never changed afterwards.
        blocks: its headline, sub-heads, paragraphs and so on, in text order.
        source: the path, address or "-" it came from, for people to read.
        url: its canonical address, where one is known and :func:`web_address` lets it be kept.
        published: the publication day, and ``published_from`` where that was found.
        dateline: span of a leading "BERLIN, Jan 7 -" or "Berlin The ...", when there is one.
        steps: what was done to the source before the text was frozen, in order.
        id: the id of a JSON Lines record, else None.
        notices: what the person should know about how the text was read, one line each.
        foreign: it is in another language than English: nothing is to be looked for in it.
        runs: links, what is struck out and the marks of footnotes, in text order.
    """

    text: str
    blocks: Sequence[Block] = ()
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    dateline: tuple[int, int] | None = None
    steps: tuple[str, ...] = ()
    id: str | None = None
    notices: tuple[str, ...] = field(default=(), compare=False)
    runs: tuple[Run, ...] = ()
    foreign: bool = False

    def __post_init__(self) -> None:
        """Whatever format an address was stated in, it is kept only where a browser may be given it."""
        if self.url is not None or "@" in (self.source or ""):
            from reader.article.webaddress import web_address, without_password

            object.__setattr__(self, "url", web_address(self.url))
            object.__setattr__(self, "source", self.source and without_password(self.source))

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal."""
        import hashlib  # brings in a library that takes longer than the hash

        digest = hashlib.sha256()
        for at in range(0, len(self.text), _PIECE):  # so that a long text is never there twice
            digest.update(self.text[at : at + _PIECE].encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def hashed(self, sha256: str) -> Self:
        """This article, told what :attr:`sha256` is: of the bytes it was read from it is found in a third of the time."""
        vars(self)["sha256"] = sha256
        return self

    @cached_property
    def words(self) -> int:
        """How many words the text has, boilerplate included; a dash or a bullet by itself is none."""
        return len(self.text.split()) - len(_SIGNS_ALONE.findall(self.text))

    @property
    def links(self) -> tuple[Run, ...]:
        """The links in the text that lead to another page."""
        return tuple(run for run in self.runs if run.kind == "link" and run.address)

    def noticing(self, *notices: str) -> Self:
        """This article with more to be said about it; nothing is said twice."""
        return replace(self, notices=tuple(dict.fromkeys((*self.notices, *notices))))

    @cached_property
    def model_text(self) -> str:
        """The text as the analysis reads it, of the same length, so that offsets hold.

        Line breaks inside a block and blanks of all kinds count as spaces, and what is set aside (captions, boilerplate,
        tables, code), struck out or the mark of a footnote is blanked, so that no component can find
        anything in it. Half a surrogate pair, which no model can read, counts as a sign of replacement;
        of a long run of signs without a word the first few are left.
        """
        parts, at = [], 0
        for block in self.blocks:
            parts.append(self.text[at : block.start])
            inside = self.text[block.start : block.end]
            parts.append(re.sub(r"[^\n]", " ", inside) if block.kind in SET_ASIDE else _unwrapped(inside))
            at = block.end
        parts.append(self.text[at:])
        text = self._without_what_is_not_read("".join(parts))
        return _SIGNS.sub(_shortened, _SURROGATES.sub("\ufffd", text.translate(_BLANKS)))

    def _without_what_is_not_read(self, text: str) -> str:
        hidden = [run for run in self.runs if run.kind in _NOT_READ]
        if not hidden:
            return text
        parts, at = [], 0
        for run in sorted(hidden, key=lambda run: run.start):
            parts += [text[at : run.start], " " * (run.end - max(at, run.start))]
            at = max(at, run.end)
        return "".join([*parts, text[at:]])


def _unwrapped(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _shortened(signs: re.Match[str]) -> str:
    """A run of signs with only its first ones left, the others blank."""
    return signs[0][:_SIGNS_LEFT].ljust(len(signs[0]))
