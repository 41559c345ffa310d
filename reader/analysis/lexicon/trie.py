"""Words as one regular expression that reads each letter once, however many words begin with it."""

import re
from collections.abc import Iterable

Node = dict[str, "Node"]
END = ""
NEVER = "(?!)"


def pattern(words: Iterable[str]) -> str:
    """A pattern of the longest of the words; a space in one matches any run of white space.

    Of no words it is one that matches nowhere.
    """
    root: Node = {}
    for word in sorted(set(words)):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = {}
    return _of(root) if root else NEVER


def _of(node: Node) -> str:
    """What may follow; the longer goes first, and it need not follow where a word ends."""
    branches = [_letter(letter) + _of(after) for letter, after in sorted(node.items()) if letter != END]
    if not branches:
        return ""
    choice = branches[0] if len(branches) == 1 and END not in node else f"(?:{'|'.join(branches)})"
    return choice + "?" if END in node else choice


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
