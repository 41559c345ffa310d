"""What a source states about itself in its front matter, and the whole dates that stand in a line of text."""

import re
from datetime import date, datetime
from typing import Any

from reader.late import late

_LONGEST = 20_000  # characters of front matter
_FENCE = late(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML_FENCE = late(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.S)
_OPENING = late(r"(?:---|\+\+\+)[ \t]*\n[ \t]*[\w-]{1,40}[ \t]*[:=](?:[ \t]|\n)")
_UNREAD = "what looks like front matter is not closed, or cannot be read: it stands in the text"
_LABELS = (  # "feed" and those after it are newsboat's
    *("title", "headline", "author", "authors", "byline", "date", "published"),
    *(
        "feed",
        "flags",
        "podcast download url",
        "source",
        "site",
        "publisher",
        "url",
        "link",
        "language",
        "lang",
    ),
)
_HEADER = late(rf"(?:(?:{'|'.join(_LABELS)})[ \t]*:[ \t]*\S.*\n){{2,12}}(?=[ \t]*\n)", re.I)
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FULL_DATES = tuple(
    late(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})(?P<parted>[-/.]?)(?P<number>\d\d)(?P=parted)(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b",
    )
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def split(text: str) -> tuple[dict[str, Any], int]:
    """The front matter as a mapping of lower-case keys, and the offset at which the text goes on.

    Front matter is YAML between lines of ---, TOML between lines of +++, or two and more lines such as
    "Author: ..." with a blank line after them. Text that only looks like it is left in the article.
    """
    head = text[:_LONGEST]
    for fence, pattern, load in (("---", _FENCE, _yaml), ("+++", _TOML_FENCE, _toml)):
        if head.startswith(fence) and (match := pattern.match(head)):
            stated = load(match[1])
            return ({}, 0) if stated is None else (stated, match.end())
    labelled = head.partition(":")[0].strip().lower() in _LABELS  # told fast, for nearly all texts
    if labelled and (match := _HEADER.match(head)):
        pairs = (line.partition(":") for line in match[0].splitlines())
        return {key.strip().lower(): value.strip() for key, _, value in pairs}, match.end()
    return {}, 0


def unread(text: str) -> tuple[str, ...]:
    """A notice where a text in which :func:`split` found none begins as front matter does."""
    return (_UNREAD,) if text.startswith(("---", "+++")) and _OPENING.match(text) else ()


def _yaml(text: str) -> dict[str, Any] | None:
    import yaml

    class Plain(yaml.SafeLoader):
        """Aliases let twenty lines stand for a billion; nobody needs them here."""

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise yaml.YAMLError("an alias")
            return super().compose_node(parent, index)

    try:
        return _lowered(yaml.load(text, Plain))
    except Exception:  # 2026-02-31 is a ValueError, and what a tag asks for raises whatever it runs into
        return None


def _toml(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return _lowered(tomllib.loads(text))
    except (
        ValueError,
        RecursionError,
    ):  # a number of thousands of digits is one that the library does not expect
        return None


def _lowered(stated: object) -> dict[str, Any] | None:
    if not isinstance(stated, dict):
        return None
    return {key.lower(): value for key, value in stated.items() if isinstance(key, str)}


def as_date(value: object) -> date | None:
    """A day from what front matter or metadata gave, or None where it gives no whole day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return find_date(value) if isinstance(value, str) else None


def find_date(text: str) -> date | None:
    """The first whole date (day, month and year) written in ``text``."""
    for pattern in _FULL_DATES if any(map(str.isdigit, text)) else ():
        if match := pattern.search(text):
            part = match.groupdict()
            number = part.get("number")
            month = int(number) if number else _MONTHS.index(part["month"][:3].lower()) + 1
            try:
                return date(int(part["year"]), month, int(part["day"]))
            except ValueError:
                continue
    return None
