"""Tables of a page: which are tables and which only lay it out, and how the cells of one stand in lines."""

from typing import Any

_LONGEST_CELL = 200  # characters; what holds longer ones only lays out text
_MEAN_CELL = 60
_BLOCKS = ("table", "h1", "h2", "ul", "ol", "blockquote", "pre", "figure", "form", "article", "section")


def is_data(table: Any) -> bool:
    """Whether its cells belong together by row and column."""
    if table.get("role") in {"presentation", "none"}:
        return False
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if sum(len(row) > 1 for row in rows) < 2:
        return False
    if any(table.find(f".//{tag}") is not None for tag in _BLOCKS):
        return False
    lengths = [
        length for row in rows for cell in row if (length := len(" ".join("".join(cell.itertext()).split())))
    ]
    if len(lengths) < 3:
        return False
    most = 2 if table.find(".//th") is not None else 1
    return max(lengths) <= _LONGEST_CELL * most and sum(lengths) <= _MEAN_CELL * most * len(lengths)


def drawn(table: Any) -> tuple[str, int]:
    """The table in lines, its columns below one another, and how many of its characters lead elsewhere."""
    from reader.article.tables import drawn as draw

    rows, heads, linked = [], 0, 0
    spans: dict[int, int] = {}  # of columns in which a cell from above goes on, how many rows it still takes
    for number, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        cells_of = [cell for cell in row if cell.tag in {"td", "th"}]
        for cell in cells_of:
            _skip(cells, spans)
            said = _said(cell)
            linked += sum(len("".join(link.itertext()).strip()) for link in cell.iter("a"))
            width = _span(cell, "colspan")
            if (height := _span(cell, "rowspan")) > 1:
                spans.update({len(cells) + at: height - 1 for at in range(width)})
            cells += [said, *[""] * (width - 1)]
        _skip(cells, spans)
        if any(cells):
            rows.append(cells)
            if number == heads and cells_of and all(cell.tag == "th" for cell in cells_of):
                heads += 1
    return draw(rows, heads), linked


def _said(cell: Any) -> str:
    from reader.article.html import raised

    parts: list[str] = []
    _gather(cell, parts, raised)
    return " ".join("".join(parts).split())


def _gather(element: Any, parts: list[str], raised: Any) -> None:
    parts.append(element.text or "")
    for child in element:
        tag = child.tag
        if tag in {"sup", "sub"} and raised.is_one(child):
            parts.append(raised.written(child, tag, "".join(parts[-3:]))[0])
        elif isinstance(tag, str) and tag not in {"style", "script", "button", "select", "noscript"}:
            if tag in {"br", "p", "div", "li"}:
                parts.append(" ")
            if tag == "img" and not "".join(element.itertext()).strip():
                parts.append(child.get("alt") or "")
            _gather(child, parts, raised)
            if tag in {"p", "div", "li"}:
                parts.append(" ")
        parts.append(child.tail or "")


def _skip(cells: list[str], spans: dict[int, int]) -> None:
    """Leave blank what a cell of a row above takes."""
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append("")


def _span(cell: Any, name: str) -> int:
    stated = cell.get(name) or "1"
    return min(int(stated), 50) if stated.isdigit() and len(stated) < 4 and int(stated) else 1
