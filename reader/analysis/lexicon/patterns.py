"""Word lists as regular expressions, and the words that one of them has found as the list has them."""

from collections.abc import Iterable

from reader.analysis.lexicon import trie, words


def alternatives(words: Iterable[str]) -> str:
    """A group that matches the longest of the words; a space in one matches any run of white space.

    Of no words it matches nowhere.
    """
    return f"(?:{trie.pattern(words)})"


def bounded(words: Iterable[str]) -> str:
    """The same, for words that must not run on into others: "in" is not found in "inch"."""
    return rf"(?<!\w){alternatives(words)}(?!\w)"


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def one_of(name: str, *keys: str) -> str:
    """A group that matches the longest of the words of some lists of a file: ``one_of("bare_numbers", "hedges")``."""
    return alternatives(word for key in keys for word in words(name, key))
