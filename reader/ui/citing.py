"""A passage with where it is from: who says it, the title, the site, the day, and an address that leads to the words."""

from __future__ import annotations

from urllib.parse import quote

from reader.article import Article
from reader.article.sanitise import visible

_WHOLE = (
    120  # characters of a passage that stand in its address whole; a longer one by how it begins and ends
)
_EDGE = 5  # words it is told by then
_MARKS = '“”"„‟«»'


def cited(article: Article, start: int, end: int, speaker: str | None, *, markdown: bool) -> str:
    """The words of a passage in quotation marks, and where they are from.

    Args:
        start: where it begins in the text; ``end`` where it ends.
        speaker: who says it, where it is all said by one.
        markdown: as Markdown, with the passage set in and the title as a link; else plain text.
    """
    passage = article.text[start:end]
    words = " ".join(passage.split())
    address = article.url and pointing(article.url, passage)
    day = f"{article.published:%-d %B %Y}" if article.published else None
    title = visible(article.title) if article.title else None
    site = visible(article.site) if article.site else None
    who = visible(speaker) if speaker else None
    if markdown:
        named = (
            f"[{_escaped(title or site or article.url or '')}]({address})"
            if address
            else title and _escaped(title)
        )
        said = [who and _escaped(who), named, site if title else None, day]
        return f"> {_escaped(words)}\n>\n> — {', '.join(part for part in said if part)}\n"
    said = [who, title and f"“{title}”", site, day]
    source = ", ".join(part for part in said if part)
    return "\n".join(
        part for part in (f"{_marked(words)} — {source}" if source else _marked(words), address) if part
    )


def pointing(url: str, passage: str) -> str:
    """An address that leads to the words of a passage (a text fragment), in browsers that know how."""
    words = passage.strip(_MARKS + " \n").split()
    if not words:
        return url
    whole = " ".join(words)
    short = len(whole) <= _WHOLE or len(words) < 2 * _EDGE
    text = (
        _percent(whole)
        if short
        else f"{_percent(' '.join(words[:_EDGE]))},{_percent(' '.join(words[-_EDGE:]))}"
    )
    page, _, fragment = url.partition("#")
    return f"{page}#{fragment.partition(':~:')[0]}:~:text={text}"


def _percent(words: str) -> str:
    """Words as they stand in a text fragment, where a hyphen means something too."""
    return quote(words, safe="").replace("-", "%2D")


def _marked(words: str) -> str:
    return words if words[:1] in _MARKS else f"“{words}”"


def _escaped(words: str) -> str:
    return "".join(f"\\{character}" if character in "\\`*_[]<>" else character for character in words)
