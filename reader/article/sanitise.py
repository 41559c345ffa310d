"""The one place where characters that a terminal would obey are made harmless.

Article text may hold anything. Four functions, for four places:

* :func:`clean` when a source is read, before the text is frozen;
* :func:`display` for text whose offsets must hold: one visible code point for each harmful one;
* :func:`visible` for names, titles, notices and error messages: one line, harmless;
* :func:`escaped` for JSON and YAML, which can write such a character as an escape and lose nothing.
"""

import re
from collections.abc import Callable

from reader.late import late

_REPLACEMENT = "\ufffd"
_ASCII_DRAWN = bytes(range(0x20, 0x7F)) + b"\n"
_PIECE = 1 << 15  # characters, so that the pieces of a long text stay in the processor's cache
_LINE_ENDS = late(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Nothing to see, and common in honest text: zero width, soft hyphen, left-to-right and right-to-left mark.
_REMOVED = late("[\u200b\u200e\u200f\u2060\ufeff\u00ad]+")
# The flag of a part of a country is a black one with its letters in signs that are never seen, of which terminals draw nothing.
_FLAG = late("\U0001f3f4[\U000e0020-\U000e007f]{2,8}")


# Every code point that is obeyed or hidden rather than drawn.
_HARMFUL = late(
    "[\0-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the line end, DEL, C1
    "\xad\u061c\u180e\u200b\u200e\u200f\ufeff"  # soft hyphen, direction marks, zero width
    "\u2028-\u202e\u2060-\u206f"  # line and paragraph ends, directional embeddings, overrides and isolates
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"  # lone surrogates, annotation, tags
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"  # layout of rare scripts and music
)
_SIGNS = {"\t": " ", "\x7f": "\u2421", "\xad": "-"}
# What is drawn over the character before it: a few are writing, a tower of them spills over other rows. Unicode says
# of each character whether it combines; these ranges only leave out what surely does not and is common.
_MAY_COMBINE = (
    r"[^\w\s\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff"
    "\u3000-\u3029\u3030-\u3098\uff01-\uff60\ufffd\U0001f000-\U0001faff]"
)
_MOST_MARKS = 4  # over one character
_MAY_STACK = late(rf"{_MAY_COMBINE}{{{_MOST_MARKS + 1},}}")
_JOINERS = "\u200c\u200d"


def display(text: str) -> str:
    """``text`` with each harmful code point replaced by one visible one, so that offsets hold."""
    if _plain(text):
        return text
    text = text.replace("\r\n", " \n").replace("\t", " ")
    return _MAY_STACK.sub(lambda found: _low(found[0], _REPLACEMENT), _HARMFUL.sub(_sign, text))


def clean(text: str) -> str:
    """``text`` ready to be frozen: line ends are ``\\n``, nothing invisible or harmful is left."""
    if _plain(text):
        return text
    text = _FLAG.sub("\U0001f3f4", _REMOVED.sub("", _LINE_ENDS.sub("\n", text)))
    return display(_MAY_STACK.sub(lambda found: _low(found[0], ""), text))


def visible(value: object, longest: int | None = None) -> str:
    """Any value as one harmless line, for titles, file names, notices and error messages.

    Args:
        longest: cut what is longer than this many characters, with an ellipsis.
    """
    line = " ".join(clean(str(value)).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1].rstrip() + "…"


def escaped(text: str, escape: Callable[[str], str]) -> str:
    """``text`` with what ``escape`` makes of each harmful character, for formats with escapes of their own."""
    return text if _plain(text) else _HARMFUL.sub(lambda found: escape(found[0]), text)


def _sign(found: re.Match[str]) -> str:
    """What stands for a harmful character: its picture for C0 ("␛" for ESC), else the replacement sign."""
    character = found[0]
    known = chr(0x2400 + ord(character)) if character < " " else _REPLACEMENT
    return _SIGNS.get(character, known)


def _low(run: str, instead: str) -> str:
    """A run with no more marks on end than are writing, and ``instead`` in place of each that is left out."""
    import unicodedata

    drawn, marks = [], 0
    for character in run:
        combines = character in _JOINERS or unicodedata.category(character).startswith("M")
        marks = marks + 1 if combines else 0
        drawn.append(character if marks <= _MOST_MARKS else instead)
    return "".join(drawn)


def _plain(text: str) -> bool:
    """Whether there is surely nothing to do, told fast and without a copy of a long text."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return all(is_plain_utf8(piece.encode("utf-8", "surrogatepass")) for piece in pieces)


def is_plain_utf8(data: bytes) -> bool:
    """Whether :func:`clean` would surely leave alone the text that ``data`` is in UTF-8.

    Of most text nearly all is printable ASCII, which bytes let go of at a nanosecond each.
    """
    rare = data.translate(None, _ASCII_DRAWN).decode("utf-8", "surrogatepass").replace("\xa0", " ")
    return rare.isprintable() and (rare.isascii() or _MAY_STACK.search(rare) is None)
