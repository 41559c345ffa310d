"""What an article takes back: "An earlier version of this article said ..." states nothing as fact."""

import re
from functools import cache

from reader.analysis import lexicon
from reader.analysis.lexicon.patterns import alternatives

_INSTEAD = re.compile(r",\s+(?:and\s+)?not\s|\s(?:rather\s+than|instead\s+of)\s", re.IGNORECASE)

_OWNERS = ("this", "our")  # no note is without one of them


def retracted(sentence: str) -> tuple[int, int] | None:
    """Where in a sentence stands what is taken back: up to a semicolon, or after ", not" before such words."""
    note = _note().search(sentence) if any(word in sentence.lower() for word in _OWNERS) else None
    if note is None:
        return None
    if (instead := _INSTEAD.search(sentence, 0, note.start())) is not None:
        return instead.start(), note.end()
    end = sentence.find(";", note.end())
    return note.start(), len(sentence) if end < 0 else end


def is_own_version(words: str) -> bool:
    """Whether these words name the article itself as it was."""
    return _note().search(words) is not None


@cache
def own_words() -> frozenset[str]:
    """The nouns that may head such a name."""
    return frozenset({"version", *lexicon.words("corrections", "pieces")})


@cache
def _note() -> re.Pattern[str]:
    words = {name: alternatives(forms) for name, forms in lexicon.load("corrections").items()}
    pieces = rf"{alternatives(_OWNERS)}\s+{words['pieces']}"
    version = rf"\b(?:an?|the|our)\s+{words['versions']}\s+versions?\s+of\s+{pieces}\b"
    return re.compile(rf"{version}|\b{pieces}\s+(?:had\s+)?{words['once']}\b", re.IGNORECASE)
