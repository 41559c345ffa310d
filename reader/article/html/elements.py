"""Tags in markup, told without a tree: what each element is to a reader, and which are open.

Everything here takes time in proportion to the markup, however it is nested and whether or not its tags close.
"""

import re

from reader.article.model import BlockKind

# An attribute's value in quotation marks may hold a ">"; a tag that never ends takes the rest, as in a browser.
_ATTRIBUTES = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?)*+"
TAG = re.compile(
    rf"<(?P<ends>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})(?:>|\Z)|<[!?/][^>]*+(?:>|\Z)"
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
NEXT_ENDS = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option"])
"""Elements that end where the next of the same name begins."""
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "td",
        "th",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "ruby",
        "rb",
        "rt",
        "rp",
        "amp-img",
    ]
)
UNREAD = frozenset(
    [
        "script",
        "style",
        "title",
        "noscript",
        "iframe",
        "textarea",
        "noembed",
    ]
)
"""Elements in which there is no markup that a browser shows."""
UNSEEN = frozenset(["template", "svg", "object", "select", "button", "audio", "video", "canvas", "datalist"])
KINDS: dict[str, tuple[BlockKind, int]] = {
    "h1": ("subhead", 0),  # the first is the headline
    **{f"h{depth}": ("subhead", depth - 1) for depth in range(2, 7)},
    "li": ("listitem", 1),
    "dt": ("listitem", 1),
    "dd": ("listitem", 1),
    "blockquote": ("blockquote", 0),
    "figcaption": ("caption", 0),
}
BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")
_DISPLAYED_NOT = re.compile(
    r"\bstyle\s*=\s*[\"']?[^\"']*?(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I
)
_HIDDEN = re.compile(r"(?:\A|[\s\"'])hidden(?=[\s=/]|\Z)", re.I)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"?|'[^']*'?)")


def hides(attributes: str) -> bool:
    """Whether attributes say that an element is not shown."""
    if ("none" in attributes or "visibility" in attributes) and _DISPLAYED_NOT.search(attributes):
        return True
    return "hidden" in attributes and _HIDDEN.search(_VALUE.sub("", attributes)) is not None


class Open:
    """The elements that are open at a place in the markup, the innermost last."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._kinds: list[tuple[BlockKind, int]] = [("paragraph", 0)]
        self._counts: dict[str, int] = {}

    @property
    def kind(self) -> tuple[BlockKind, int]:
        """What a block is in them, and at which level."""
        return self._kinds[-1]

    def begin(self, name: str) -> None:
        """An element begins."""
        if name in NEXT_ENDS and self.names and self.names[-1] == name:
            return  # it ends the one before it
        self.names.append(name)
        self._kinds.append(KINDS.get(name, self.kind))
        self._counts[name] = self._counts.get(name, 0) + 1

    def end(self, name: str) -> None:
        """An element ends, and with it what is still open inside it; a tag that ends none is passed over."""
        while self._counts.get(name):
            last = self.names.pop()
            self._kinds.pop()
            self._counts[last] -= 1
            if last == name:
                return
