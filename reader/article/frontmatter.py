"""What a source states about itself: front matter, datelines, a line with the publication day."""

import re
from datetime import date, datetime
from typing import Any

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_FULL_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b",
    )
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def split(text: str) -> tuple[dict[str, Any], int]:
    """The front matter as a mapping of lower-case keys, and the offset at which the text goes on.

    Text that only looks like front matter (no YAML mapping inside) is left in the article.
    """
    import yaml

    match = _FENCE.match(text)
    if match is None:
        return {}, 0
    try:
        stated = yaml.safe_load(match[1])
    except yaml.YAMLError:
        return {}, 0
    if not isinstance(stated, dict):
        return {}, 0
    return {str(key).lower(): value for key, value in stated.items()}, match.end()


def as_date(value: object) -> date | None:
    """A day from what front matter or metadata gave, or None where it gives no whole day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return find_date(str(value)) if value else None


def find_date(text: str) -> date | None:
    """The first whole date (day, month and year) written in ``text``."""
    for pattern in _FULL_DATES:
        if match := pattern.search(text):
            part = match.groupdict()
            number = part.get("number")
            month = int(number) if number else _MONTHS.index(part["month"][:3].lower()) + 1
            try:
                return date(int(part["year"]), month, int(part["day"]))
            except ValueError:
                continue
    return None
