"""The one place where characters that a terminal would obey are made harmless.

Article text may hold anything. Three functions, for three places:

* :func:`clean` when a source is read, before the text is frozen;
* :func:`display` for text whose offsets must hold: one visible code point for each harmful one;
* :func:`visible` for names, titles, notices and error messages: one line, harmless.
"""

import re

_REMOVED = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x00AD])  # zero width, soft hyphen: nothing to see
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"


def _harmful() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
    table[0x7F] = "\u2421"
    table[0x09] = " "
    hidden = [
        range(0x80, 0xA0),  # C1
        [0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF],  # direction, zero width, breaks
        range(0x202A, 0x202F),
        range(0x2061, 0x2070),
        range(0xD800, 0xE000),  # lone surrogates
        range(0xFFF9, 0xFFFC),
        range(0xE0000, 0xE0080),  # tags
    ]
    for codes in hidden:
        table.update(dict.fromkeys(codes, _REPLACEMENT))
    return table


_HARMFUL = _harmful()
_ANY_HARMFUL = re.compile("[" + "".join(re.escape(chr(code)) for code in _HARMFUL) + "]")
_STACKED = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def display(text: str) -> str:
    """``text`` with each harmful code point replaced by one visible one, so that offsets hold."""
    if not _ANY_HARMFUL.search(text):
        return text
    return text.translate(_HARMFUL)


def clean(text: str) -> str:
    """``text`` ready to be frozen: line ends are ``\\n``, nothing invisible or harmful is left."""
    text = _LINE_ENDS.sub("\n", text).translate(_REMOVED)
    return _STACKED.sub(r"\1", display(text))


def visible(text: object) -> str:
    """Any value as one harmless line, for titles, file names, notices and error messages."""
    return re.sub(r"\s+", " ", clean(str(text))).strip()
