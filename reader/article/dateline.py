"""The dateline that opens a report ("LEEDS, England, 12 March 2026 (Newswire) — "): its places and its day.

The shape is a pattern; what only looks like one is told by the lists in lexicon/datelines.yaml.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader import plain_yaml
from reader.article.frontmatter import find_date
from reader.article.model import Block
from reader.late import late

_AMONG = 3  # paragraphs in which it may open one
_LONGEST = 160  # characters
_SHORTEST = 3  # letters of a place that has nothing but its capitals and a dash to be known by
_GOES_ON = 30  # characters of the sentence after a place that is not in capitals
_DASHES, _PIECES = 3, 3  # places where it may end; names with commas between them
_LONGEST_NAME = 4  # words of a place that nothing else is known of
_ABBREVIATED = 3  # characters of "St."

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?"
_DAY = late(
    rf"\b(?:(?:{_WEEKDAY},? )?(?:{_MONTH} \d\d?(?:[a-z]{{2}})?|\d\d?(?:[a-z]{{2}})? {_MONTH})(?:,? \d{{4}})?"
    rf"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{4}}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{{2,4}})(?!\w)",
    re.I,
)
_AGENCY = late(r"\([A-Za-zÀ-ÿ][^()\d]*\)|/ ?[A-Za-z][^/()\d]+ ?/$")
_WORD = r"(?:[A-ZÀ-Þ]['’])?[A-ZÀ-Þ](?:[\w'’-]+\.?|[A-Z.]*\.)"
_NAME = late(
    rf"{_WORD}(?: (?:(?:d[aeo]l?|del?la|di|l[ae]s?|el|los|the|of|on|upon|am|sur|e[ns]|al) )?{_WORD}){{0,3}}"
)
_BETWEEN = late(r" ?/ ?| and | & ")
_ENDING = late(r" (?:-{1,3}|[–—―_])(?: |\Z| ?(?=[A-Z“\"]))|(?:--(?!\()|[—―]) ?|[-–_] |: ")
_OPENS_SENTENCE = late(r"[\"“'‘«„(\[]?[A-ZÀ-Þ\d$£€]|\Z")
# "Berlin The ruling ...": a place with nothing but a space between it and the sentence.
_NEVER_BARE = "When|If|As|Is|But|And|Or|For|While|Because|Since|So|Yet|Like|Unlike|Than|That|With|Not|Only"
_STARTS = "The|A|An|This|These|It|He|She|They|After|On|In|At"
_BARE = late(rf"(?!(?:{_NEVER_BARE})\b)([A-ZÀ-Þ][a-zß-ÿ]{{3,14}}) ((?:{_STARTS}) [a-zß-ÿ])")


class Dateline(NamedTuple):
    """What opens a paragraph.

    Args:
        end: where its first sentence begins.
        places: spans of the places in it, without the countries and states they lie in.
        day: the whole date that it gives.
    """

    end: int
    places: tuple[tuple[int, int], ...] = ()
    day: date | None = None


class _Head(NamedTuple):
    """The parts of what stands before the dash."""

    names: list[str]
    regions: list[str]
    day: str | None
    agency: str | None


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The lexicon; read only once an opening has the shape."""
    lexicon = plain_yaml.load(Path(__file__).parent / "lexicon" / "datelines.yaml")
    return {
        name: frozenset(word.casefold() for line in lines for word in str(line).split(", "))
        for name, lines in lexicon.items()
        if isinstance(lines, list)
    }


def dateline_of(text: str, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Span of the dateline that opens one of the first paragraphs ("BERLIN, Jan 7 - "), if any."""
    paragraphs = (block for block in islice(blocks, 4 * _AMONG) if block.kind == "paragraph")
    for at, block in enumerate(islice(paragraphs, _AMONG)):
        found = read(text[block.start : block.end], bare=at == 0)
        if found:
            return block.start, block.start + found.end
    return None


def is_known_place(name: str) -> bool:
    """Whether it is one of the cities of which reports are written, a country or a state."""
    return name.casefold() in _lists()["cities"] | _lists()["regions"]


def places_in(text: str, start: int) -> list[tuple[int, int]]:
    """Spans of the places that the dateline at ``start`` of an article's text names."""
    found = read(text[start : start + _LONGEST])
    return [(start + begin, start + end) for begin, end in found.places] if found else []


def read(paragraph: str, *, bare: bool = True) -> Dateline | None:
    """The dateline of a paragraph.

    Args:
        bare: a place with nothing but a space after it counts too ("Berlin The ruling").
    """
    opening = paragraph[:_LONGEST].replace("\n", " ")
    for ending in islice(_ENDING.finditer(opening), _DASHES):
        head = _head(opening[: ending.start()])
        if head and _is_one(head, ending[0], opening[ending.end() :]):
            places = () if _is_agency(head.names[:1]) else tuple(_spans(opening, head.names))
            return Dateline(ending.end(), places, find_date(head.day or ""))
    alone = _BARE.match(opening) if bare else None
    return Dateline(alone.start(2), (alone.span(1),)) if alone else None


def _head(text: str) -> _Head | None:
    """The parts of what stands before the dash; None where anything else is among them."""
    if text.count("(") != text.count(")"):
        return None
    rest, day = _taken(text, _DAY)
    in_brackets = rest.startswith("(") and not _is_agency([rest])
    rest, agency = (rest, None) if in_brackets else _taken(rest, _AGENCY)
    pieces = [piece for part in rest.split(",") if (piece := _bare(part))]
    names = _BETWEEN.split(pieces[0]) if pieces else []
    misplaced = bool(names and day and _is_misplaced(text[: text.find(day)], names[0]))
    if misplaced or len(pieces) > _PIECES or not all(map(_NAME.fullmatch, [*names, *pieces[1:]])):
        return None
    return _Head(names, pieces[1:], day, agency)


def _is_misplaced(before: str, name: str) -> bool:
    """Whether a day does not follow the place, as in "Updated Thursday -": after a small letter, a comma parts them."""
    return name not in before or not (name.isupper() or before.rstrip().endswith((",", "(")))


def _taken(text: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    """What the pattern finds, cut out of the text."""
    found = pattern.search(text)
    return (text[: found.start()] + "," + text[found.end() :], found[0]) if found else (text, None)


def _bare(part: str) -> str:
    """A name without what stands around it; the dot of "N.Y." is its own, that of "LEEDS." is not."""
    part = part.strip(" ()-")
    return part.removesuffix(".") if part.count(".") == 1 and len(part) > _ABBREVIATED else part


def _spans(text: str, names: list[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for name in names:
        at = text.index(name, at)
        yield at, at + len(name)


def _is_one(head: _Head, ending: str, rest: str) -> bool:
    """Whether what has the parts of a dateline is one."""
    if not head.names:
        return head.agency is not None and (head.day is not None or _is_agency([head.agency]))
    if any(name.casefold() in _lists()["never"] for name in head.names):
        return False
    capitals = all(name.isupper() or name.startswith("Mc") for name in head.names)
    signed = head.agency is not None and (capitals or _is_agency([head.agency]))
    opens = _OPENS_SENTENCE.match(rest) is not None
    if head.day or signed:
        return opens or capitals
    return opens and not (head.agency or _is_agency(head.names)) and _is_known(head, capitals, ending, rest)


def _is_known(head: _Head, capitals: bool, ending: str, rest: str) -> bool:
    """Whether places without a day and an agency are believed: in capitals, or because they are on a list."""
    cities, regions = _lists()["cities"], _lists()["regions"]
    listed = any(name.casefold() in cities for name in head.names)
    listed = listed or any({region.casefold(), f"{region.casefold()}."} & regions for region in head.regions)
    if ending == ": " or ending.startswith("--"):  # speakers and the dead are set in capitals too
        return listed and capitals
    if capitals:
        return listed or _may_be_places(head.names)
    return (listed or len(head.names) > 1) and len(rest) >= _GOES_ON


def _may_be_places(names: list[str]) -> bool:
    """Whether words in capitals that nobody has heard of can be a place, and are no lead-in to a paragraph."""
    words = [re.sub(r"['’]S$", "", word).casefold() for name in names for word in name.split()]
    short = min(sum(map(str.isalpha, name)) for name in names) < _SHORTEST
    return not (
        short
        or words[0] == "the"
        or len(words) > _LONGEST_NAME * len(names)
        or _lists()["never_words"] & set(words)
    )


def _is_agency(names: list[str]) -> bool:
    """Whether the first name, in brackets or not, is one that signs datelines."""
    name = "".join(names[:1]).strip("()/ ").casefold()
    return name in _lists()["agencies"] or bool(_lists()["agency_words"] & set(name.split()))
