"""Words as a story compares them: heads of noun phrases, stems, the lists of ``things.yaml``."""

import re
from functools import cache

from reader.analysis import lexicon

STEM = 5  # letters by which words of one family are one: "marched", "march"
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)$")  # "opening", "opened"
_OF = re.compile(r"(?:.*\s)?(\w+)\s+of\s+(.+)")


def stems(words: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(
        stem(word) for word in _WORD.findall(words.casefold()) if word not in lexicon.words("things", "small")
    )


def stem(word: str) -> str:
    """What the forms of a word have in common: "march" of "marched", "buy" of "bought"."""
    known: dict[str, str] = lexicon.load("things")["forms"]
    return _ENDING.sub("", known.get(word, word))[:STEM]


def heading(words: str | None) -> str:
    """The word that says what a noun phrase is: its last, in lower case; "" of none."""
    found = [word for word in re.findall(r"\w+", (words or "").casefold()) if word not in {"s"}]
    return found[-1] if found else ""


def singular(word: str) -> str:
    """Without the s of a plural."""
    regular = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    known: dict[str, str] = lexicon.load("things")["singulars"]
    return known.get(word, regular)


def measured(words: str | None) -> str | None:
    """What a measure is of: "vaccination" of "vaccination rate" and of "rate of vaccination"."""
    if words is None:
        return None
    found = _OF.fullmatch(words)
    if found and found[1].casefold() in lexicon.words("things", "measures"):
        return found[2]
    plain = words.split()
    while len(plain) > 1 and plain[-1].casefold() in lexicon.words("things", "measures"):
        plain.pop()
    return " ".join(plain)


def amount_of(words: str | None) -> str | None:
    """The one name of what has an amount ("Nordline's earnings": "profit"), None of any other thing."""
    return _amounts().get(heading(words))


@cache
def _amounts() -> dict[str, str]:
    return {name: names[0] for names in lexicon.load("things")["amounts"] for name in names}
