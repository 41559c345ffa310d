"""Which keys matter now, as the footer and the dialogs write them: each can be clicked."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from reader.ui.bindings import ALL, Key


class Hint(NamedTuple):
    """One key: how it is written, what it does in a word or two, and the action a click runs; "" runs none."""

    key: str
    says: str
    action: str

    @property
    def width(self) -> int:
        """Cells it takes with the space behind it."""
        return cell_len(self.key) + 1 + cell_len(self.says) + 2

    @property
    def drawn(self) -> Content:
        """The key, and the words behind it."""
        words = Content.assemble((self.key, "bold"), f" {self.says}")
        return words.stylize(Style.from_meta({"@click": self.action})) if self.action else words


_BY_ID = {key.id: key for key in ALL}
_GLYPHS = {
    "question_mark": "?",
    "slash": "/",
    "dollar_sign": "$",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "apostrophe": "'",
    "escape": "Esc",
    "space": "space",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "enter": "Enter",
    "asterisk": "*",
}


def shown(key: Key, keymap: Mapping[str, str]) -> str:
    """How the keys of a binding are written, as remapped."""
    return written(keymap[key.id]) if key.id in keymap else key.shown or written(key.keys)


def key_of(id: str, keymap: Mapping[str, str]) -> str:
    """The first key of an action, as remapped and as people write it."""
    return shown(_BY_ID[id], keymap).split(" ")[0]


def written(keys: str) -> str:
    """Textual's names of keys as people write them."""
    return " ".join(_glyph(key.strip()) for key in keys.split(","))


def hints(keymap: Mapping[str, str], *pairs: tuple[str, str]) -> list[Hint]:
    """Hints for pairs of binding id and word, as remapped; of several keys the first."""
    return [Hint(key_of(id, keymap), word, _BY_ID[id].action_on_screen) for id, word in pairs]


WAITING = (("page.down", "page"), ("search.open", "search"), ("quit", "quit"), ("help", "all keys"))
READ = (
    ("quote.next", "quotes"),
    ("claim.next", "claims"),
    ("time.next", "times"),
    ("entity.next", "names"),
    ("search.open", "search"),
    ("panels.focus", "panels"),
    ("quit", "quit"),
    ("help", "all keys"),
)
AT_ITEM = (
    ("quote.next", "quotes"),
    ("claim.next", "claims"),
    ("time.next", "times"),
    ("entity.next", "names"),
    ("copy", "copy"),
    ("copy.cited", "cite"),
    ("note", "note"),
    ("history.back", "back"),
    ("help", "all keys"),
)
AT_QUOTE = (*AT_ITEM[:4], ("filter.speaker", "this speaker"), *AT_ITEM[4:])
AT_CORRECTED = (*AT_ITEM[:4], ("correct", "correct"), ("uncorrect", "take back"), *AT_ITEM[-2:])
AT_HIT = (
    ("search.next", "next"),
    ("search.previous", "previous"),
    ("search.open", "search"),
    ("clear", "end search"),
    ("help", "all keys"),
)
FILTERED = (
    ("quote.next", "quotes"),
    ("claim.next", "claims"),
    ("filter.speaker", "everyone again"),
    ("help", "all keys"),
)
IN_PANELS = (
    ("panels.focus", "next panel"),
    ("panels.zoom", "zoom"),
    ("panels.wider", "larger"),
    ("panels.toggle", "hide"),
    ("help", "all keys"),
)
INSTEAD_OF_TEXT = (("panels.focus", "next panel"), ("panels.toggle", "text"), ("help", "all keys"))

CARET = (
    ("select.word", "word"),
    ("select.down", "row"),
    ("select.begin", "begin here"),
    ("select.leave", "leave"),
    ("help", "all keys"),
)
SELECTED = (
    ("select.word", "word"),
    ("select.down", "row"),
    ("select.turn", "other end"),
    ("copy", "copy"),
    ("note", "note"),
    ("select.leave", "give up"),
    ("help", "all keys"),
)


def _glyph(key: str) -> str:
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return _GLYPHS.get(key, key)
