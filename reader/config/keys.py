"""Names of keys, and the keys of actions: checked before the app believes them."""

import string
import unicodedata
from collections.abc import Iterator, Mapping

MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
NAMED = {
    *(
        "escape",
        "enter",
        "tab",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
    ),
    *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
    *("slash", "backslash", "minus", "plus", "underscore", "at", "circumflex_accent", "pound"),
}
# What Textual calls some characters, where that is not their Unicode name.
CALLED = {
    "/": "slash",
    "\\": "backslash",
    "-": "minus",
    "+": "plus",
    "_": "underscore",
    "@": "at",
    " ": "space",
}

IN_EVERY_LIST = {"list.down", "list.up", "list.first", "list.last"}
"""What moves through the rows of dialogs too; the other keys of lists are those of the panels."""


def normal(key: str) -> str:
    """A key as Textual names it: "?" is "question_mark", "Ctrl+D" is "ctrl+d"."""
    key = key.strip() or key[:1]
    if len(key) == 1:
        return key if key.isalnum() else CALLED.get(key) or _unicode_name(key)
    *before, last = key.split("+")
    modifiers = [modifier.lower() for modifier in before]
    return "+".join([*modifiers, last.lower() if modifiers or len(last) > 1 else last])


def known(key: str) -> bool:
    """Whether a normal key is one that can be pressed."""
    *modifiers, last = key.split("+")
    if not set(modifiers) <= MODIFIERS:
        return False
    return (len(last) == 1 and last.isalnum()) or last in NAMED or last in PUNCTUATION or _is_character(last)


def scope(id: str) -> str:
    """Where a binding holds: lists, the bookmarks and notes among them, and selecting words."""
    place = id.partition(".")[0]
    return place if place in {"list", "marks", "select"} else "reading"


def together(one: str, other: str) -> bool:
    """Whether two bindings hold at one time: those of bookmarks and notes do with those of every list."""
    return scope(one) == scope(other) or any(
        scope(mark) == "marks" and row in IN_EVERY_LIST for mark, row in ((one, other), (other, one))
    )


def conflicts(chosen: Mapping[str, str], defaults: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of actions that want one key in one place: (a chosen one, the other, the key)."""
    effective = {**defaults, **chosen}
    for id, keys in chosen.items():
        for other, others in effective.items():
            shared = set(keys.split(",")) & set(others.split(","))
            earlier = other not in chosen or list(chosen).index(other) < list(chosen).index(id)
            if other != id and together(id, other) and shared and earlier:
                yield id, other, min(shared)


def _unicode_name(character: str) -> str:
    return unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")


PUNCTUATION = frozenset(map(normal, string.punctuation))


def _is_character(name: str) -> bool:
    try:
        unicodedata.lookup(name.replace("_", " "))
    except (KeyError, UnicodeError):  # no name, or half of a surrogate pair
        return False
    return True
