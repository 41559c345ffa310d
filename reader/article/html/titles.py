"""The title of an article, out of what its page states in several places: without the name of the site, and the one that others bear out."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from reader.article.html.jsonld import LONGEST
from reader.article.sanitise import visible

_PARTS = re.compile(r"\s+[|–—·»•‹«:-]+\s+|\s+[|»·]|[|»·]\s+")
_BEFORE_COLON = re.compile(r"([^:|]{2,40}):\s+(?=\S)")
_CONTROL = re.compile("[\u2400-\u2426\ufffd]")  # signs of what a terminal would obey
_ENDING = re.compile(r"\.(?:com|org|net|co\.uk|ca|de|fr|io|eu|co|info|news|tv|[a-z]{2})$")
_HOME = re.compile(r"(?:https?:)?(?://[^/?#]+)?/?(?:index\.\w+|home)?/?", re.I)
_MOST = 20  # headings that are looked at
_FEWEST = 4  # words of a title that the name of a site has been cut off from
_SITE_WORDS = 4


def title_of(tree: Any, stated: Sequence[str | None], names: Iterable[str | None]) -> str | None:
    """The title of a page.

    Args:
        stated: what metadata give for it, the most trusted first.
        names: of the site, and of the author, that some write after it.
    """
    head = visible("".join(tree.xpath("//head/title[1]//text()")), LONGEST)
    of_site = [h1 for h1 in tree.xpath("//h1")[:_MOST] if _leads_home(h1)]
    heads = [text for h1 in tree.xpath("//h1")[:_MOST] if h1 not in of_site and (text := _headline(h1))]
    known = {folded for name in (*names, *map(_headline, of_site)) if name and (folded := _name(name))}
    given = [said for title in stated if title and not _CONTROL.search(said := visible(title, LONGEST))]
    bare = [without_site(title, known) for title in given]
    borne_out = (title for title in bare if _is_borne_out(title, [head, *heads]))
    if found := next(borne_out, None) or next(iter(bare), None):
        return _headline_in(found, heads, _FEWEST) or found
    if not head or (heads and _CONTROL.search(head)):
        return next(iter(heads), None)
    marked = (text for h1 in tree.xpath("//h1[@itemprop='headline']")[:_MOST] if (text := _headline(h1)))
    if headline := next(marked, None):
        return without_site(headline, known)
    heads = heads or [text for h in tree.xpath("//h2|//h3")[:_MOST] if (text := _headline(h))]
    opening = max((h1 for h1 in heads if _stands_in(h1, head)), key=_many, default=None)
    if opening is not None:
        return opening
    bare_head = _headline_in(head, heads, 2) or without_site(head, known, guess=True)
    return next((h1 for h1 in heads if _says_more(h1, bare_head)), None) or bare_head


def _many(text: str) -> int:
    return len(text.split())


def _stands_in(h1: str, head: str) -> bool:
    """Whether a title is a heading with something before or after it: the site, the part of it."""
    opens = head.startswith(h1) and _PARTS.match(head, len(h1)) is not None
    closes = head.endswith(h1) and any(parts.end() == len(head) - len(h1) for parts in _PARTS.finditer(head))
    return opens or closes


def _says_more(h1: str, title: str) -> bool:
    """Whether a heading says all that a title says, the site left out, and a word or two more."""
    short = _PARTS.split(title, maxsplit=1)[0]
    words, more = _folded(short).split(), _folded(h1).split()
    return len(words) > 1 and set(words) <= set(more) and len(more) <= 2 * len(words) + 2


def without_site(title: str, names: set[str], *, guess: bool = False) -> str:
    """A title without the name of the site before or after it.

    Args:
        names: of the site, made alike by :func:`_name`.
        guess: whether few words after a sign that parts are taken for a name that is not known.
    """
    begins = _BEFORE_COLON.match(title)
    if begins and _name(begins[1]) in names:
        return title[begins.end() :].strip()
    parts = list(_PARTS.finditer(title))
    if not parts:
        return title
    first, last = title[: parts[0].start()].strip(), title[parts[-1].end() :].strip()
    before = title[: parts[-1].start()].strip()
    if _name(last) in names:
        return without_site(before, names)
    if _name(first) in names and len(parts) == 1:
        return title[parts[0].end() :].strip()
    is_few = len(last.split()) <= _SITE_WORDS and len(before.split()) >= _FEWEST
    if not guess or not is_few or parts[-1][0].strip() == ":":
        return title
    return without_site(
        before, names, guess=parts[-1][0].strip() == "|"
    )  # before it the part of the site, perhaps


def _headline_in(title: str, heads: Sequence[str], fewest: int) -> str | None:
    """The headline of the page that a title only adds something to: the site, the part of it, a kicker."""
    words = f" {_folded(title)} "
    found = [
        head
        for head in heads
        if len(head.split()) >= fewest and f" {_folded(head)} " in words and _folded(head)
    ]
    return min(found, key=lambda head: words.find(f" {_folded(head)} "), default=None)


def _is_borne_out(title: str, others: Sequence[str]) -> bool:
    """Whether the page says it in another place too, perhaps with more after it."""
    words = _folded(title)
    return any(f"{_folded(other)} ".startswith(f"{words} ") for other in others if other)


def _leads_home(h1: Any) -> bool:
    """Whether a heading is the name of the site, above every page of it: a link to its first page."""
    links = h1.xpath(".//a/@href|ancestor::a/@href")
    words = "".join(h1.itertext()).strip()
    linked = "".join("".join(a.itertext()) for a in h1.iter("a")).strip() or words
    return bool(links) and linked == words and _HOME.fullmatch(links[0].strip()) is not None


def _headline(h1: Any) -> str:
    return visible("".join(h1.itertext()), LONGEST).rstrip("¶# ")


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _name(name: str) -> str:
    """A name of a site as it is compared: small, without its ending and what is no letter."""
    small = name.casefold().strip().lstrip("@").removeprefix("www.").removeprefix("the ")
    return re.sub(r"\W+", "", _ENDING.sub("", small))
