"""Word lists as regular expressions."""

from collections.abc import Iterable

from reader.analysis.claims import trie

# Stands for a line break, which ends a paragraph: it is no white space, so no pattern runs over it.
BREAK = "¶"


def alternatives(words: Iterable[str]) -> str:
    """A group that matches the longest of the words; a space in one matches any run of white space."""
    return f"(?:{trie.pattern(words)})"


def bounded(words: Iterable[str]) -> str:
    """The same, for words that must not run on into others: "in" is not found in "inch"."""
    return rf"(?<!\w){alternatives(words)}(?!\w)"


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())
