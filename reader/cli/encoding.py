"""How text is written where the encoding of a stream has not every character of it.

Data and the screen are UTF-8 wherever they go. Text for people goes in the encoding of their locale, and each
character it lacks is written as the nearest they can read.
"""

import codecs
import io
from typing import TextIO

READABLE = "reader.readable"
"""The name of the error handler that writes stand-ins."""

_STAND_INS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–−·", "-"),
    **dict.fromkeys("•◦‣", "*"),
    **dict.fromkeys("▸▶→", ">"),
    **dict.fromkeys("▾▼", "v"),
    **dict.fromkeys("≈∼", "~"),
    "—": "--",
    "…": "...",
    "↑": "up",
    "↓": "down",
    "≤": "<=",
    "≥": ">=",
    "×": "x",
    "€": "EUR ",
    "£": "GBP ",
    "¥": "JPY ",
    **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"},
    **{"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D"},
    "\N{NO-BREAK SPACE}": " ",
}


def write_readably(stream: TextIO | None) -> None:
    """Have stand-ins written for what the encoding of a stream has not."""
    codecs.register_error(READABLE, _readable)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=READABLE)


def write_utf8(stream: TextIO | None) -> None:
    """Have a stream write UTF-8, whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=stream.errors)


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _stand_in(character: str) -> str:
    """The nearest in ASCII: a sign like it, a letter without its accent, else its number as Python escapes it."""
    import unicodedata

    if character in _STAND_INS:
        return _STAND_INS[character]
    nearest = unicodedata.normalize("NFKD", character).replace("⁄", "/").encode("ascii", "ignore").decode()
    if not nearest:
        return character.encode("ascii", "backslashreplace").decode()
    apart = {"<super>": "^", "<fraction>": " "}  # from the number before it
    return apart.get(unicodedata.decomposition(character).partition(" ")[0], "") + nearest
