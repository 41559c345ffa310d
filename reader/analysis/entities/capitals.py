"""Stretches in capital letters, read as if in normal case.

"STORM HITS ARVIL" becomes "Storm Hits Arvil", so that names found elsewhere in the text are found
in it. A word keeps its capitals where the rest of the text writes it so ("NATO").
"""

from collections.abc import Iterator

from reader.analysis import lexicon
from reader.analysis.entities import lists

_DASHES = frozenset({"-", "--", "_", "–", "—"})
_AFTER_DATELINE = _DASHES | {",", "(", "/", ":"}
_FEWEST = 3  # words in capitals, side by side, that make a stretch; fewer may be acronyms


def in_normal_case(texts: list[str]) -> tuple[list[str], set[int]]:
    """The words with those of all-capital stretches in normal case, and the numbers of these.

    Every word keeps its length, so that offsets hold.
    """
    stretches = (*_stretches(texts), *_openings(texts), *_places(texts))
    shouted = {number for start, end in stretches for number in range(start, end)}
    if not shouted:
        return texts, shouted
    usual = {**lists.places_in_capitals(), **_usual_forms(texts, shouted)}
    out = [_calmed(word, usual) if number in shouted else word for number, word in enumerate(texts)]
    return out, shouted


def _stretches(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Spans of words without a small letter that hold enough words in capitals."""
    start, capitals = 0, 0
    for number, word in enumerate(texts):
        if word.isupper():
            capitals += len(word) > 1
        elif word.lower() != word.upper() or "\n" in word:
            if capitals >= _FEWEST:
                yield start, number
            start, capitals = number + 1, 0
    if capitals >= _FEWEST:
        yield start, len(texts)


def datelines(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Places in capitals that open a report: "ARVIL, Norway (Wire) -", "ARVIL 2019-08-31"."""
    shouted = {number for start, end in _stretches(texts) for number in range(start, end)}
    for start, end in _openings(texts):
        if start not in shouted and _opens_report(texts[end], " ".join(texts[end + 2 : end + 3])):
            yield start, end


def _opens_report(after: str, second: str) -> bool:
    """Whether what follows words in capitals says that they are a dateline: ", Norway", "- Rain fell"."""
    if after in {",", "("}:
        return True
    return second.islower() if after in _DASHES else after[:4].isdigit() and len(after) > 3


def _openings(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Words in capitals that open a line and stand before a comma, a bracket, a colon, a number or a dash."""
    for number, word in enumerate(texts):
        if word.isupper() and len(word) > 1 and (number == 0 or "\n" in texts[number - 1]):
            end = number
            while end < len(texts) and end - number < 4 and texts[end].replace(".", "").isupper():
                end += 1
            if end < len(texts) and (texts[end] in _AFTER_DATELINE or texts[end][0].isdigit()):
                yield number, end


def _places(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Well-known places in capitals: "KENYA: 14 arrests"."""
    places = lists.places_in_capitals()
    for number, word in enumerate(texts):
        if word in places and len(word) > 3:
            yield number, number + 1


def _usual_forms(texts: list[str], shouted: set[int]) -> dict[str, str]:
    """Word in capitals -> the form with a capital in which the rest of the text has it."""
    return {
        word.upper(): word
        for number, word in enumerate(texts)
        if number not in shouted and word[:1].isupper() and len(word.upper()) == len(word)
    }


def _calmed(word: str, usual: dict[str, str]) -> str:
    if word.lower() in lexicon.words("entities_words", "function"):
        return word.lower()
    if word in usual:
        return usual[word]
    calm = word.capitalize()
    short = len(word) <= 3 and calm not in lexicon.words("given_names", "given")
    return word if short or "." in word or len(calm) != len(word) else calm
