"""A text as the grammar sees it: tokens, and one character for each."""

import re
from dataclasses import dataclass

from reader.analysis.timeline.vocabulary import Vocabulary

_HYPHENS = frozenset({"-", "–"})
# Words of three letters and more come first, for most tokens are such words.
_TOKEN = re.compile(
    r"""[^\W\d_]{3,}
      | \n+
      | \d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?![\w-])             # 2022-01-07
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])             # 7/1/2022
      | \d{1,2}\.\d{1,2}\.\d{4}(?!\w|\.\d)                  # 7.1.2022
      | \d{1,2}:\d\d(?::\d\d)?(?!\d)                        # 10:30
      | ['’]?\d0s\b | \d{3}0['’]?s\b                       # 1990s, '90s
      | (?<!\w)['’]\d\d\b                                   # '98
      | \d+(?:st|nd|rd|th)\b
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?
      | \d+\.\d+ | \d+
      | [QqHh][1-4]\b | [1-4][Qq]\b | FY\ ?['’]?\d{2,4}\b
      | [AaPp]\.[Mm]\b\.? | [AaPp][Mm]\b | B\.C\.(?:E\.)? | A\.D\.
      | o['’]clock\b
      | ['’]s\b
      | [^\W\d_]+
      | \S""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Scan:
    """Parallel lists of the tokens' offsets and words in lower case, and their characters in one string."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


def scan(text: str, vocabulary: Vocabulary) -> Scan:
    """Cut a text into tokens; phrases the lexicon knows ("boxing day") are one."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    words = [text[start:end].lower() for start, end in spans]
    _join_phrases(starts, ends, words, vocabulary)
    codes = vocabulary.codes(words)
    dash = vocabulary.code("—")
    for i, word in enumerate(words):
        if word in _HYPHENS and text[starts[i] - 1 : starts[i]] == " ":
            codes[i] = dash  # it parts, where a hyphen joins
    return Scan(starts, ends, words, "".join(codes))


def _join_phrases(starts: list[int], ends: list[int], words: list[str], vocabulary: Vocabulary) -> None:
    """Make one token of each phrase, in place, from the end so that places stay right."""
    heads = vocabulary.heads
    for i in [i for i, word in enumerate(words) if word in heads][::-1]:
        for parts in heads[words[i]]:
            if size := _reach(words, i, parts):
                ends[i : i + size] = [ends[i + size - 1]]
                starts[i : i + size] = [starts[i]]
                words[i : i + size] = [" ".join(parts)]
                break


def _reach(words: list[str], at: int, parts: tuple[str, ...]) -> int:
    """How many tokens from a place a phrase takes up, 0 if it does not stand there.

    "valentine's" is one part of the phrase but two tokens.
    """
    i = at
    for part in parts:
        whole = part
        while whole:
            if i >= len(words) or not whole.startswith(word := words[i].replace("’", "'")):
                return 0
            whole = whole[len(word) :]
            i += 1
    return i - at
