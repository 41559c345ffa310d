"""What may be written to a terminal from a file: text that is drawn, colours and weights, row after row."""

from reader.article.sanitise import display
from reader.late import late

_COLOUR = r"[34]8;(?:2;\d{1,3};\d{1,3};\d{1,3}|5;\d{1,3})"
_WEIGHT = r"[0-79]|2[1-9]|(?:[34]|9|10)[0-79]"  # and the sixteen colours; 8 would hide what follows
_LOOK = rf"(?:{_COLOUR}|{_WEIGHT})"
_LOOKS = late(rf"\x1b\[(?:{_LOOK}(?:;{_LOOK})*)?m")
_ROW = late(r"\x1b\[(\d{1,4});1H")


def is_picture(written: str, rows: int) -> bool:
    """Whether it draws that many rows from the first on, and does nothing else to a terminal."""
    text = _LOOKS.sub("", written)
    if [int(row) for row in _ROW.findall(text)] != list(range(1, rows + 1)):
        return False
    text = _ROW.sub("", text)
    return "\n" not in text and display(text) == text
