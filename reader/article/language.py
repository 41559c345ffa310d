"""Whether an article is in English, of which alone anything is understood: told by its own words, else by what is stated."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from reader import plain_yaml
from reader.article.model import Article
from reader.late import late

_SAMPLE = 6000  # characters that are looked at, from the beginning
_WORD = late(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FEWEST = 30  # words that tell a language
_ENGLISH = (
    0.2  # of all words are small English ones in nearly any English text; in lists of results fewer are
)
_OTHER = 0.14  # of all words are small ones of another language where the text is in it
_LATIN = late(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = late(r"[^\W\d_]")
_OTHER_LETTERS = 0.5  # share of the letters
# Surely English, without a look at the word lists: most texts never need them.
_SURE = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "is",
        "that",
        "for",
        "on",
        "with",
        "by",
        "at",
        "it",
        "said",
        "from",
        "his",
        "are",
        "have",
        "has",
        "were",
        "was",
        "in",
        "a",
    ]
)

_LEFT = (
    "the text is in {}, and only English is understood: nothing was looked for in it; r on the screen or "
    "--any-language reads it all the same"
)
_READ = "the text is in {}, and only English is understood: what was found in it is hardly right"


def told(article: Article, any_language: bool = False) -> Article:
    """The article, with a notice where it is not in English, and ``foreign`` unless it is to be read all the same."""
    language = foreign_language(article.text, article.language)
    if language is None:
        return article
    notice = (_READ if any_language else _LEFT).format(language)
    return replace(article, foreign=not any_language).noticing(notice)


def foreign_language(text: str, stated: str | None = None) -> str | None:
    """What the language of a text is called, None where that is English or nobody can tell.

    Args:
        stated: the code that the source gives; it counts where the text does not tell.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample.replace("’", "'"))]
    if len(words) >= _FEWEST and _share(words, _SURE) >= _ENGLISH:
        return None
    if _is_in_other_letters(sample):
        return _name(stated, "en") or "another script than the Latin one"
    if len(words) < _FEWEST:
        return _name(stated, "en")
    shares = {code: _share(words, small) for code, small in _small_words().items()}
    english = shares.pop("english")
    code = max(shares, key=shares.__getitem__)
    if shares[code] >= _OTHER and shares[code] > english:
        return _name(code, "en")
    return None if english >= _ENGLISH else _name(stated, "en")


def _share(words: Sequence[str], small: frozenset[str]) -> float:
    return sum(word in small for word in words) / len(words)


def _is_in_other_letters(sample: str) -> bool:
    letters = len(_LETTER.findall(sample))
    return letters >= _FEWEST and len(_LATIN.findall(sample)) < (1 - _OTHER_LETTERS) * letters


@cache
def _lexicon() -> Mapping[str, Any]:
    lexicon: Mapping[str, Any] = plain_yaml.load(Path(__file__).parent / "lexicon" / "languages.yaml")
    return lexicon


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in _lexicon().items() if code != "names"}


def _name(code: str | None, understood: str) -> str | None:
    """What a language is called for people; None for the one that is understood, and for none."""
    short = re.split(r"[-_]", (code or "").strip().lower())[0]
    if not short or short in {understood, "english", "und", "mul"}:
        return None
    names = {entry["code"]: entry["name"] for entry in _lexicon()["names"]}
    return str(names.get(short, f"another language ({code})"))
