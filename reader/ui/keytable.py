"""All keys as a Markdown page, for the documentation: ``python -m reader.ui.keytable > docs/keys.md``."""

from collections.abc import Iterable
from itertools import groupby

from reader.ui.bindings import IN_PANELS, MARKS, READING, SELECTING

_HEAD = """# Keys

Every key can be given to another action in the settings file, by the name in the last column; see
[Settings and themes](settings.md). `?` shows this list in the app, and `ctrl+p` finds every action by
its name. What a key does, the mouse does too: click a highlight, a row, a heading, a tab.
"""
_NAMES = {"left_square_bracket": "[", "right_square_bracket": "]", "slash": "/", "question_mark": "?"} | {
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "apostrophe": "'",
    "dollar_sign": "$",
    "asterisk": "*",
}


def page() -> str:
    """The page, which a test holds against the file in docs/."""
    parts = [_HEAD]
    for group, keys in groupby(READING, key=lambda key: key.group):
        parts.append(_table(group, (_row(key.keys, key.says, key.id) for key in keys)))
    inside = (_row(each.keys, each.says, each.id) for each in IN_PANELS)
    parts.append(_table("Inside a panel", inside))
    words = (_row(each.keys, each.says, each.id) for each in SELECTING)
    parts.append(_table("While selecting words", words))
    marks = (_row(each.keys, each.says, each.id) for each in MARKS)
    parts.append(_table("Among bookmarks and notes", marks))
    return "\n".join(parts)


def _table(title: str, rows: Iterable[str]) -> str:
    return "\n".join([f"## {title}\n", "| key | what it does | name |", "|---|---|---|", *rows]) + "\n"


def _row(keys: str, says: str, id: str) -> str:
    pressed = " ".join(f"`{_NAMES.get(each, each)}`" for each in keys.split(","))
    return f"| {pressed} | {says} | `{id}` |"


if __name__ == "__main__":
    print(page(), end="")
