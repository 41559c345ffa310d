"""The numbers that a browser sets before the items of a list."""

from typing import Any

_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"}
_ROMAN |= {10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
_LETTERS = 26
_MOST = 4000  # what is written in Roman numbers


class Numbers:
    """The numbers of one list's items, in order; a list without an order has none."""

    def __init__(self, element: Any) -> None:
        self._is_ordered = element.tag == "ol" and "none" not in (element.get("style") or "")
        self._step = -1 if element.get("reversed") is not None else 1
        self._type = element.get("type") or "1"
        items = len(element.findall("li")) if self._step < 0 else 1
        self._next = _number(element.get("start"), items)

    def of(self, item: Any) -> str:
        """What stands before the next item: "7. ", or nothing."""
        if not self._is_ordered:
            return ""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        return f"{_written(number, self._type)}. "


def _number(stated: str | None, otherwise: int) -> int:
    try:
        return int(stated) if stated and len(stated) < 10 else otherwise
    except ValueError:
        return otherwise


def _written(number: int, kind: str) -> str:
    if kind in {"a", "A"} and number > 0:
        said = ""
        while number > 0:
            number, letter = divmod(number - 1, _LETTERS)
            said = chr(ord(kind) + letter) + said
        return said
    if kind in {"i", "I"} and 0 < number < _MOST:
        said = ""
        for value, sign in _ROMAN.items():
            count, number = divmod(number, value)
            said += sign * count
        return said.upper() if kind == "I" else said
    return str(number)
