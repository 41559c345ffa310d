"""Text that was decoded with the wrong charset once, before it came here ("donâ€™t" for "don’t")."""

from reader.late import late

_SIGNS = late("â€[œ\x9d™˜“”\u009d¦]|Ã[\x80-\xbf¶¼¤©¨±³œŸ]|Â[\xa0£°»«]")
_OPENERS = ("â€", "Ã", "Â")  # which a look for a word finds much faster than one for a pattern
_SAMPLE = 200_000  # characters
OFFER = "the text seems to have been through a wrong charset (“â€™” for “’”); --fix-encoding repairs that"
REPAIRED = "text that had been through a wrong charset was repaired"


def seems_garbled(text: str) -> bool:
    """Whether the tell-tale sequences are in it more than once."""
    if text.isascii():
        return False
    head = text[:_SAMPLE]
    return any(opener in head for opener in _OPENERS) and len(_SIGNS.findall(head)) > 1


def repaired(text: str) -> str:
    """``text`` with what had been through a wrong charset put right, line by line; nothing else changes."""
    import ftfy

    return "".join(
        line if line.isascii() else ftfy.fix_encoding(line) for line in text.splitlines(keepends=True)
    )
