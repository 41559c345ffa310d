"""Who wrote an article, out of what a page or a line says about it: names, and nothing that runs on from them."""

import re
from functools import cache
from pathlib import Path

from reader import plain_yaml
from reader.article.sanitise import visible

LONGEST = 300  # characters of all names together
_MOST = 12  # names
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# What ends the names: a day, what was done on it, an address, a sign that parts.
_ENDS = re.compile(
    rf"\s*(?:[|•·–—/]|\s-\s|\b\d|@|https?:|\b(?:{_DAYS})\b|\b(?:{_MONTHS})\.?(?:\s+\d|,)|(?-i:\s(?:in|at|for|from)\s(?=[A-ZÀ-Þ]))"
    r"|\b(?:(?:edited|reviewed|checked|photographs?|photography|photos?|pictures?|illustrat\w+|graphics?|videos?) by"
    r"|published|posted|updated|last updated|last modified|follow(?:ing)?|share|read more|view profile|see more|contact|email|e-mail"
    r"|subscribe|comments?|min(?:ute)?s? read)\b)",
    re.I,
)
_PLACED = frozenset({"in", "at", "for", "from"})
_MONTH_ALONE = re.compile(rf"(?<=\S\s)(?:{_MONTHS})\s*$", re.I)
_BY = re.compile(
    r"\s*(?:(?:written|reported|posted|story|words|text|published|article|report|analysis|review) by\b|by\b|author:?|words:)\s*:?\s*",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&|with)\s+|,|;|\s&\s|\s\+\s|\s(?:and|with)\s)\s*", re.I)
_NAMED = re.compile(r"[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){0,5}")
_FAMILY_FIRST = re.compile(r"[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][\w'’.-]*(?: (?:de|van|von|[A-Z]\.))?")
_USER = re.compile(r"[a-z0-9]+[._\d][\w.]*|[a-z]+\d+|\w*_\w*", re.A)
_HANDLE = re.compile(r"\s*\(?@[\w.]+\)?|\s*<[^>]*>|\S+@\S+")
_AND_ALL = re.compile(r"\((?:[^()]*)\)")


def names_in(said: str) -> str | None:
    """The names of those who wrote an article, a comma between each two; None where none is named."""
    line = _HANDLE.sub("", _AND_ALL.sub("", visible(said)))
    if begins := _BY.match(line):
        line = line[begins.end() :]
    ends = (ends.start() for ends in _ENDS.finditer(line) if not _is_in_name(line, ends))
    line = line[: next(ends, None)]
    if (month := _MONTH_ALONE.search(line)) and len(line[: month.start()].split()) > 1:
        line = line[: month.start()]  # a day was cut off there; "Theresa May" is a name
    if _FAMILY_FIRST.fullmatch(line.strip()) and not _roles().search(line):
        return visible(line, LONGEST)
    names: list[str] = []
    for part in _BETWEEN.split(line):
        for name in _parted(part.strip(" .,:;")):
            if _is_name(name, first=not names):
                names.append(name)
    found = ", ".join(dict.fromkeys(names[:_MOST]))
    return visible(found, LONGEST) or None


def _is_in_name(line: str, ends: re.Match[str]) -> bool:
    """Whether "for" or "in" stands in the name of a body: "Organisation for Small Harbours"."""
    return ends[0].strip() in _PLACED and len(line[: ends.start()].split()) < 2


def _parted(name: str) -> list[str]:
    """A name, with the body that the person works for apart, and without what the person does there."""
    agency = _agencies().search(name)
    if agency and agency.start():
        return [name[: agency.start()].strip(), agency[0].strip()]
    role = _roles().search(name)
    if role and len(name[: role.start()].split()) >= 2:
        return [name[: role.start()].strip(" ,-")]
    return [name]


def _is_name(name: str, *, first: bool) -> bool:
    """Whether it may be somebody; what follows another name has to look like one."""
    if not name or _NAMED.fullmatch(name) is None or _USER.fullmatch(name):
        return False
    if name.casefold() in _words("nobody") or _roles().fullmatch(name):
        return False
    words = name.split()
    if first:
        return True
    is_body = any(
        word.casefold().strip(".") in _words("no_names") for word in words
    ) and not _agencies().fullmatch(name)
    from reader.article.dateline import is_known_place

    return (
        len(words) > 1
        and not is_body
        and not is_known_place(name)
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )


@cache
def _lexicon() -> dict[str, list[str]]:
    return dict(plain_yaml.load(Path(__file__).parent / "lexicon" / "signed.yaml"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _lexicon()[kind])


@cache
def _roles() -> re.Pattern[str]:
    """What somebody does for a paper, at the end of a name: "Games Editor", "Staff Writer"."""
    return re.compile(
        rf"(?:(?<!\S)(?:{'|'.join(_lexicon()['ranks'])}) )*(?<!\S)(?:[A-Z][a-z]+ )?(?:{'|'.join(_lexicon()['roles'])})(?: (?:at|of|for|in) .*)?$",
        re.I,
    )


@cache
def _agencies() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:for |of )?(?:the )?)(?<!\S)(?:{'|'.join(map(re.escape, _lexicon()['agencies']))})$", re.I
    )


def first_name_first(name: str) -> str:
    """A name as it is said: "Marsh, Odile" of a list of authors is Odile Marsh."""
    if _FAMILY_FIRST.fullmatch(name) is None:
        return name
    family, given = name.split(", ", 1)
    return f"{given} {family}"
