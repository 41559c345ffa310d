"""What a page says to its app, and what of that is let through."""

import json
from dataclasses import dataclass

SMALLEST, LARGEST = 1, 1000  # cells of a screen, either way
LONGEST = 1 << 20  # bytes of one message: a long passage that is pasted


@dataclass(frozen=True)
class Typed:
    """What was typed, clicked or pasted, as a terminal sends it."""

    data: bytes


@dataclass(frozen=True)
class Told:
    """What the app is told of its screen: a size, or that it has the keyboard or not."""

    meta: dict[str, str | int]


@dataclass(frozen=True)
class Asked:
    """A question whether anybody is there; ``answer`` is sent back."""

    answer: str


Message = Typed | Told | Asked


def understood(text: str) -> Message | None:
    """The message that a page sent; None for anything else that somebody may send."""
    try:
        envelope = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match envelope:
        case ["stdin", str(data)]:
            return Typed(data.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            return Told({"type": "resize", "width": clamped(width), "height": clamped(height)})
        case [("focus" | "blur") as word]:
            return Told({"type": str(word)})
        case ["ping", str(data)]:
            return Asked(json.dumps(["pong", data[:100]]))
    return None


def clamped(cells: int) -> int:
    """A width or height that an app can draw."""
    return max(SMALLEST, min(cells, LARGEST))


def size(query_value: str | None, otherwise: int) -> int:
    """A width or height out of an address."""
    value = (query_value or "").strip()
    plain = value.isascii() and value.isdigit() and len(value) < 10
    return clamped(int(value)) if plain else otherwise
