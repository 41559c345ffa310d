"""Text fitted to the cells of a terminal."""

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[: max(0, width)]
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def pad(text: str, width: int, right: bool = False) -> str:
    """``text`` in exactly ``width`` cells, at the left edge or the right one."""
    text = cut(text, width)
    space = " " * (width - cell_len(text))
    return space + text if right else text + space
