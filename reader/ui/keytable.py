"""All keys as a Markdown page, for the documentation: ``python -m reader.ui.keytable > docs/keys.md``."""

from itertools import groupby

from reader.ui.bindings import READING, Key

_HEAD = """# Keys

Every key can be given to another action in the settings file, by the name in the last column; see
[Settings and themes](settings.md). `?` shows this list in the app, and `ctrl+p` finds every action by
its name. What a key does, the mouse does too: click a highlight, a row, a heading, a tab.
"""
_NAMES = {"left_square_bracket": "[", "right_square_bracket": "]", "slash": "/", "question_mark": "?"} | {
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "apostrophe": "'",
}


def page() -> str:
    """The page, which a test holds against the file in docs/."""
    parts = [_HEAD]
    for group, keys in groupby(READING, key=lambda key: key.group):
        rows = [f"| {_pressed(key)} | {key.says} | `{key.id}` |" for key in keys]
        parts.append(
            "\n".join([f"## {group}\n", "| key | what it does | name |", "|---|---|---|", *rows]) + "\n"
        )
    return "\n".join(parts)


def _pressed(key: Key) -> str:
    return " ".join(f"`{_NAMES.get(each, each)}`" for each in key.keys.split(","))


if __name__ == "__main__":
    print(page(), end="")
