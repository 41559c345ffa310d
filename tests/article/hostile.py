"""Strings that make a terminal do something, or that hide something from the person who reads."""

import unicodedata

HOSTILE = {
    "CSI": "\x1b[31mred\x1b[2J",
    "C1 CSI": "\x9b31mred\x9b2J",
    "OSC 0 with BEL": "\x1b]0;owned\x07",
    "OSC 7 with ST": "\x1b]7;file://host/\x1b\\",
    "OSC 8": "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "OSC 52 without end": "\x1b]52;c;cm0gLXJm",
    "C1 OSC with C1 ST": "\x9d0;owned\x9c",
    "DCS": "\x1bP$q\x1b\\",
    "C1 DCS": "\x90$q\x9c",
    "APC": "\x1b_Ga=T\x1b\\",
    "PM and SOS": "\x1b^private\x1b\\\x1bXstart\x1b\\\x9eprivate\x98start\x9c",
    "reset": "\x1bc",
    "NUL and DEL": "a\x00b\x7fc",
    "CR, VT, FF, BS": "real\rfake\x0bdown\x0cpage\x08back",
    "NEL and separators": "one\x85two\u2028three\u2029four",
    "bidirectional": "\u202eevil\u202c \u2066isolate\u2069 \u200f\u061cmark",
    "zero width": "pass\u200bword\u2060\ufeff",
    "tags": "flag\U000e0067\U000e0062\U000e007f",
    "lone surrogates": "half \ud83d and \udc00",
    "combining": "Z" + "\u0301" * 50,
    "emoji": "👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f",
    "markup": "[red]not red[/] [@click=app.quit]no link[/@click] [link=http://x.example]x[/link] [/",
}

# Category Cf too, but drawn: joiners inside emoji and words, number and word signs of other scripts.
_DRAWN = {"\n", *map(chr, [0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2])}
_DRAWN |= {"\U000110bd", "\U000110cd"}
_CATEGORIES = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def obeyed(text: str) -> list[str]:
    """What in ``text`` a terminal would act on or not draw."""
    return [
        f"U+{ord(character):04X}"
        for character in text
        if character not in _DRAWN and unicodedata.category(character) in _CATEGORIES
    ]
