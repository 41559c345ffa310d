"""The word lists that go with the parse rather than the grammar."""

from functools import cache

from reader.analysis import lexicon


@cache
def words(lexicon_name: str, name: str) -> frozenset[str]:
    """One list of a lexicon file: ``words("tense", "modals")``."""
    return frozenset(lexicon.load(lexicon_name)[name])
