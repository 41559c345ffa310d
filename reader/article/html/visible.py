"""Everything a browser would show of a page, block by block, in one pass over its markup.

No tree is built: it is the way for pages that are too much for one, too.
"""

import html
import re

from reader.article.building import Builder
from reader.article.html.elements import (
    BLANK_LINE,
    INLINE,
    KINDS,
    NEXT_ENDS,
    TAG,
    UNREAD,
    UNSEEN,
    VOID,
    Open,
    hides,
)
from reader.article.html.raised import raised_or_lowered

_OPENS_QUOTATION = re.compile(r"\s*[\"“‘„«']")
_LISTS = frozenset({"ul", "ol", "dl"})  # where they end, so do the items in them


def visible_text(markup: str) -> Builder:
    """The blocks of all that is shown; the first h1 is the headline."""
    shown, at = _Shown(), 0
    while at < len(markup):
        tag = TAG.search(markup, at)
        shown.text(markup[at : tag.start() if tag else len(markup)])
        at = shown.tag(markup, tag) if tag else len(markup)
    shown.flush()
    return shown.builder


class _Shown:
    """Words of the block that is being read, and the elements one is in that bear on it."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._words: list[str] = []
        self._open = Open()  # of those that say of what kind a block is, and <pre>
        self._hidden: list[str] = []  # the element that hides, as often as its name is open
        self._is_quoted: list[bool] = []  # of each <q>, whether it got marks
        self._has_headline = False
        self._raised = ""

    def text(self, text: str) -> None:
        """What stands between two tags."""
        if self._hidden or not text:
            return
        first, *more = BLANK_LINE.split(text) if "pre" in self._open.names[-1:] else [text]
        words = html.unescape(first)
        if self._raised and (raised := words.strip()).isdigit():
            words = raised_or_lowered(raised, self._raised)
        self._words.append(words)
        for paragraph in more:
            self.flush()
            self._words.append(html.unescape(paragraph))

    def tag(self, markup: str, tag: re.Match[str]) -> int:
        """Where to go on after a tag."""
        name, attributes = (tag["name"] or "").lower(), tag["attributes"] or ""
        if self._is_hidden(name, attributes, ends=bool(tag["ends"])) or not name:
            return tag.end()
        if name in UNREAD:
            return tag.end() if tag["ends"] else _after(markup, name, tag.end())
        if name in {"sup", "sub"}:
            self._raised = "" if tag["ends"] else name  # so that its digits are none of the number before it
        elif name == "q":
            self._words.append(self._mark(markup, tag))
        elif name in {"td", "th"}:
            self._words.append(" ")
        elif name not in INLINE:
            self._block(name, ends=bool(tag["ends"]))
        return tag.end()

    def flush(self) -> None:
        """End the block; one without words is none."""
        kind, level = self._open.kind
        if (kind, level) == ("subhead", 0):
            kind, level = ("subhead", 1) if self._has_headline else ("headline", 0)
            self._has_headline = self._has_headline or bool("".join(self._words).strip())
        self.builder.add(kind, "".join(self._words), level)
        self._words.clear()

    def _is_hidden(self, name: str, attributes: str, *, ends: bool) -> bool:
        """Whether a tag stands in what is hidden, or begins or ends that."""
        if self._hidden:
            if name == self._hidden[0] and ends:
                self._hidden.pop()
            elif name == self._hidden[0] and name not in NEXT_ENDS:
                self._hidden.append(name)
            elif name == self._hidden[0]:
                self._hidden.clear()
                return self._is_hidden(name, attributes, ends=False)
            return True
        begins = not ends and name not in VOID and (name in UNSEEN or hides(attributes))
        if begins and not (name == "svg" and attributes.endswith("/")):
            self._hidden.append(name)
        return begins

    def _block(self, name: str, *, ends: bool) -> None:
        self.flush()
        if name in KINDS or name in _LISTS or name == "pre":
            (self._open.end if ends else self._open.begin)(name)

    def _mark(self, markup: str, tag: re.Match[str]) -> str:
        """The mark that a browser sets around a quotation, where none stands there."""
        if tag["ends"]:
            return "”" if self._is_quoted and self._is_quoted.pop() else ""
        self._is_quoted.append(_OPENS_QUOTATION.match(markup, tag.end()) is None)
        return "“" if self._is_quoted[-1] else ""


def _after(markup: str, name: str, at: int) -> int:
    """Where the end tag of an element stands, the end of the page where it has none."""
    end = re.compile(rf"(?=</{name}\b)", re.I).search(markup, at)
    return end.end() if end else len(markup)
