"""Everything a browser would show of a page, block by block."""

import re
from typing import Any

from reader.article.building import Builder
from reader.article.model import BlockKind

_HIDDEN = re.compile(
    "script|style|noscript|template|svg|iframe|head|object|select|option|button|textarea|audio|video|canvas|datalist"
)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike"
    "|strong|sub|sup|t[dht]|time|u|var|wbr|img|ruby|rb|rt|rp|amp-img"
)
_KINDS: dict[str, tuple[BlockKind, int]] = {
    "h1": ("subhead", 0),  # the first is the headline
    **{f"h{depth}": ("subhead", depth - 1) for depth in range(2, 7)},
    "li": ("listitem", 1),
    "dt": ("listitem", 1),
    "dd": ("listitem", 1),
    "blockquote": ("blockquote", 0),
    "figcaption": ("caption", 0),
}


def visible_text(tree: Any) -> Builder:
    """The blocks of all that is shown; the first h1 is the headline."""
    from lxml import etree  # type: ignore[import-untyped]

    collected = _Collected()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if _is_hidden(element):
                walk.skip_subtree()
            else:
                collected.open(element)
        else:
            collected.close(element)
    collected.flush()
    return collected.builder


class _Collected:
    """Words of the block that is being read, and the kinds of the elements one is in."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._words: list[str] = []
        self._kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        self._has_headline = False

    def open(self, element: Any) -> None:
        if not _INLINE.fullmatch(element.tag):
            self.flush()
            self._kinds.append(_KINDS.get(element.tag, self._kinds[-1]))
        self._words += (" " if element.tag in {"td", "th"} else "", element.text or "")

    def close(self, element: Any) -> None:
        if not _is_hidden(element) and not _INLINE.fullmatch(element.tag):
            self.flush()
            self._kinds.pop()
        self._words.append(element.tail or "")

    def flush(self) -> None:
        """End the block; one without words is none."""
        kind, level = self._kinds[-1]
        if (kind, level) == ("subhead", 0):
            kind, level = ("subhead", 1) if self._has_headline else ("headline", 0)
            self._has_headline = self._has_headline or bool("".join(self._words).strip())
        self.builder.add(kind, "".join(self._words), level)
        self._words.clear()


def _is_hidden(element: Any) -> bool:
    if not isinstance(element.tag, str) or _HIDDEN.fullmatch(element.tag):
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style
