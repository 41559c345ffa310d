"""What stands above or below the line, written so that it is no part of the number or word before it."""

import re
from typing import Any

_ABOVE = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_BELOW = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_CAN_BE_ABOVE = re.compile(r"[0-9+\-−–=()ni]+")
_CAN_BE_BELOW = re.compile(r"[0-9+\-−–=()]+")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|o|a|º|ª)\.?", re.I)
_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3}|note \d{1,3})[\])]?(?:\s*[,;–-]\s*[\[(]?\d{1,3}[\])]?)*", re.I
)
_MEASURED = re.compile(
    r"(?:^|[\s(\d/·])(?:[kcdmµμn]?m|km|mi|ft|in|yd|s|sec|mile|miles|feet|metres?|meters?)$"
)
_LONGEST = 40  # characters


def raised_or_lowered(digits: str, tag: str) -> str:
    """Digits as they stand above the line ("sup") or below it ("sub")."""
    return digits.translate(_ABOVE if tag == "sup" else _BELOW)


def is_one(element: Any) -> bool:
    """Whether it is short enough to be set apart from the words around it, and not a paragraph made small."""
    return len("".join(element.itertext()).strip()) <= _LONGEST and element.find(".//br") is None


def written(element: Any, tag: str, before: str) -> tuple[str, bool]:
    """How it is written after what stands ``before`` it, and whether it is the mark of a footnote."""
    said = " ".join("".join(element.itertext()).split())
    if not said:
        return "", False
    if tag == "sub":
        return (said.translate(_BELOW) if _CAN_BE_BELOW.fullmatch(said) else said), False
    if _ORDINAL.fullmatch(said) and before[-1:].isdigit():
        return said, False
    if said.upper() in {"TM", "(TM)"}:
        return "™", False
    if _is_mark(element, said, before):
        return (said.translate(_ABOVE) if said.isdigit() else said), True
    if _CAN_BE_ABOVE.fullmatch(said):
        return said.translate(_ABOVE), False
    if before[-1:].isdigit() or len(said) == 1:
        return f"^{said}", False
    return (f" {said}" if before[-1:].isalnum() and len(said) > 3 else said), False


def _is_mark(element: Any, said: str, before: str) -> bool:
    """Whether it points to a footnote: it leads to a place in the page, or is a number after a word or a sentence."""
    if _MARK.fullmatch(said) is None:
        return False
    links = element.findall(".//a")
    if any((link.get("href") or "").find("#") >= 0 or link.get("href") is None for link in links):
        return True
    before = before.rstrip()
    if said.isdigit() and len(said) < 3:
        last = before[-1:]
        if last.isdigit():
            return re.search(r"(?:^|\D)10$", before) is None and re.search(r"\d{4}$", before) is not None
        is_word = re.search(r"[^\W\d_]{3,}$|[.,;:!?”’\")\]]$", before) is not None
        return is_word and _MEASURED.search(before) is None
    return not said[0].isalnum() or (said.isalpha() and before[-1:] in '.,;:!?”’"')
