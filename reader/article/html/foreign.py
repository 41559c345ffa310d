"""What pages in other languages put before an author's name, and how they write a day."""

import re
from datetime import date

_BY = {
    "de": "von",
    "fr": "par",
    "es": "por",
    "pt": "por",
    "it": "di",
    "nl": "door",
    "sv": "av",
    "nb": "av",
    "da": "af",
}
_DAY = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\.?\s+(?:de\s+)?(\d{4})\b")


def without_by(name: str, language: str | None) -> str:
    """An author's name without the "By" of English and of the page's language."""
    words = ["by", *filter(None, [_BY.get((language or "")[:2].lower())])]
    return (
        re.sub(rf"(?i:{'|'.join(words)})\s+(?=[A-ZÀ-Þ])", "", name, count=1) if _opens(name, words) else name
    )


def _opens(name: str, words: list[str]) -> bool:
    return name.split(" ", 1)[0].lower() in words


def day_in(text: str, language: str | None) -> date | None:
    """A whole day with its month in words, as the page's language writes it."""
    match = _DAY.search(text)
    if match is None or not language:
        return None
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language[:2]).months["format"]
        names = {
            name.lower().rstrip("."): number for kind in months.values() for number, name in kind.items()
        }
        return date(int(match[3]), names[match[2].lower()], int(match[1]))
    except (UnknownLocaleError, ValueError, KeyError):
        return None
